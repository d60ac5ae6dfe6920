package discordtest

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Server is Discord: serve it with net/http. All methods are safe for concurrent use. Close it when done.
type Server struct {
	options Options
	spec    *spec // nil when requests are not validated
	routes  []route

	mu       sync.Mutex // guards everything below, and what the state's objects hold
	ids      snowflakes
	app      application
	users    map[string]*User
	guilds   map[string]*Guild
	channels map[string]*Channel
	commands commandStore
	actions  map[string]*interaction // by id
	tokens   map[string]*interaction // by token
	nonces   map[string]nonce
	limiter  limiter
	faults   []*Fault
	requests []Request
	problems []string
	asked    []*Exchange // what people said and did, oldest first
	patterns mentionPatterns
	webs     []*http.Server
	uploads  map[string]*Upload // by path
	reached  string             // where the first call came in on: « http://host »

	gateway Gateway
}

// New returns a Server with an application and its bot, and nothing else. It starts nothing; it reads Options.Spec, and fails when
// it cannot.
func New(o Options) (*Server, error) {
	o = o.withDefaults()
	s := &Server{
		options: o, users: map[string]*User{}, guilds: map[string]*Guild{}, channels: map[string]*Channel{},
		actions: map[string]*interaction{}, tokens: map[string]*interaction{}, nonces: map[string]nonce{},
	}
	if o.Spec != "" {
		var err error
		if s.spec, err = loadSpec(o.Spec); err != nil {
			return nil, fmt.Errorf("load the description of Discord's API: %w", err)
		}
	}
	s.routes, s.patterns = routes(), newMentionPatterns()
	s.limiter.init(o.Limits)
	s.commands.init()
	s.gateway.init(s)
	id := s.ids.next()
	bot := s.newUser("nonmerci", true)
	s.app = application{id: id, name: "NonMerci", bot: bot, owner: s.newUser("operator", false), token: o.Token}
	return s, nil
}

// Bot is the application's bot user.
func (s *Server) Bot() *User { return s.app.bot }

// ApplicationID is the application's id.
func (s *Server) ApplicationID() string { return s.app.id }

// Token is the bot's token, without « Bot ».
func (s *Server) Token() string { return s.options.Token }

// ServeHTTP serves the REST API under /api/v9 and /api/v10, and the gateway under /gateway.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch path := r.URL.Path; {
	case path == gatewayPath || strings.HasPrefix(path, gatewayPath+"/"):
		s.gateway.serve(w, r)
	case strings.HasPrefix(path, uploadsPath):
		s.serveUpload(w, r)
	case strings.HasPrefix(path, "/api/"):
		s.serveREST(w, r)
	default:
		http.NotFound(w, r)
	}
}

// Serve answers connections of l until l or the server is closed. It returns nil then.
func (s *Server) Serve(l net.Listener) error {
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	s.mu.Lock()
	s.webs = append(s.webs, web)
	s.mu.Unlock()
	if err := web.Serve(l); err != nil && !errors.Is(err, http.ErrServerClosed) && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("serve discord: %w", err)
	}
	return nil
}

// Close ends every gateway connection without a close frame, stops Serve, and waits for the goroutines of the gateway.
func (s *Server) Close() error {
	s.mu.Lock()
	s.gateway.closed = true
	webs := slices.Clone(s.webs)
	s.mu.Unlock()
	for _, web := range webs {
		_ = web.Close() // its listener may be closed already
	}
	s.gateway.each(func(c *connection) { _ = c.ws.Close() }) // also one whose client does not read
	s.gateway.running.Wait()
	return nil
}

// Problems lists what clients did that Discord accepts or ignores but that is wrong, and where the server's own answers differ from
// the specification. A test should fail when there is any.
func (s *Server) Problems() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.problems)
}

// maxProblems bounds the list, because a program may serve for days.
const maxProblems = 500

// problem notes that something is wrong, once. s.mu is held.
func (s *Server) problem(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if len(s.problems) < maxProblems && !slices.Contains(s.problems, text) {
		s.problems = append(s.problems, text)
	}
}
