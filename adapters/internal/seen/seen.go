// Package seen remembers what has been met before, for a while, so that nothing is answered twice.
package seen

import (
	"sync"
	"time"
)

// Set remembers keys for a time, and at most a number of them; the oldest go first. It is safe for concurrent use.
type Set struct {
	mu   sync.Mutex
	keep time.Duration
	most int
	at   map[string]time.Time
	fifo []entry // in the order of their coming
}

type entry struct {
	key string
	at  time.Time
}

// New returns a set that remembers at most most keys, each for keep.
func New(keep time.Duration, most int) *Set {
	return &Set{keep: keep, most: most, at: map[string]time.Time{}}
}

// Add remembers a key, and says whether it is new.
func (s *Set) Add(key string, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget(now)
	if _, met := s.at[key]; met {
		return false
	}
	s.at[key] = now
	s.fifo = append(s.fifo, entry{key, now})
	return true
}

// Has says whether a key is remembered.
func (s *Set) Has(key string, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget(now)
	_, met := s.at[key]
	return met
}

func (s *Set) forget(now time.Time) {
	n := 0
	for n < len(s.fifo) && (len(s.fifo)-n > s.most-1 || now.Sub(s.fifo[n].at) >= s.keep) {
		delete(s.at, s.fifo[n].key)
		n++
	}
	s.fifo = s.fifo[n:]
}
