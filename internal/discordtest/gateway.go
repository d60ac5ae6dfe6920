package discordtest

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const gatewayPath = "/gateway"

// Opcodes (docs: topics/opcodes-and-status-codes).
const (
	opDispatch  = 0
	opHeartbeat = 1
	opIdentify  = 2
	opPresence  = 3
	opVoice     = 4
	opResume    = 6
	opReconnect = 7
	opMembers   = 8
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// Gateway is the side of a Server that pushes events. Its exported methods look at it and disturb it; they are safe for concurrent
// use.
type Gateway struct {
	server   *Server
	upgrader websocket.Upgrader
	running  sync.WaitGroup
	closed   bool

	sessions   map[string]*session
	conns      map[*connection]struct{}
	history    []*Connection
	identifies int
	resumes    int
	hasty      int
	down       map[int]int       // close codes for shards that may not connect
	starts     []time.Time       // accepted identifies of the last day
	lastStart  map[int]time.Time // by rate limit key
	faults     []*connectionFault
	silent     bool // no heartbeat is acknowledged
	repeat     int  // how many events will be sent twice
	changed    chan struct{}
}

// A session is what outlives a connection: what was sent, and what was missed.
type session struct {
	id      string
	intents int
	shard   [2]int
	seq     int
	events  []event
	conn    *connection // nil while nobody listens
	ended   time.Time   // when the last connection did
}

// An event is a packet that can be replayed.
type event struct {
	seq    int
	packet []byte
	of     *Exchange // what somebody said or did; nil for anything else
}

// maxReplay is how many events a session remembers.
const maxReplay = 2000

func (g *Gateway) init(s *Server) {
	g.server = s
	g.upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	g.sessions, g.conns = map[string]*session{}, map[*connection]struct{}{}
	g.lastStart, g.down, g.changed = map[int]time.Time{}, map[int]int{}, make(chan struct{})
}

// Gateway is the server's gateway.
func (s *Server) Gateway() *Gateway { return &s.gateway }

// A Connection is what is known of a connection to the gateway, past or present.
type Connection struct {
	Path       string // "/gateway/", or "/gateway/resume/" when the client came to the resume_gateway_url
	At         time.Time
	Ready      bool // a session was started or resumed
	Resumed    bool
	Session    string
	Shard      [2]int // once it has a session: which, of how many
	Heartbeats int
	Ended      time.Time // zero while it lasts
	// ClientCode is the close code that the client sent; 1006 when it ended the connection without one; 0 while it lasts. When the
	// server closed first it is the client's echo.
	ClientCode int
	ServerCode int // the close code that the server sent, 0 for none
}

// A State is the gateway at one moment.
type State struct {
	Connected   int // connections with a session
	Identifies  int // accepted
	Resumes     int // accepted
	Hasty       int // identifies refused because they came too soon after another of their rate limit key
	Connections []Connection
}

// Shards lists the shards that are connected, [which, of how many], in order.
func (s State) Shards() [][2]int {
	var out [][2]int
	for _, c := range s.Connections {
		if c.Ready && c.Ended.IsZero() {
			out = append(out, c.Shard)
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int {
		if a[1] != b[1] {
			return a[1] - b[1]
		}
		return a[0] - b[0]
	})
	return out
}

// State says how things are.
func (g *Gateway) State() State {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	return g.state()
}

func (g *Gateway) state() State {
	st := State{Identifies: g.identifies, Resumes: g.resumes, Hasty: g.hasty}
	for _, c := range g.history {
		st.Connections = append(st.Connections, *c)
	}
	for c := range g.conns {
		if c.session != nil {
			st.Connected++
		}
	}
	return st
}

// Until waits until ok says so of the state; ok is called with every change, and must not call the server.
func (g *Gateway) Until(ctx context.Context, ok func(State) bool) error {
	for {
		g.server.mu.Lock()
		if ok(g.state()) {
			g.server.mu.Unlock()
			return nil
		}
		changed := g.changed
		g.server.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("wait for the gateway: %w", ctx.Err())
		}
	}
}

// WaitReady waits until a client has a session.
func (g *Gateway) WaitReady(ctx context.Context) error {
	return g.Until(ctx, func(s State) bool { return s.Connected > 0 })
}

// touch wakes whoever waits for a change. The server's mu is held.
func (g *Gateway) touch() {
	close(g.changed)
	g.changed = make(chan struct{})
}

// base is the address that clients reach the gateway by.
func (s *Server) base(c *call) string {
	scheme, host := c.scheme, c.host
	if s.options.URL != "" {
		return webSocketURL(s.options.URL)
	}
	return scheme + "://" + host
}

func webSocketURL(base string) string {
	for _, p := range [][2]string{{"https://", "wss://"}, {"http://", "ws://"}} {
		if rest, ok := strings.CutPrefix(base, p[0]); ok {
			return p[1] + rest
		}
	}
	return base
}

// getGateway is GET /gateway.
func getGateway(s *Server, c *call) (any, error) {
	return object{"url": s.base(c) + gatewayPath + "/"}, nil
}

// getGatewayBot is GET /gateway/bot.
func getGatewayBot(s *Server, c *call) (any, error) {
	o, g := s.options.Gateway, &s.gateway
	g.forgetStarts()
	reset := 0
	if len(g.starts) > 0 {
		reset = int((24*time.Hour - time.Since(g.starts[0])).Milliseconds())
	}
	return object{
		"url": s.base(c) + gatewayPath + "/", "shards": o.Shards,
		"session_start_limit": object{
			"total": o.SessionStarts, "remaining": max(0, o.SessionStarts-len(g.starts)), "reset_after": reset,
			"max_concurrency": o.MaxConcurrency,
		},
	}, nil
}

// forgetStarts drops the identifies of more than a day ago.
func (g *Gateway) forgetStarts() {
	g.starts = slices.DeleteFunc(g.starts, func(t time.Time) bool { return time.Since(t) >= 24*time.Hour })
}
