package memstore

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"nonmerci/knowledge"
)

// Community implements knowledge.Communities.
func (s *Store) Community(ctx context.Context, id knowledge.CommunityID) (found knowledge.Community, err error) {
	err = s.read(ctx, s.real(id, func(c *community) error {
		found = c.show()
		return nil
	}))
	return found, err
}

// CommunityIDs implements knowledge.Communities.
func (s *Store) CommunityIDs(ctx context.Context, after knowledge.CommunityID, limit int) (ids []knowledge.CommunityID, err error) {
	err = s.read(ctx, func() error {
		for id := range s.communities {
			if id > after { // the shared base is after none
				ids = append(ids, id)
			}
		}
		slices.Sort(ids)
		ids = head(ids, limit)
		return nil
	})
	return ids, err
}

// Configure implements knowledge.Communities.
func (s *Store) Configure(ctx context.Context, id knowledge.CommunityID, settings knowledge.Settings, by knowledge.Actor, at time.Time) error {
	return s.write(ctx, s.real(id, func(c *community) error {
		c.settings = cloneSettings(settings)
		s.log(knowledge.Event{At: at, Community: id, Action: "configure", By: by})
		return nil
	}))
}

// LeftBefore implements knowledge.Communities.
func (s *Store) LeftBefore(ctx context.Context, at time.Time) (ids []knowledge.CommunityID, err error) {
	err = s.read(ctx, func() error {
		for _, id := range slices.Sorted(maps.Keys(s.communities)) {
			if left := s.communities[id].left; !left.IsZero() && left.Before(at) {
				ids = append(ids, id)
			}
		}
		return nil
	})
	return ids, err
}

// Erase implements knowledge.Communities.
func (s *Store) Erase(ctx context.Context, id knowledge.CommunityID) error {
	return s.write(ctx, s.real(id, func(c *community) error {
		for _, p := range c.places {
			delete(s.places, p)
		}
		delete(s.communities, id)
		s.events = slices.DeleteFunc(s.events, func(e knowledge.Event) bool { return e.Community == id })
		s.log(knowledge.Event{Community: id, Action: "erase"})
		return nil
	}))
}

// real is in, but not for the shared base: it is nobody's to configure or erase.
func (s *Store) real(id knowledge.CommunityID, do func(c *community) error) func() error {
	if id == knowledge.SharedBase {
		return func() error { return knowledge.ErrNotFound }
	}
	return s.in(id, do)
}

// mint makes a community with an id that was never given.
func (s *Store) mint(at time.Time) *community {
	s.last.community++
	return s.add(knowledge.CommunityID(fmt.Sprintf("c%06d", s.last.community)), at)
}

// show returns a community for the caller.
func (c *community) show() knowledge.Community {
	return knowledge.Community{
		ID: c.id, Places: slices.Clone(c.places), Settings: cloneSettings(c.settings), Joined: c.joined, Left: c.left,
	}
}
