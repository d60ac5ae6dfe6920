package memstore

import (
	"context"
	"maps"
	"slices"

	"nonmerci/knowledge"
)

// Records implements knowledge.Revisions.
func (s *Store) Records(ctx context.Context, c knowledge.CommunityID) (all []knowledge.Record, err error) {
	err = s.read(ctx, s.about(c, func(c *community) {
		for _, id := range slices.Sorted(maps.Keys(c.entries)) {
			all = append(all, c.entries[id].record(c.id, id))
		}
	}))
	return all, err
}

// Record implements knowledge.Revisions.
func (s *Store) Record(ctx context.Context, c knowledge.CommunityID, id knowledge.ID) (r knowledge.Record, err error) {
	err = s.read(ctx, s.entry(c, id, func(e *entry) error {
		r = e.record(c, id)
		return nil
	}))
	return r, err
}

// History implements knowledge.Revisions.
func (s *Store) History(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, before, limit int) (all []knowledge.Revision, err error) {
	err = s.read(ctx, s.about(c, func(c *community) {
		e := c.entries[id]
		if e == nil {
			return
		}
		from := e.latest()
		if before != 0 {
			from = min(from, before-1)
		}
		for n := from; n > 0 && len(all) < limit; n-- {
			all = append(all, *e.at(n))
		}
	}))
	return all, err
}

// Revision implements knowledge.Revisions.
func (s *Store) Revision(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, number int) (r knowledge.Revision, err error) {
	err = s.read(ctx, s.entry(c, id, func(e *entry) error {
		found := e.at(number)
		if found == nil {
			return knowledge.ErrNotFound
		}
		r = *found
		return nil
	}))
	return r, err
}

// entry calls do with an entry, or returns ErrNotFound.
func (s *Store) entry(c knowledge.CommunityID, id knowledge.ID, do func(e *entry) error) func() error {
	return s.in(c, func(c *community) error {
		e := c.entries[id]
		if e == nil {
			return knowledge.ErrNotFound
		}
		return do(e)
	})
}
