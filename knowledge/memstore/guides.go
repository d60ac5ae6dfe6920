package memstore

import (
	"context"

	"nonmerci/knowledge"
)

// SetGuide implements knowledge.Guides.
func (s *Store) SetGuide(ctx context.Context, g knowledge.Guide) error {
	return s.write(ctx, s.at(g.Place, func(here *place) error {
		g = cloneGuide(g)
		g.At = moment(g.At)
		here.guide = &g
		return nil
	}))
}

// Guide implements knowledge.Guides.
func (s *Store) Guide(ctx context.Context, p knowledge.Place) (g knowledge.Guide, err error) {
	err = s.read(ctx, s.at(p, func(here *place) error {
		if here.guide == nil {
			return knowledge.ErrNotFound
		}
		g = cloneGuide(*here.guide)
		return nil
	}))
	return g, err
}

// GuidesOf implements knowledge.Guides.
func (s *Store) GuidesOf(ctx context.Context, c knowledge.CommunityID) (all []knowledge.Guide, err error) {
	err = s.read(ctx, func() error {
		for _, here := range s.places {
			if here.guide != nil && (c == knowledge.SharedBase || here.community.id == c) {
				all = append(all, cloneGuide(*here.guide))
			}
		}
		return nil
	})
	return all, err
}

// DropGuide implements knowledge.Guides.
func (s *Store) DropGuide(ctx context.Context, p knowledge.Place) error {
	return s.write(ctx, s.at(p, func(here *place) error {
		if here.guide == nil {
			return knowledge.ErrNotFound
		}
		here.guide = nil
		return nil
	}))
}
