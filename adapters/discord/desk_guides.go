package discord

import (
	"sync"
	"time"

	"nonmerci/bot/desk"
)

// guides know which guides may show something old. They are safe for concurrent use.
type guides struct {
	mu     sync.Mutex
	all    bool
	dirty  map[desk.Place]bool
	last   map[desk.Place]time.Time // when each was edited
	posted map[desk.Place]time.Time // when each was posted again by itself
	wake   chan struct{}
}

func newGuides() guides {
	return guides{
		dirty: map[desk.Place]bool{}, last: map[desk.Place]time.Time{}, posted: map[desk.Place]time.Time{}, wake: make(chan struct{}, 1),
	}
}

// maxRemembered is how many guides that is remembered for; beyond, it begins anew.
const maxRemembered = 10_000

// GuideChanged says that the guides of some servers may have to show something else; of all servers when none is named. It is quick and
// never blocks. Without it a change is noticed within ten minutes.
func (a *Adapter) GuideChanged(places ...desk.Place) {
	if a.room != nil {
		a.room.guides.mark(places)
	}
}

func (g *guides) mark(places []desk.Place) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.all = g.all || len(places) == 0
	for _, p := range places {
		g.dirty[p] = true
	}
	select {
	case g.wake <- struct{}{}:
	default:
	}
}

// named returns the servers that were named.
func (g *guides) named() map[desk.Place]bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.dirty) == 0 {
		return nil
	}
	places := g.dirty
	g.dirty = map[desk.Place]bool{}
	return places
}

// everything says whether all guides are to be looked at, once.
func (g *guides) everything() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	all := g.all
	g.all = false
	return all
}

func (g *guides) edited(p desk.Place, now time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.last) >= maxRemembered {
		clear(g.last)
	}
	g.last[p] = now
}

// wait is how long a guide must be left alone.
func (g *guides) wait(p desk.Place, now time.Time) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.last[p].Add(guideEvery).Sub(now)
}

// again says whether a guide that was deleted may be posted again: once a day.
func (g *guides) again(p desk.Place, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if at, ok := g.posted[p]; ok && now.Sub(at) < repostAfter {
		delete(g.posted, p)
		return false
	}
	if len(g.posted) >= maxRemembered {
		clear(g.posted)
	}
	g.posted[p] = now
	return true
}
