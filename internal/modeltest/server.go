package modeltest

import (
	"context"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"nonmerci/internal/memnet"
)

// Options are what a Server is. The zero value is a server like OpenAI's that wants no key and has the model « test ».
type Options struct {
	Kind    Kind   // OpenAI when it is zero
	Model   string // the one that it has; "test" when empty
	Key     string // the one that it wants; "" for none
	Context int    // how many tokens a request may have, at four bytes each; 0: any number
	Socket  bool   // listens on the loopback, for programs; otherwise in memory, also inside a bubble of testing/synctest
}

// A Server is one. It is safe for concurrent use.
type Server struct {
	o        Options
	http     *http.Server
	listener net.Listener
	memory   *memnet.Listener // nil on a socket
	ended    chan struct{}

	mu     sync.Mutex
	next   []Reply // for the next requests, one each
	always Reply
	calls  []Call
	now    int // requests that are being answered
	most   int // and how many there were at a time
}

// A Call is a request that was received.
type Call struct {
	Path          string
	Authorization string
	Body          string // as it came
	Request       Request
	At            time.Time
}

// New starts a server that answers every request with Echo. Close it.
func New(o Options) *Server {
	if o.Kind.Name == "" {
		o.Kind = OpenAI
	}
	if o.Model == "" {
		o.Model = "test"
	}
	s := &Server{o: o, always: Faithful(func(_ int, line string) string { return line }), ended: make(chan struct{})}
	if o.Socket {
		l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
		if err != nil {
			panic("modeltest: " + err.Error()) // a machine without a loopback runs no tests
		}
		s.listener = l
	} else {
		s.memory = memnet.Listen("model.test:80")
		s.listener = s.memory
	}
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: time.Minute}
	go func() {
		defer close(s.ended)
		_ = s.http.Serve(s.listener) // it ends when it is closed
	}()
	return s
}

// URL is the address to give to a client, with /v1.
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() + "/v1" }

// Dial connects to a server in memory, and to no other.
func (s *Server) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	return s.memory.DialContext(ctx, network, address)
}

// Memory is the listener of a server in memory, to make connections fail and to count them; nil on a socket.
func (s *Server) Memory() *memnet.Listener { return s.memory }

// Close ends the server and its connections.
func (s *Server) Close() {
	_ = s.http.Close() // what is under way is what ends
	<-s.ended
}

// Always has every request answered so, after those that Next spoke of.
func (s *Server) Always(r Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.always = r
}

// Next has the next requests for words answered so, one after another.
func (s *Server) Next(r ...Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next = append(s.next, r...)
}

// Calls returns the requests for words so far, those that were refused among them.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

// Most is how many requests for words were answered at a time.
func (s *Server) Most() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.most
}

// begin records a request and returns how to answer it.
func (s *Server) begin(c Call) Reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, c)
	s.now++
	s.most = max(s.most, s.now)
	if len(s.next) == 0 {
		return s.always
	}
	r := s.next[0]
	s.next = s.next[1:]
	return r
}

func (s *Server) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now--
}
