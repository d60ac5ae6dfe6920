package discordtest

// dispatch sends an event to the sessions of an audience. The server's mu is held.
func (g *Gateway) dispatch(name string, to audience, data any) { g.dispatchOf(nil, name, to, data) }

// dispatchOf is dispatch of what somebody said or did, nil for nobody.
func (g *Gateway) dispatchOf(x *Exchange, name string, to audience, data any) {
	g.dispatchEach(x, name, to, func(*session) any { return data })
}

// message sends an event about a message, with the content that each session may read.
func (g *Gateway) message(name string, m *message) {
	g.dispatchEach(m.asks, name, forMessages(m.channel), func(s *session) any { return m.event(s.intents&IntentMessageContent != 0) })
}

func (g *Gateway) dispatchEach(x *Exchange, name string, to audience, build func(*session) any) {
	window := g.server.options.Gateway.ResumeWindow
	twice := false
	for id, s := range g.sessions {
		if s.expired(window) {
			delete(g.sessions, id)
			continue
		}
		if !to(s) {
			continue
		}
		data := build(s)
		s.deliver(x, name, data)
		if g.repeat > 0 {
			s.deliver(x, name, data)
			twice = true
		}
	}
	if twice {
		g.repeat--
	}
}

// deliver gives an event its sequence number, remembers it, and sends it when somebody listens.
func (s *session) deliver(x *Exchange, name string, data any) {
	s.seq++
	e := event{s.seq, copyOf(object{"op": opDispatch, "d": data, "s": s.seq, "t": name}), x}
	s.events = append(s.events, e)
	if len(s.events) > maxReplay {
		s.events = s.events[len(s.events)-maxReplay:]
	}
	s.send(e)
}

// send writes an event to whoever listens.
func (s *session) send(e event) {
	if s.conn == nil {
		return
	}
	s.conn.packet(e.packet)
	if e.of != nil && !s.conn.closing {
		e.of.sent++
	}
}
