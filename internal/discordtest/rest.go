package discordtest

import (
	"encoding/json"
	"errors"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"
)

// An answer is a response before it is written.
type answer struct {
	status int
	header http.Header
	body   []byte
}

func jsonAnswer(status int, v any) answer {
	a := answer{status: status, header: http.Header{}}
	if v != nil {
		a.body = copyOf(v)
		a.header.Set("Content-Type", "application/json")
	}
	return a
}

// serveREST takes a request through faults, limits, authorisation and its handler, records it, and answers.
func (s *Server) serveREST(w http.ResponseWriter, r *http.Request) {
	c, err := s.newCall(r)
	if err != nil {
		return // the client went away
	}
	s.mu.Lock()
	if s.reached == "" {
		s.reached = strings.Replace(c.scheme, "ws", "http", 1) + "://" + r.Host
	}
	s.mu.Unlock()
	fault := s.takeFault(c)
	if !fault.wait(r.Context()) {
		return
	}
	var a answer
	if fault == nil || fault.Accepted {
		a = s.answer(c)
		s.validate(c, a)
	}
	if fault != nil && !fault.Cut && fault.Status != 0 {
		a = fault.answer()
	}
	s.record(c, a)
	if fault != nil && fault.Cut {
		cut(w)
	}
	for name, values := range a.header {
		w.Header()[name] = values
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // the client may have gone
}

// answer decides in the order that Discord does: the edge, the global limit, authorisation, the route's limit, the route.
func (s *Server) answer(c *call) answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.checkAgent(c)
	if a, blocked := s.limiter.edge(c); blocked {
		return a
	}
	a := s.limited(c)
	s.limiter.count(c, a)
	return a
}

// limited answers a call that the edge let through.
func (s *Server) limited(c *call) answer {
	if err := s.authorise(c); err != nil {
		return refusal(err)
	}
	if a, over := s.limiter.take(c); over {
		return a
	}
	a := s.dispatch(c)
	s.limiter.headers(c, a.header)
	return a
}

// authorise refuses what no handler should see.
func (s *Server) authorise(c *call) error {
	switch {
	case !c.versionOK:
		return refused(400, 50041, "Invalid API version provided")
	case c.route == nil && c.pathKnown:
		s.problem("%s %s: the path has no such method", c.method, c.template)
		return errMethodNotAllowed
	case c.route == nil:
		s.problem("%s %s: no such route here", c.method, c.template)
		return errNotFound
	case !c.route.public && (s.app.token == "" || c.header.Get("Authorization") != "Bot "+s.app.token):
		return errUnauthorized
	}
	if id, ok := c.vars["application_id"]; ok && id != s.app.id {
		return refused(403, 20012, "You are not authorized to perform this action on this application")
	}
	return nil
}

func (s *Server) dispatch(c *call) answer {
	v, err := c.route.handle(s, c)
	if err != nil {
		return refusal(err)
	}
	switch {
	case v == nil:
		return jsonAnswer(http.StatusNoContent, nil)
	case c.status == 0:
		c.status = http.StatusOK
	}
	return jsonAnswer(c.status, v)
}

// refusal is an error as an answer. An error that is no refusal is a fault of this server.
func refusal(err error) answer {
	if e, ok := errors.AsType[apiError](err); ok {
		return jsonAnswer(e.status, e.body())
	}
	return jsonAnswer(http.StatusInternalServerError, object{"message": "500: Internal Server Error", "code": 0})
}

// checkAgent notes a client that does not say what it is as Discord asks (docs: reference, « User Agent »).
var agentForm = regexp.MustCompile(`^DiscordBot \([^(), ]+, [^(), ]+\)( .+)?$`)

func (s *Server) checkAgent(c *call) {
	if !agentForm.MatchString(c.header.Get("User-Agent")) {
		s.problem("the User-Agent is not of the form « DiscordBot (url, version) »")
	}
}

// A Request is what a client asked, and the status it got; 0 when the connection was cut before an answer.
type Request struct {
	Method   string
	Path     string // without the version
	Template string // the path with its variables named; the path itself when no route fits
	Query    string
	Body     json.RawMessage
	At       time.Time
	Status   int
	Code     int // Discord's, of a refusal
}

// Requests lists what was asked on REST, oldest first.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// RequestsTo lists the requests of one method and path template, such as "POST /channels/{channel_id}/messages".
func (s *Server) RequestsTo(methodAndTemplate string) []Request {
	return slices.DeleteFunc(s.Requests(), func(r Request) bool { return r.Method+" "+r.Template != methodAndTemplate })
}

func (s *Server) record(c *call, a answer) {
	r := Request{
		Method: c.method, Path: c.path, Template: c.template, Query: c.query.Encode(), Body: c.body, At: c.at, Status: a.status,
	}
	var refusal struct{ Code int }
	if a.status >= 400 && json.Unmarshal(a.body, &refusal) == nil {
		r.Code = refusal.Code
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.requests) >= s.options.KeepRequests {
		s.requests = slices.Delete(s.requests, 0, len(s.requests)/4+1)
	}
	s.requests = append(s.requests, r)
}
