package discordgate

import (
	"context"
	"slices"
	"sync"
	"time"
)

// fresh is how old the answer to where the gateway is may be for a session to be begun by it.
const fresh = identifyEvery

// starts lets sessions begin, as Discord wants it (docs: events/gateway, « Max Concurrency »): of each key one at a time and five seconds
// apart, the lowest shard first, and no more than are left for today. It is safe for concurrent use.
type starts struct {
	find  func(context.Context) (Found, error)
	spent func(wait time.Duration) // called once when none is left

	asking chan struct{} // holds the right to ask

	mu    sync.Mutex
	keys  map[int]*key
	found Found
	asked time.Time // when; zero is never
	told  time.Time // until then, spent was called
}

// A key is the limit that shards of one rest share.
type key struct {
	waiting []*turn // the lowest shard first
	busy    bool
	free    time.Time // when the next may begin
}

func newStarts(find func(context.Context) (Found, error), spent func(time.Duration)) *starts {
	return &starts{find: find, spent: spent, asking: make(chan struct{}, 1), keys: map[int]*key{}}
}

// queue takes a place in the queue. The turn must end with done.
func (s *starts) queue(k, shard int) *turn {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys[k] == nil {
		s.keys[k] = &key{}
	}
	t := &turn{starts: s, key: s.keys[k], shard: shard, came: make(chan struct{})}
	at, _ := slices.BinarySearchFunc(t.key.waiting, t, func(a, b *turn) int { return a.shard - b.shard })
	t.key.waiting = slices.Insert(t.key.waiting, at, t)
	s.next(t.key)
	return t
}

// next lets the next turn come. s.mu is held.
func (s *starts) next(k *key) {
	if k.busy || len(k.waiting) == 0 {
		return
	}
	if wait := time.Until(k.free); wait > 0 {
		time.AfterFunc(wait, func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.next(k)
		})
		return
	}
	k.busy = true
	close(k.waiting[0].came)
	k.waiting = k.waiting[1:]
}

// ask asks Discord where its gateway is, unless the last answer is younger than age.
func (s *starts) ask(ctx context.Context, age time.Duration) (Found, error) {
	select {
	case s.asking <- struct{}{}:
	case <-ctx.Done():
		return Found{}, ctx.Err()
	}
	defer func() { <-s.asking }()
	s.mu.Lock()
	found, asked := s.found, s.asked
	s.mu.Unlock()
	if !asked.IsZero() && time.Since(asked) < age {
		return found, nil
	}
	found, err := s.find(ctx)
	if err != nil {
		return Found{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.found, s.asked = found, time.Now()
	return found, nil
}
