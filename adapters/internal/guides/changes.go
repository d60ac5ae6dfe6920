// Package guides keeps the pinned guides of a platform up to date: it knows which of them may show something old, and lets them be edited at a
// pace that leaves room for answers.
package guides

import (
	"sync"
	"time"

	"nonmerci/bot/desk"
)

const (
	every       = 3 * time.Second // between two edits of one guide
	repostAfter = 24 * time.Hour  // a guide that is deleted again within this is not wanted
	most        = 10_000          // guides that times are remembered of; beyond, it begins anew
)

// Changes know which guides may show something old, and when each was last edited. They are safe for concurrent use.
type Changes struct {
	mu     sync.Mutex
	all    bool
	dirty  map[desk.Place]bool
	last   map[desk.Place]time.Time // when each was edited
	posted map[desk.Place]time.Time // when each was posted again by itself
	wake   chan struct{}
}

// NewChanges returns changes that know of none.
func NewChanges() *Changes {
	return &Changes{
		dirty: map[desk.Place]bool{}, last: map[desk.Place]time.Time{}, posted: map[desk.Place]time.Time{}, wake: make(chan struct{}, 1),
	}
}

// Mark says that the guides of some places may have to show something else; all guides when none is named. It is quick and never blocks.
func (c *Changes) Mark(places ...desk.Place) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all = c.all || len(places) == 0
	for _, p := range places {
		c.dirty[p] = true
	}
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// named returns the places that were named since it was last called.
func (c *Changes) named() map[desk.Place]bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.dirty) == 0 {
		return nil
	}
	places := c.dirty
	c.dirty = map[desk.Place]bool{}
	return places
}

// everything says whether all guides are to be looked at, once.
func (c *Changes) everything() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := c.all
	c.all = false
	return all
}

// Edited remembers that the guide of a place is being edited, or was.
func (c *Changes) Edited(p desk.Place, now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.last) >= most {
		clear(c.last)
	}
	c.last[p] = now
}

// Rest says whether the guide of a place was edited so recently that it must be left alone for now; it is then marked again in time.
func (c *Changes) Rest(p desk.Place, now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	wait := c.last[p].Add(every).Sub(now)
	if wait <= 0 {
		return false
	}
	time.AfterFunc(wait, func() { c.Mark(p) })
	return true
}

// Again says whether a guide that was deleted may be posted again by itself: once a day.
func (c *Changes) Again(p desk.Place, now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, ok := c.posted[p]; ok && now.Sub(at) < repostAfter {
		delete(c.posted, p)
		return false
	}
	if len(c.posted) >= most {
		clear(c.posted)
	}
	c.posted[p] = now
	return true
}
