package telegram

import (
	"sync"
	"time"

	"nonmerci/bot/desk"
)

// guides know which guides may show something old.
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

// GuideChanged says that the guides of some groups may have to show something else; of all groups when none is named. It is quick and never
// blocks. Without it a change is noticed within ten minutes.
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

// some returns the groups that were named.
func (g *guides) some() map[desk.Place]bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.dirty) == 0 {
		return nil
	}
	places := g.dirty
	g.dirty = map[desk.Place]bool{}
	return places
}

// take returns what is to be looked at.
func (g *guides) take() (all bool, places map[desk.Place]bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	all, places = g.all, g.dirty
	g.all, g.dirty = false, map[desk.Place]bool{}
	return all, places
}

func (g *guides) edited(p desk.Place, now time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.last[p] = now
	if len(g.last) > maxRecent {
		g.last = map[desk.Place]time.Time{p: now}
	}
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
	g.posted[p] = now
	return true
}
