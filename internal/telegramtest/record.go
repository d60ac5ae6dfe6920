package telegramtest

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"time"
)

// A Request is one call that arrived, and how it was answered.
type Request struct {
	Method      string
	Args        map[string]string // strings as they are, everything else as JSON
	Files       map[string]File
	At          time.Time
	Done        time.Time // zero while it is being answered
	Status      int       // 0 while it is being answered, and when the connection was cut
	Description string    // of a refusal
}

// Int is an argument as a number; 0 when it is none.
func (r Request) Int(name string) int64 {
	n, _ := strconv.ParseInt(r.Args[name], 10, 64)
	return n
}

// Requests returns the calls to the methods that a path.Match pattern names, oldest first; "" is every method.
func (s *Server) Requests(pattern string) []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Request
	for _, r := range s.requests {
		if matches(pattern, r.Method) {
			r.Args = maps.Clone(r.Args)
			out = append(out, r)
		}
	}
	return out
}

// Forget empties the record of calls.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.requests { // calls under way keep their place
		s.requests[i].Method = ""
	}
}

func matches(pattern, name string) bool {
	if pattern == "" {
		return name != ""
	}
	ok, err := path.Match(pattern, name)
	return ok && err == nil
}

func (s *Server) begin(c *call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.at = len(s.requests)
	s.requests = append(s.requests, Request{Method: c.method, Args: c.args, Files: c.files, At: time.Now()})
}

func (s *Server) end(c *call, a answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := &s.requests[c.at]
	r.Done = time.Now()
	switch {
	case a.cut:
	case a.err != nil:
		r.Status, r.Description = a.err.Code, a.err.Description
	case a.status != 0:
		r.Status = a.status
	default:
		r.Status = 200
	}
	s.wake()
}

// Drafts are the drafts that were shown, oldest first.
func (s *Server) Drafts() []Draft {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.drafts)
}

// Actions are the chat actions that were shown, oldest first.
func (s *Server) Actions() []Action {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.actions)
}
