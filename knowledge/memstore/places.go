package memstore

import (
	"cmp"
	"context"
	"slices"
	"time"

	"nonmerci/knowledge"
)

// Join implements knowledge.Communities.
func (s *Store) Join(ctx context.Context, p knowledge.Place, at time.Time) (joined knowledge.Community, err error) {
	err = s.write(ctx, func() error {
		here := s.places[p]
		fresh := here == nil
		if fresh {
			here = &place{}
			s.places[p] = here
			s.put(p, s.mint(at))
		}
		if fresh || !here.left.IsZero() {
			here.left, here.community.left = time.Time{}, time.Time{}
			s.log(knowledge.Event{At: at, Community: here.community.id, Action: "join"})
		}
		joined = here.community.show()
		return nil
	})
	return joined, err
}

// At implements knowledge.Communities.
func (s *Store) At(ctx context.Context, p knowledge.Place) (found knowledge.Community, err error) {
	err = s.read(ctx, s.at(p, func(here *place) error {
		found = here.community.show()
		return nil
	}))
	return found, err
}

// Leave implements knowledge.Communities.
func (s *Store) Leave(ctx context.Context, p knowledge.Place, at time.Time) error {
	return s.write(ctx, s.at(p, func(here *place) error {
		if !here.left.IsZero() {
			return nil
		}
		here.left = moment(at)
		s.weigh(here.community, at)
		s.log(knowledge.Event{At: at, Community: here.community.id, Action: "leave"})
		return nil
	}))
}

// at calls do with a place, or returns ErrNotFound.
func (s *Store) at(p knowledge.Place, do func(here *place) error) func() error {
	return func() error {
		here := s.places[p]
		if here == nil {
			return knowledge.ErrNotFound
		}
		return do(here)
	}
}

// put makes a place one of a community's, and no longer one of the community's that it was in.
func (s *Store) put(p knowledge.Place, c *community) {
	here := s.places[p]
	if here.community != nil {
		here.community.drop(p)
	}
	here.community = c
	c.places = append(c.places, p)
	slices.SortFunc(c.places, func(a, b knowledge.Place) int {
		return cmp.Or(cmp.Compare(a.Platform, b.Platform), cmp.Compare(a.Chat, b.Chat))
	})
}

func (c *community) drop(p knowledge.Place) {
	c.places = slices.DeleteFunc(c.places, func(q knowledge.Place) bool { return p == q })
}

// weigh notes whether a community is in any place: when it has just left the last one, it left at that time.
func (s *Store) weigh(c *community, at time.Time) {
	switch {
	case slices.ContainsFunc(c.places, func(p knowledge.Place) bool { return s.places[p].left.IsZero() }):
		c.left = time.Time{}
	case c.left.IsZero():
		c.left = moment(at)
	}
}
