package live

import (
	"sync"
	"time"

	"nonmerci/knowledge"
)

// A cache keeps which community a place belongs to, and the overlays of communities; that there is none too. What an event spoke of stays
// in it, marked as old, for as long as the store cannot be asked. It is safe for concurrent use.
type cache struct {
	mu       sync.Mutex
	opts     Options
	places   *lru[knowledge.Place, place]
	overlays *lru[knowledge.CommunityID, kept]
	times    uint64 // how often something became old: what was being read meanwhile may be old already
}

// A place is where a community meets; community is "" when the store does not know it.
type place struct {
	community knowledge.CommunityID
	until     time.Time // when to look again
	old       bool
}

// kept is an overlay; nil when the community adds nothing.
type kept struct {
	overlay *Overlay
	until   time.Time
	old     bool
}

func newCache(o Options) *cache {
	return &cache{
		opts: o, places: newLRU[knowledge.Place, place](o.Places, 0), overlays: newLRU[knowledge.CommunityID, kept](o.Overlays, o.OverlayBytes),
	}
}

// place returns the community of a place as it was last known; fresh says that there is no need to ask again.
func (c *cache) place(p knowledge.Place) (id knowledge.CommunityID, known, fresh bool) {
	now := c.opts.Now()
	c.mu.Lock()
	defer c.mu.Unlock()
	v := c.places.get(p)
	if v == nil {
		return "", false, false
	}
	return v.community, true, !v.old && now.Before(v.until)
}

// overlay is place for the overlay of a community.
func (c *cache) overlay(id knowledge.CommunityID) (o *Overlay, known, fresh bool) {
	now := c.opts.Now()
	c.mu.Lock()
	defer c.mu.Unlock()
	v := c.overlays.get(id)
	if v == nil {
		return nil, false, false
	}
	return v.overlay, true, !v.old && now.Before(v.until)
}

// begin returns a mark to be given back with what is read from now on.
func (c *cache) begin() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.times
}

func (c *cache) keepPlace(p knowledge.Place, id knowledge.CommunityID, begun uint64) {
	until := c.opts.Now().Add(c.opts.Recheck)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.places.put(p, place{id, until, begun != c.times}, 0)
}

func (c *cache) keepOverlay(id knowledge.CommunityID, o *Overlay, begun uint64) {
	until := c.opts.Now().Add(c.opts.Recheck)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.overlays.put(id, kept{o, until, begun != c.times}, o.size())
}

// forget lets go of the overlays of communities that are no more: they are not served even while the store does not answer.
func (c *cache) forget(erased []knowledge.CommunityID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, id := range erased {
		if c.overlays.peek(id) != nil {
			c.overlays.put(id, kept{old: true}, 0)
		}
	}
}

// outdate marks what a change concerns. moved says that places may belong to other communities than before.
func (c *cache) outdate(change Change, moved bool) {
	if len(change.Entries)+len(change.Communities) == 0 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.times++
	for _, id := range change.Communities {
		if k := c.overlays.peek(id); k != nil {
			k.old = true
		}
	}
	if moved {
		c.places.each(func(_ knowledge.Place, p *place) { p.old = true })
	}
	if len(change.Entries) > 0 {
		c.overlays.each(func(_ knowledge.CommunityID, k *kept) { k.old = k.old || k.overlay.concerns(change.Entries) })
	}
}
