package discordtest

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/gorilla/websocket"
)

// connection is a client on the gateway. Its fields are guarded by the server's mu; ws is read by serve and written by write alone.
type connection struct {
	gateway *Gateway
	ws      *websocket.Conn
	base    string // the gateway's address, as this client knows it
	session *session
	about   *Connection
	fault   ConnectionFault
	beat    *time.Timer // fires when a heartbeat is missed
	sends   []time.Time // packets of the last minute
	zlib    bool
	closing bool

	queue []frame
	wake  chan struct{} // holds one token when the queue may have something
	done  chan struct{} // closed when the reader ends
}

// A frame is something to write: a packet, or the end.
type frame struct {
	kind int // websocket.TextMessage, BinaryMessage, CloseMessage; 0 cuts the connection
	data []byte
}

// writeTimeout is how long a client may take to read a frame.
const writeTimeout = 10 * time.Second

// maxPacket is the size of the largest packet that a client may send.
const maxPacket = 4096

// maxHistory is how many connections are remembered.
const maxHistory = 10_000

// serve holds one connection until it ends.
func (g *Gateway) serve(w http.ResponseWriter, r *http.Request) {
	fault := g.takeFault()
	if fault.Status != 0 {
		w.WriteHeader(fault.Status)
		return
	}
	ws, err := g.upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // Upgrade has answered
	}
	c := &connection{gateway: g, ws: ws, fault: fault, wake: make(chan struct{}, 1), done: make(chan struct{})}
	c.about = &Connection{Path: r.URL.Path, At: time.Now()}
	scheme, host := address(r)
	c.base = g.server.base(&call{scheme: scheme, host: host})
	if !g.add(c) {
		_ = ws.Close()
		return
	}
	defer g.running.Done()
	g.running.Go(c.write)
	c.greet(r)
	c.end(c.read())
}

// add registers a connection, unless the server is closed.
func (g *Gateway) add(c *connection) bool {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	if g.closed {
		return false
	}
	g.running.Add(1)
	g.conns[c] = struct{}{}
	if len(g.history) >= maxHistory {
		g.history = slices.Delete(g.history, 0, maxHistory/2)
	}
	g.history = append(g.history, c.about)
	o := g.server.options.Gateway
	c.beat = time.AfterFunc(o.HeartbeatInterval+o.HeartbeatGrace, c.missed)
	g.touch()
	return true
}

// greet says Hello, and what a test wants to follow it.
func (c *connection) greet(r *http.Request) {
	s := c.gateway.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.fault.NoHello {
		return
	}
	q := r.URL.Query()
	c.send(opHello, object{"heartbeat_interval": s.options.Gateway.HeartbeatInterval.Milliseconds(), "_trace": []string{}})
	switch {
	case q.Get("v") != "9" && q.Get("v") != "10":
		c.close(4012)
	case q.Get("encoding") != "json" && q.Get("encoding") != "":
		c.close(4002)
	}
	if p := c.fault.First; p != nil {
		c.send(p.Op, p.Data)
	}
}

// read handles packets until the connection ends, and returns the client's close code.
func (c *connection) read() int {
	for {
		kind, data, err := c.ws.ReadMessage()
		if err != nil {
			if closed, ok := errors.AsType[*websocket.CloseError](err); ok {
				return closed.Code
			}
			return websocket.CloseAbnormalClosure
		}
		c.gateway.server.mu.Lock()
		if !c.closing {
			c.receive(kind, data)
		}
		c.gateway.server.mu.Unlock()
	}
}

// end takes leave of a connection: its session can be resumed, unless the client closed it with 1000 or 1001.
func (c *connection) end(code int) {
	g := c.gateway
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	c.beat.Stop()
	close(c.done)
	delete(g.conns, c)
	c.about.Ended, c.about.ClientCode = time.Now(), code
	if s := c.session; s != nil && s.conn == c {
		s.conn, s.ended = nil, time.Now()
		if code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway {
			delete(g.sessions, s.id)
		}
	}
	_ = c.ws.Close() // it may be closed already
	g.touch()
}

