package discordgate

import (
	"context"
	"slices"
	"time"

	"nonmerci/adapters/internal/delay"
)

// A turn is a shard's place in the queue of those that begin a session.
type turn struct {
	starts *starts
	key    *key
	shard  int
	came   chan struct{} // closed when it is its turn

	used  bool // the session was begun
	spent time.Time
	over  bool
}

// take waits for the turn, and until a session is left for it; it returns where the gateway is. hold is told of waits that take long.
func (t *turn) take(ctx context.Context, hold func(time.Duration)) (address string, err error) {
	select {
	case <-t.came:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	for {
		found, err := t.starts.ask(ctx, fresh)
		if err != nil {
			return "", err
		}
		wait, tell := t.spend()
		if wait == 0 {
			return found.URL, nil
		}
		if tell {
			t.starts.spent(wait)
		}
		hold(wait)
		if delay.For(ctx, wait) != nil {
			return "", ctx.Err()
		}
	}
}

// spend takes one of the sessions that are left; wait is for how long there is none, tell says that nobody has been told.
func (t *turn) spend() (wait time.Duration, tell bool) {
	s, now := t.starts, time.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.found.Left < 0:
		return 0, false
	case s.found.Left > 0:
		s.found.Left--
		t.spent = s.asked
		return 0, false
	}
	wait = max(s.asked.Add(s.found.Reset).Sub(now), fresh) // after that the answer is old, and Discord is asked again
	tell = now.After(s.told)
	s.told = now.Add(wait)
	return wait, tell
}

// use notes that the session is being begun.
func (t *turn) use() {
	if t == nil {
		return
	}
	t.starts.mu.Lock()
	defer t.starts.mu.Unlock()
	t.used = true
}

// done ends the turn, once; nil has none. The next session may begin five seconds after Discord has answered to this one, so that it
// never sees them closer together, whatever the network does.
func (t *turn) done() {
	if t == nil {
		return
	}
	s := t.starts
	s.mu.Lock()
	defer s.mu.Unlock()
	if t.over {
		return
	}
	t.over = true
	select {
	case <-t.came:
	default: // it has not come
		t.key.waiting = slices.DeleteFunc(t.key.waiting, func(o *turn) bool { return o == t })
		return
	}
	t.key.busy = false
	switch {
	case t.used:
		t.key.free = time.Now().Add(identifyEvery)
	case !t.spent.IsZero() && t.spent.Equal(s.asked):
		s.found.Left++
	}
	s.next(t.key)
}
