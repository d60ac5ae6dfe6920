package discordtest

import (
	"context"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

// A Fault is what happens to requests instead of, or before, their normal answer.
type Fault struct {
	Method string // "" is any
	// Path is a path template such as "/channels/{channel_id}/messages", or a pattern of path.Match on it; "" is any.
	Path  string
	Times int // how many requests; 0 is all, until ClearFaults
	// Delay comes first.
	Delay time.Duration
	// Accepted does what was asked and then hides the answer behind Status or Cut: « accepted but answered 502 ».
	Accepted bool
	Status   int // 0 with neither Cut nor Accepted: only the delay, then the normal answer
	Body     string
	Header   http.Header
	Cut      bool // the connection ends without an answer

	hits int
}

// Fail adds a fault. The oldest one that fits a request is taken.
func (s *Server) Fail(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Status == 0 && !f.Cut {
		f.Accepted = true
	}
	s.faults = append(s.faults, &f)
}

// ClearFaults ends all faults.
func (s *Server) ClearFaults() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// takeFault is the fault for a call, nil for none; it counts.
func (s *Server) takeFault(c *call) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if !f.fits(c) {
			continue
		}
		f.hits++
		if f.hits == f.Times {
			s.faults = slices.Delete(s.faults, i, i+1)
		}
		taken := *f
		return &taken
	}
	return nil
}

func (f *Fault) fits(c *call) bool {
	if f.Method != "" && f.Method != c.method {
		return false
	}
	matched, _ := path.Match(f.Path, c.template) // a bad pattern fits nothing
	return f.Path == "" || f.Path == c.template || matched
}

// wait spends the delay; false means that the client went away meanwhile.
func (f *Fault) wait(ctx context.Context) bool {
	if f == nil || f.Delay <= 0 {
		return true
	}
	t := time.NewTimer(f.Delay)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

func (f *Fault) answer() answer {
	a := answer{status: f.Status, header: f.Header.Clone(), body: []byte(f.Body)}
	if a.header == nil {
		a.header = http.Header{}
	}
	if a.header.Get("Content-Type") == "" && strings.HasPrefix(strings.TrimSpace(f.Body), "{") {
		a.header.Set("Content-Type", "application/json")
	}
	return a
}

// cut ends the connection without an answer, as net/http does for this panic, silently.
func cut(http.ResponseWriter) {
	panic(http.ErrAbortHandler)
}
