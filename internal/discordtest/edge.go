package discordtest

import (
	"net/http"
	"strconv"
	"time"
)

// invalidWindow is how long an invalid request counts.
const invalidWindow = 10 * time.Minute

// edge answers for the machine in front of Discord, which knows neither routes nor JSON.
func (l *limiter) edge(c *call) (a answer, blocked bool) {
	l.forget(c.at)
	wait := l.edgeUntil.Sub(c.at)
	if n := len(l.invalid); n >= l.limits.Invalid {
		wait = max(wait, l.invalid[0].Add(invalidWindow).Sub(c.at))
	}
	if wait <= 0 {
		return a, false
	}
	l.refusals++
	a = answer{status: http.StatusTooManyRequests, header: http.Header{}}
	a.header.Set("Content-Type", "text/html; charset=UTF-8")
	a.header.Set("Server", "cloudflare")
	a.header.Set("Retry-After", strconv.Itoa(int((wait+time.Second-1)/time.Second)))
	a.body = []byte("<!DOCTYPE html><html><head><title>Access denied</title></head><body>Error 1015: you are being rate limited</body></html>\n")
	return a, true
}

// count notes an answer that Discord counts as invalid: 401, 403, and 429 unless its scope is shared.
func (l *limiter) count(c *call, a answer) {
	switch a.status {
	case http.StatusUnauthorized, http.StatusForbidden:
	case http.StatusTooManyRequests:
		if a.header.Get("X-RateLimit-Scope") == "shared" {
			return
		}
	default:
		return
	}
	l.invalid = append(l.invalid, c.at)
}

func (l *limiter) forget(now time.Time) {
	for len(l.invalid) > 0 && now.Sub(l.invalid[0]) >= invalidWindow {
		l.invalid = l.invalid[1:]
	}
}

// RateLimited is the number of 429s answered so far, of every scope and of the edge.
func (s *Server) RateLimited() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.limiter.refusals
}

// InvalidRequests is the number of answers 401, 403 and 429 (not shared) in the last ten minutes.
func (s *Server) InvalidRequests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limiter.forget(time.Now())
	return len(s.limiter.invalid)
}

// LimitGlobally answers every request but those on interactions with a global 429 for a while.
func (s *Server) LimitGlobally(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limiter.globalUntil = time.Now().Add(d)
}

// LimitShared answers requests of one method and path template with a 429 of scope « shared » for a while.
func (s *Server) LimitShared(methodAndTemplate string, d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limiter.shared[methodAndTemplate] = time.Now().Add(d)
}

// BlockAtEdge answers every request with an HTML 429 for a while, as Cloudflare does.
func (s *Server) BlockAtEdge(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limiter.edgeUntil = time.Now().Add(d)
}
