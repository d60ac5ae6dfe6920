package telegram

import (
	"strconv"
	"sync"
	"time"
)

// settling is how long after a press was followed the same press does nothing: fingers press twice, and what the first one led to may already
// stand where the second one lands.
const settling = time.Second

// presses keep one press from being followed twice. It is safe for concurrent use; the zero value is ready.
type presses struct {
	mu    sync.Mutex
	known map[string]time.Time // when it was followed; zero while it is
}

func pressKey(q *callbackQuery) string { return strconv.Itoa(q.Message.ID) + " " + q.Data }

// begin says whether a press is to be followed.
func (p *presses) begin(key string, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if at, ok := p.known[key]; ok && (at.IsZero() || now.Sub(at) < settling) {
		return false
	}
	if p.known == nil {
		p.known = map[string]time.Time{}
	}
	if len(p.known) > 1000 {
		for k, at := range p.known {
			if !at.IsZero() && now.Sub(at) >= settling {
				delete(p.known, k)
			}
		}
	}
	p.known[key] = time.Time{}
	return true
}

// drop is for a press that could not be followed.
func (p *presses) drop(key string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.known, key)
}

// end notes that a press was followed.
func (p *presses) end(key string, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.known[key] = now
}
