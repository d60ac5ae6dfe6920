package telegramtest

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// ServeHTTP answers one request as the Bot API server does, with every fault that was asked for.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if path, ok := strings.CutPrefix(r.URL.Path, "/file/bot"); ok {
		s.serveFile(w, path)
		return
	}
	token, name, ok := splitPath(r.URL.Path)
	if !ok {
		respond(w, answer{err: &Error{Code: http.StatusNotFound, Description: "Not Found"}})
		return
	}
	c, err := readCall(r)
	if c == nil {
		c = &call{}
	}
	c.method = name
	if m, known := s.methods[strings.ToLower(name)]; known {
		c.method = m.name
	}
	s.begin(c)
	a := answer{err: err}
	switch {
	case token != s.opts.Token:
		a.err = &Error{Code: http.StatusUnauthorized, Description: "Unauthorized"}
	case err == nil:
		a = s.withFaults(r.Context(), c)
	}
	s.end(c, a)
	if a.cut {
		panic(http.ErrAbortHandler)
	}
	respond(w, a)
}

// splitPath takes /bot<token>/<method> and /bot<token>/test/<method> apart.
func splitPath(path string) (token, name string, ok bool) {
	path, ok = strings.CutPrefix(path, "/bot")
	if !ok {
		return "", "", false
	}
	token, name, ok = strings.Cut(path, "/")
	name = strings.TrimPrefix(name, "test/")
	return token, name, ok && name != "" && !strings.Contains(name, "/")
}

// An answer is what goes back: a result, a refusal, or whatever a fault says.
type answer struct {
	result      any
	description string
	err         *Error
	cut         bool
	status      int // with body: sent as they are
	body        string
	contentType string
}

// withFaults carries a call out between the faults that strike it.
func (s *Server) withFaults(ctx context.Context, c *call) answer {
	f := s.strike(c)
	if f == nil {
		return s.carryOut(ctx, c)
	}
	s.pause(f.Delay)
	if f.Accepted || f.harmless() {
		a := s.carryOut(ctx, c)
		if f.harmless() {
			return a
		}
	}
	return answer{err: f.Err, cut: f.Cut, status: f.Status, body: f.Body, contentType: f.ContentType}
}

// pause waits as long as a fault says, or until the server closes; the request was received in any case.
func (s *Server) pause(d time.Duration) {
	if d <= 0 {
		return
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-s.closed:
	}
}

// carryOut checks a call against the specification and runs its method.
func (s *Server) carryOut(ctx context.Context, c *call) answer {
	s.mu.Lock()
	out := s.loggedOut
	s.mu.Unlock()
	if out {
		return answer{err: &Error{Code: http.StatusBadRequest, Description: "Logged out"}}
	}
	s.checkCall(c)
	m, known := s.methods[strings.ToLower(c.method)]
	if !known {
		return answer{err: &Error{Code: http.StatusNotFound, Description: "Not Found: method not found"}}
	}
	result, err := m.run(ctx, c)
	if err == nil {
		s.checkResult(c, result)
	}
	a := answer{result: result, err: err}
	if d, ok := result.(described); ok {
		a.result, a.description = d.result, d.words
	}
	return a
}

// A described result comes with words, as those of setWebhook do.
type described struct {
	result any
	words  string
}

// MarshalJSON is the result alone.
func (d described) MarshalJSON() ([]byte, error) { return json.Marshal(d.result) }

func respond(w http.ResponseWriter, a answer) {
	if a.status != 0 && a.err == nil {
		if a.contentType == "" {
			a.contentType = "text/html"
		}
		w.Header().Set("Content-Type", a.contentType)
		w.WriteHeader(a.status)
		_, _ = w.Write([]byte(a.body)) // the client may be gone
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if a.err != nil {
		if p := a.err.Parameters; p != nil && p.RetryAfter > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(p.RetryAfter))
		}
		w.WriteHeader(a.err.Code)
		_, _ = w.Write(mustJSON(struct {
			OK bool `json:"ok"`
			*Error
		}{false, a.err}))
		return
	}
	_, _ = w.Write([]byte(`{"ok":true,"result":`))
	if raw, ok := a.result.(rawResult); ok {
		_, _ = w.Write(raw) // perhaps no JSON at all
	} else {
		_, _ = w.Write(mustJSON(a.result))
	}
	if a.description != "" {
		_, _ = w.Write([]byte(`,"description":` + string(mustJSON(a.description))))
	}
	_, _ = w.Write([]byte("}"))
}

// A rawResult is written as it is.
type rawResult []byte
