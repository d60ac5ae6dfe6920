package discordrest

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// A bucket is the limit of one route and top-level resource: so many requests, then a wait until it is full again. Until the first
// answer tells the limit, requests leave one at a time.
type bucket struct {
	mu         sync.Mutex
	known      bool // an answer has come
	free       bool // it told of no limit
	limit      int
	left       int
	flying     int       // requests without an answer yet
	reset      time.Time // zero while the window is new and no answer has told its end
	generation int       // counts windows, so that a late answer of an old one teaches nothing
	changed    chan struct{}
}

func newBucket() *bucket { return &bucket{changed: make(chan struct{})} }

// take waits until a request may leave, and counts it.
func (b *bucket) take(ctx context.Context) (generation int, err error) {
	for {
		b.mu.Lock()
		wait := b.wait(time.Now())
		if wait == 0 {
			b.left--
			b.flying++
			defer b.mu.Unlock()
			return b.generation, ctx.Err()
		}
		changed := b.changed
		b.mu.Unlock()
		t := time.NewTimer(wait)
		select {
		case <-changed:
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return 0, ctx.Err()
		}
		t.Stop()
	}
}

// untilChange is a wait for an answer, which ends it.
const untilChange = time.Hour

// wait says how long there is no room; it begins a new window when the old one is over. b.mu is held.
func (b *bucket) wait(now time.Time) time.Duration {
	switch {
	case !b.known && b.flying > 0:
		return untilChange
	case !b.known, b.free:
		return 0
	}
	if !b.reset.IsZero() && !now.Before(b.reset) {
		b.generation++
		b.reset = time.Time{}
		b.left = b.limit - b.flying
	}
	switch {
	case b.left > 0:
		return 0
	case b.reset.IsZero():
		return untilChange
	}
	return b.reset.Sub(now)
}

// peek is wait for somebody who comes back to ask; an answer may come any moment, so its wait is short then.
func (b *bucket) peek(now time.Time) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	if wait := b.wait(now); wait != untilChange {
		return wait
	}
	return 20 * time.Millisecond
}

// give takes a request back that did not leave.
func (b *bucket) give(generation int) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.flying--
	if generation == b.generation {
		b.left++
	}
	b.wake()
}

func (b *bucket) wake() {
	close(b.changed)
	b.changed = make(chan struct{})
}

// limits are what an answer tells.
type limits struct {
	told        bool
	limit, left int
	after, wait time.Duration // until the window is over; after a 429, until the next request
}

func readLimits(h http.Header) limits {
	var s limits
	var errs [3]error
	s.limit, errs[0] = strconv.Atoi(h.Get("X-RateLimit-Limit"))
	s.left, errs[1] = strconv.Atoi(h.Get("X-RateLimit-Remaining"))
	after, err := strconv.ParseFloat(h.Get("X-RateLimit-Reset-After"), 64)
	errs[2] = err
	s.after, s.told = seconds(max(after, 0)), errs == [3]error{} && s.limit > 0
	return s
}

// settle learns from the answer to a request of a window.
func (b *bucket) settle(generation int, s limits, now time.Time) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	defer b.wake()
	b.flying--
	switch {
	case s.wait > 0:
		b.known, b.free, b.left = true, false, 0
		b.limit = max(b.limit, s.limit, 1)
		b.reset = later(b.reset, now.Add(s.wait))
	case generation != b.generation:
	case s.told:
		if !b.known || b.free {
			b.left = s.left - b.flying
		}
		b.known, b.free, b.limit = true, false, s.limit
		b.left = min(b.left, s.left)
		b.reset = later(b.reset, now.Add(s.after))
	case !b.known:
		b.known, b.free = true, true
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// idle says that nothing is known of the bucket that its next answer would not tell again.
func (b *bucket) idle(now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.flying == 0 && now.After(b.reset)
}

// maxBuckets is when idle buckets are forgotten.
const maxBuckets = 4096

// bucket finds the bucket of a route, or begins one.
func (l *limiter) bucket(r route) *bucket {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := r.major + " " + r.template
	if hash := l.hashes[r.template]; hash != "" {
		key = r.major + " " + hash
	}
	b := l.buckets[key]
	if b == nil {
		l.forget(time.Now())
		b = newBucket()
		l.buckets[key] = b
	}
	return b
}

// learn notes the bucket that Discord counts a route in: other routes may share it.
func (l *limiter) learn(r route, hash string, b *bucket) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.hashes[r.template] == hash {
		return
	}
	if len(l.hashes) < maxBuckets {
		l.hashes[r.template] = hash
	}
	if l.buckets[r.major+" "+hash] == nil {
		l.buckets[r.major+" "+hash] = b
	}
}

func (l *limiter) forget(now time.Time) {
	if len(l.buckets) < maxBuckets {
		return
	}
	for key, b := range l.buckets {
		if b.idle(now) {
			delete(l.buckets, key)
		}
	}
}
