package discordtest

import "github.com/gorilla/websocket"

// A ConnectionFault is what goes wrong with a connection to the gateway.
type ConnectionFault struct {
	Status          int     // answers the upgrade with this HTTP status
	NoHello         bool    // the server stays silent
	First           *Packet // what follows Hello at once
	RefuseIdentify  int     // closes with this code when the client identifies
	CloseAfterReady int     // closes with this code once a session stands
	DropAfterReady  bool    // cuts the connection then
	NoAcks          bool    // no heartbeat is acknowledged: a zombie
}

// A Packet is an opcode and its data.
type Packet struct {
	Op   int
	Data any
}

// ReconnectPacket asks the client to reconnect and resume; InvalidSession says that its session is invalid.
func ReconnectPacket() *Packet { return &Packet{Op: opReconnect} }

// InvalidSession is op 9: resumable or not.
func InvalidSession(resumable bool) *Packet { return &Packet{Op: opInvalid, Data: resumable} }

type connectionFault struct {
	ConnectionFault
	times int // negative is for ever
}

// Next lets the next connections go wrong: times of them, a negative number all until ClearFaults.
func (g *Gateway) Next(times int, f ConnectionFault) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.faults = append(g.faults, &connectionFault{f, times})
}

// ClearFaults ends the faults of connections to come, of shards, of acknowledgements and of repeated events.
func (g *Gateway) ClearFaults() {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.faults, g.silent, g.repeat = nil, false, 0
	clear(g.down)
}

func (g *Gateway) takeFault() ConnectionFault {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	if len(g.faults) == 0 {
		return ConnectionFault{}
	}
	f := g.faults[0]
	f.times--
	if f.times == 0 {
		g.faults = g.faults[1:]
	}
	return f.ConnectionFault
}

// each calls do for every open connection, and says how many there were.
func (g *Gateway) each(do func(*connection)) int {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	for c := range g.conns {
		do(c)
	}
	return len(g.conns)
}

// Send sends a packet without a sequence number to every connection.
func (g *Gateway) Send(p *Packet) int { return g.each(func(c *connection) { c.send(p.Op, p.Data) }) }

// Reconnect sends op 7 to every connection.
func (g *Gateway) Reconnect() int { return g.Send(ReconnectPacket()) }

// Invalidate sends op 9 to every connection. When it is not resumable the sessions are forgotten.
func (g *Gateway) Invalidate(resumable bool) int {
	return g.each(func(c *connection) {
		if c.session != nil && !resumable {
			delete(g.sessions, c.session.id)
		}
		c.send(opInvalid, resumable)
	})
}

// CloseWith closes every connection with a code. Sessions stay, but for 4004, 4007, 4009 and 4010 to 4014.
func (g *Gateway) CloseWith(code int) int {
	return g.each(func(c *connection) {
		if fatal := code == 4004 || code == 4007 || code == 4009 || code >= 4010 && code <= 4014; fatal && c.session != nil {
			delete(g.sessions, c.session.id)
		}
		c.close(code)
	})
}

// Drop cuts every connection without a close frame.
func (g *Gateway) Drop() int { return g.each(func(c *connection) { c.push(frame{}) }) }

// SilenceAcks stops acknowledging heartbeats while the connections stay open, or starts again.
func (g *Gateway) SilenceAcks(on bool) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.silent = on
}

// LoseSessions forgets every session: resuming fails with op 9.
func (g *Gateway) LoseSessions() {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	clear(g.sessions)
}

// Repeat delivers the next n events twice, with sequence numbers of their own.
func (g *Gateway) Repeat(n int) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.repeat = n
}

// SendRaw sends bytes that need not be a packet to every connection.
func (g *Gateway) SendRaw(data []byte, binary bool) int {
	kind := websocket.TextMessage
	if binary {
		kind = websocket.BinaryMessage
	}
	return g.each(func(c *connection) { c.push(frame{kind, data}) })
}

// Dispatch sends any event to every session, in sequence: one that Discord may invent, or one that cannot be decoded.
func (g *Gateway) Dispatch(name string, data any) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.dispatch(name, func(*session) bool { return true }, data)
}
