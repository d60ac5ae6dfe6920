package memstore

import (
	"context"
	"strings"
	"time"

	"nonmerci/knowledge"
)

// Link implements knowledge.Communities.
func (s *Store) Link(ctx context.Context, p knowledge.Place, to knowledge.CommunityID, by knowledge.Actor, at time.Time) error {
	return s.write(ctx, s.at(p, func(here *place) error {
		return s.real(to, func(c *community) error {
			if here.community != c {
				s.pass(p, c, knowledge.Event{At: at, Action: "link", By: by})
			}
			return nil
		})()
	}))
}

// Unlink implements knowledge.Communities.
func (s *Store) Unlink(ctx context.Context, p knowledge.Place, by knowledge.Actor, at time.Time) (own knowledge.Community, err error) {
	err = s.write(ctx, s.at(p, func(here *place) error {
		old := here.community
		if len(old.places) > 1 {
			fresh := s.mint(at)
			for id, e := range old.entries {
				if e.published > 0 {
					e.copyTo(fresh, id, by, at)
				}
			}
			s.pass(p, fresh, knowledge.Event{At: at, Action: "unlink", By: by})
		}
		own = here.community.show()
		return nil
	}))
	return own, err
}

// pass gives a place from its community to another, and logs that for both.
func (s *Store) pass(p knowledge.Place, to *community, event knowledge.Event) {
	old := s.places[p].community
	s.put(p, to)
	for _, c := range []*community{old, to} {
		s.weigh(c, event.At)
		event.Community = c.id
		s.log(event)
	}
}

// Move implements knowledge.Communities.
func (s *Store) Move(ctx context.Context, from, to knowledge.Place) error {
	return s.write(ctx, s.at(from, func(here *place) error {
		if from == to {
			return nil
		}
		c := here.community
		c.drop(from)
		delete(s.places, from)
		if other := s.places[to]; other != nil {
			other.community.drop(to)
			here.inherit(other)
			if other.community != c {
				s.weigh(other.community, s.lastThere(other.community))
			}
		}
		s.places[to] = here
		here.rename(to)
		s.put(to, c)
		s.weigh(c, c.left)
		c.settings = renamed(c.settings, from, to)
		s.log(knowledge.Event{Community: c.id, Action: "move"})
		return nil
	}))
}

// lastThere returns when the bot left the last of the places that a community still has, or when it joined when it has none.
func (s *Store) lastThere(c *community) time.Time {
	last := c.joined
	for _, p := range c.places {
		if left := s.places[p].left; left.After(last) {
			last = left
		}
	}
	return last
}

// inherit takes what another place has and this one has not.
func (p *place) inherit(other *place) {
	if other.left.IsZero() {
		p.left = time.Time{}
	}
	if p.guide == nil {
		p.guide = other.guide
	}
	if p.subscription == nil {
		p.subscription = other.subscription
	}
}

func (p *place) rename(to knowledge.Place) {
	if p.guide != nil {
		p.guide.Place = to
	}
	if p.subscription != nil {
		p.subscription.Place = to
	}
}

// renamed returns settings that speak of a place under its new name.
func renamed(s knowledge.Settings, from, to knowledge.Place) knowledge.Settings {
	if role, ok := s.Roles[from.String()]; ok {
		delete(s.Roles, from.String())
		s.Roles[to.String()] = role
	}
	if channel, ok := strings.CutPrefix(s.Digest, from.String()+"/"); ok {
		s.Digest = to.String() + "/" + channel
	}
	return s
}