// missed closes a connection whose heartbeats stopped; its session is gone.
func (c *connection) missed() {
	c.gateway.server.mu.Lock()
	defer c.gateway.server.mu.Unlock()
	if c.session != nil {
		delete(c.gateway.sessions, c.session.id)
	}
	c.close(4009)
}

// write sends frames as they come. It is the only writer of ws.
func (c *connection) write() {
	for {
		select {
		case <-c.wake:
		case <-c.done:
			return
		}
		c.gateway.server.mu.Lock()
		frames := c.queue
		c.queue = nil
		c.gateway.server.mu.Unlock()
		for _, f := range frames {
			if f.kind == 0 || !c.writeFrame(f) {
				_ = c.ws.Close() // the reader ends by it
				return
			}
		}
	}
}

func (c *connection) writeFrame(f frame) bool {
	_ = c.ws.SetWriteDeadline(time.Now().Add(writeTimeout)) // a failure shows when writing
	if err := c.ws.WriteMessage(f.kind, f.data); err != nil {
		return false
	}
	if f.kind == websocket.CloseMessage {
		_ = c.ws.SetReadDeadline(time.Now().Add(writeTimeout)) // for the client's echo
	}
	return true
}

func (c *connection) push(f frame) {
	if f.kind == 0 {
		c.closing = true // what comes after it is not sent
	}
	c.queue = append(c.queue, f)
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// send queues a packet without a sequence number. The server's mu is held.
func (c *connection) send(op int, d any) {
	c.packet(copyOf(object{"op": op, "d": d, "s": nil, "t": nil}))
}

// packet queues an encoded packet, compressed when the client asked for it and the server may.
func (c *connection) packet(data []byte) {
	if !c.zlib {
		c.push(frame{websocket.TextMessage, data})
		return
	}
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data) // a buffer does not fail
	_ = w.Close()
	c.push(frame{websocket.BinaryMessage, b.Bytes()})
}

// close queues a close frame. The server's mu is held.
func (c *connection) close(code int) {
	if c.closing {
		return
	}
	c.closing, c.about.ServerCode = true, code
	c.push(frame{websocket.CloseMessage, websocket.FormatCloseMessage(code, "")})
}

// receive handles one packet. The server's mu is held.
func (c *connection) receive(kind int, data []byte) {
	var p struct {
		Op *int            `json:"op"`
		D  json.RawMessage `json:"d"`
	}
	switch {
	case kind != websocket.TextMessage, len(data) > maxPacket, json.Unmarshal(data, &p) != nil, p.Op == nil:
		c.close(4002)
		return
	case !c.allowed():
		c.close(4008)
		return
	}
	switch *p.Op {
	case opHeartbeat:
		c.heartbeat(p.D)
	case opIdentify:
		c.identify(p.D)
	case opResume:
		c.resume(p.D)
	case opPresence, opVoice, opMembers:
		if c.session == nil {
			c.close(4003)
		}
	default:
		c.close(4001)
	}
}

// allowed counts a packet: 120 per minute.
func (c *connection) allowed() bool {
	limit := c.gateway.server.options.Gateway.SendsPerMinute
	for len(c.sends) > 0 && time.Since(c.sends[0]) >= time.Minute {
		c.sends = c.sends[1:]
	}
	c.sends = append(c.sends, time.Now())
	return limit < 0 || len(c.sends) <= limit
}

// heartbeat acknowledges, unless the connection plays dead.
func (c *connection) heartbeat(d json.RawMessage) {
	var seq *int
	if json.Unmarshal(d, &seq) != nil {
		c.close(4002)
		return
	}
	if seq != nil && c.session != nil && *seq > c.session.seq {
		c.close(4007)
		return
	}
	o := c.gateway.server.options.Gateway
	c.beat.Reset(o.HeartbeatInterval + o.HeartbeatGrace)
	c.about.Heartbeats++
	if !c.gateway.silent && !c.fault.NoAcks {
		c.send(opAck, nil)
	}
	c.gateway.touch()
}
