package main

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"nonmerci/bot/desk"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
)

// lookWithin is how long the places of a community are looked for when it has changed.
const lookWithin = 5 * time.Second

// A guider keeps the guides of its platform; an adapter is one.
type guider interface {
	// GuideChanged says that the guides of some places may have to show something else; of all when none is named. It does not block.
	GuideChanged(places ...desk.Place)
}

// watch tells the adapters whose guides a change may concern: those of the communities that have changed, or all when the shared base has.
func (m *memory) watch(ctx context.Context, doors []*door, log *slog.Logger) {
	changes := make(chan live.Change, 64)
	m.live.OnChange(func(ch live.Change) {
		select {
		case changes <- ch:
		default: // so many changes at once: they will be noticed by the adapters' own look at every guide
			log.Warn("guides are late: too many changes at once")
		}
	})
	for {
		select {
		case <-ctx.Done():
			return
		case ch := <-changes:
			if !m.keeps() {
				continue // another instance has heard of it too
			}
			m.changed(ctx, doors, ch, log)
		}
	}
}

func (m *memory) changed(ctx context.Context, doors []*door, ch live.Change, log *slog.Logger) {
	var places []desk.Place
	if len(ch.Entries) == 0 {
		look, cancel := context.WithTimeout(ctx, lookWithin)
		defer cancel()
		for _, id := range ch.Communities {
			c, err := m.store.Community(look, id)
			if err != nil {
				log.Debug("a community that has changed cannot be read", "error", err.Error())
				continue
			}
			places = append(places, c.Places...)
		}
		if len(places) == 0 {
			return
		}
	}
	for _, d := range doors {
		if g, ok := d.adapter.(guider); ok {
			if mine := of(places, d.name); len(mine) > 0 || len(places) == 0 {
				g.GuideChanged(mine...)
			}
		}
	}
}

// of are the places of one platform.
func of(places []knowledge.Place, platform string) []knowledge.Place {
	return slices.DeleteFunc(slices.Clone(places), func(p knowledge.Place) bool { return p.Platform != platform })
}
