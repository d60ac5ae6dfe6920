package discordrest

import (
	"sync"
	"time"
)

// together is how far apart slots may come free and still be given out at once. They are wanted only when all are taken, by requests that
// have waited for up to a second then: what leaves in one go wakes the processor once, and finds what it needs near to it.
const together = 100 * time.Millisecond

// slots are how many requests may be under way at once, or have been answered within a time. It is safe for concurrent use.
type slots struct {
	free chan struct{} // has one for each that may be taken now

	mu    sync.Mutex
	due   []time.Time // when those that were used are free again, the soonest first
	timer *time.Timer // fires when the first of them are; nil before there was one
}

func newSlots(n int) *slots {
	s := &slots{free: make(chan struct{}, n)}
	for range n {
		s.give()
	}
	return s
}

// give makes a slot free.
func (s *slots) give() { s.free <- struct{}{} }

// giveIn makes a slot free after a time, the same for each call, or with others that come free within a moment of it; never sooner.
func (s *slots) giveIn(wait time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.due = append(s.due, time.Now().Add(wait))
	if s.timer == nil {
		s.timer = time.AfterFunc(wait, s.giveDue)
		return
	}
	s.wake()
}

// wake sets the timer to the last of those that come free together with the first. s.mu is held.
func (s *slots) wake() {
	last := s.due[0]
	for _, at := range s.due {
		if at.Sub(s.due[0]) > together {
			break
		}
		last = at
	}
	s.timer.Reset(time.Until(last))
}

func (s *slots) giveDue() {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	for len(s.due) > 0 && !s.due[0].After(now) {
		s.due = s.due[1:]
		s.give()
	}
	if len(s.due) > 0 {
		s.wake()
	}
}
