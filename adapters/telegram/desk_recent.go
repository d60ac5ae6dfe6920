package telegram

import (
	"sync"
	"time"
)

const (
	recentLife = 12 * time.Hour
	maxRecent  = 10_000
)

// recent remembers something by a number for half a day, in memory alone; beyond ten thousand the oldest go. It is safe for concurrent use;
// the zero value is ready.
type recent[V any] struct {
	mu    sync.Mutex
	known map[int64]dated[V]
}

type dated[V any] struct {
	value V
	at    time.Time
}

func (r *recent[V]) put(key int64, v V, now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.known == nil {
		r.known = map[int64]dated[V]{}
	}
	if len(r.known) >= maxRecent {
		for k, d := range r.known {
			if now.Sub(d.at) > recentLife/12 {
				delete(r.known, k)
			}
		}
	}
	if len(r.known) >= maxRecent {
		clear(r.known) // within the hour: people begin again from their group
	}
	r.known[key] = dated[V]{v, now}
}

func (r *recent[V]) get(key int64, now time.Time) (v V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	d, ok := r.known[key]
	if !ok || now.Sub(d.at) > recentLife {
		return v, false
	}
	return d.value, true
}

func (r *recent[V]) drop(key int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.known, key)
}
