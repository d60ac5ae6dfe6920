package memstore

import (
	"cmp"
	"context"
	"slices"
	"time"

	"nonmerci/knowledge"
)

// AddGap implements knowledge.Gaps.
func (s *Store) AddGap(ctx context.Context, g knowledge.Gap) (kept knowledge.Gap, err error) {
	err = s.write(ctx, s.in(g.Community, func(c *community) error {
		at := moment(g.First)
		for _, old := range c.gaps {
			if old.Key == g.Key {
				old.Count++
				old.Last = at
				kept = *old
				return nil
			}
		}
		s.last.gap++
		kept = knowledge.Gap{
			ID: s.last.gap, Community: g.Community, Lang: g.Lang, Key: g.Key, Text: g.Text, Count: 1, First: at, Last: at, State: knowledge.GapOpen,
		}
		fresh := kept
		c.gaps[kept.ID] = &fresh
		return nil
	}))
	return kept, err
}

// Gaps implements knowledge.Gaps.
func (s *Store) Gaps(ctx context.Context, c knowledge.CommunityID, state knowledge.GapState, limit int) (all []knowledge.Gap, err error) {
	err = s.read(ctx, s.about(c, func(c *community) {
		for _, g := range c.gaps {
			if g.State == state {
				all = append(all, *g)
			}
		}
		slices.SortFunc(all, func(a, b knowledge.Gap) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.ID, b.ID)) })
		all = head(all, limit)
	}))
	return all, err
}

// Gap implements knowledge.Gaps.
func (s *Store) Gap(ctx context.Context, c knowledge.CommunityID, id int64) (found knowledge.Gap, err error) {
	err = s.read(ctx, s.gap(c, id, func(g *knowledge.Gap) { found = *g }))
	return found, err
}

// SettleGap implements knowledge.Gaps.
func (s *Store) SettleGap(
	ctx context.Context, c knowledge.CommunityID, id int64, state knowledge.GapState, entry knowledge.ID, by knowledge.Actor, at time.Time,
) error {
	return s.write(ctx, s.gap(c, id, func(g *knowledge.Gap) {
		g.State, g.Entry = state, entry
		s.log(knowledge.Event{At: at, Community: c, Entry: entry, Action: "settlegap", By: by})
	}))
}

// DropGaps implements knowledge.Gaps.
func (s *Store) DropGaps(ctx context.Context, before time.Time) (n int, err error) {
	err = s.write(ctx, func() error {
		for _, c := range s.communities {
			for id, g := range c.gaps {
				if g.Last.Before(before) {
					delete(c.gaps, id)
					n++
				}
			}
		}
		return nil
	})
	return n, err
}

// gap calls do with a gap, or returns ErrNotFound.
func (s *Store) gap(c knowledge.CommunityID, id int64, do func(g *knowledge.Gap)) func() error {
	return s.in(c, func(c *community) error {
		g := c.gaps[id]
		if g == nil {
			return knowledge.ErrNotFound
		}
		do(g)
		return nil
	})
}
