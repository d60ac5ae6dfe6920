package discordtest

// dispatch sends an event to the sessions of an audience. The server's mu is held.
func (g *Gateway) dispatch(name string, to audience, data any) {
	g.dispatchEach(name, to, func(*session) any { return data })
}

// message sends an event about a message, with the content that each session may read.
func (g *Gateway) message(name string, m *message) {
	g.dispatchEach(name, forMessages(m.channel), func(s *session) any { return m.event(s.intents&IntentMessageContent != 0) })
}

func (g *Gateway) dispatchEach(name string, to audience, build func(*session) any) {
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
		s.deliver(name, data)
		if g.repeat > 0 {
			s.deliver(name, data)
			twice = true
		}
	}
	if twice {
		g.repeat--
	}
}

// deliver gives an event its sequence number, remembers it, and sends it when somebody listens.
func (s *session) deliver(name string, data any) {
	s.seq++
	packet := copyOf(object{"op": opDispatch, "d": data, "s": s.seq, "t": name})
	s.events = append(s.events, event{s.seq, packet})
	if len(s.events) > maxReplay {
		s.events = s.events[len(s.events)-maxReplay:]
	}
	if s.conn != nil {
		s.conn.packet(packet)
	}
}
