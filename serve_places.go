package main

import (
	"context"
	"errors"
	"time"

	"nonmerci/adapters/telegram"
	"nonmerci/bot/desk"
	"nonmerci/knowledge"
)

// places are the communities of a platform and their guides, as an adapter asks for them.
type places struct {
	store    knowledge.Store
	platform string
}

// missing takes « not there » for done.
func missing(err error) error {
	if errors.Is(err, knowledge.ErrNotFound) {
		return nil
	}
	return err
}

// Join implements telegram.Places.
func (p places) Join(ctx context.Context, at desk.Place) error {
	_, err := p.store.Join(ctx, at, time.Now())
	return err
}

// Leave implements telegram.Places.
func (p places) Leave(ctx context.Context, at desk.Place) error {
	return missing(p.store.Leave(ctx, at, time.Now()))
}

// Move implements telegram.Places.
func (p places) Move(ctx context.Context, from, to desk.Place) error {
	return missing(p.store.Move(ctx, from, to))
}

// Groups implements telegram.Places.
func (p places) Groups(ctx context.Context) ([]desk.Place, error) { return p.all(ctx) }

// all are the places of the platform that belong to a community, those that the bot has left among them.
func (p places) all(ctx context.Context) ([]desk.Place, error) {
	const page = 500
	var out []desk.Place
	for after := knowledge.CommunityID(""); ; {
		ids, err := p.store.CommunityIDs(ctx, after, page)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			c, err := p.store.Community(ctx, id)
			if err = missing(err); err != nil { // one that is missing was erased in between
				return nil, err
			}
			out = append(out, of(c.Places, p.platform)...)
		}
		if len(ids) < page {
			return out, nil
		}
		after = ids[len(ids)-1]
	}
}

// Guides implements telegram.Places.
func (p places) Guides(ctx context.Context) ([]telegram.Guide, error) {
	all, err := p.store.GuidesOf(ctx, knowledge.SharedBase)
	var out []telegram.Guide
	for _, g := range all {
		if g.Place.Platform == p.platform {
			out = append(out, telegram.Guide(g))
		}
	}
	return out, err
}

// Guide implements telegram.Places.
func (p places) Guide(ctx context.Context, at desk.Place) (g telegram.Guide, ok bool, err error) {
	found, err := p.store.Guide(ctx, at)
	return telegram.Guide(found), err == nil, missing(err)
}

// SetGuide implements telegram.Places. The community of the place is made when there is none: somebody may place a guide before the platform
// has said that the bot was added.
func (p places) SetGuide(ctx context.Context, g telegram.Guide) error {
	err := p.store.SetGuide(ctx, knowledge.Guide(g))
	if errors.Is(err, knowledge.ErrNotFound) {
		if err = p.Join(ctx, g.Place); err == nil {
			err = p.store.SetGuide(ctx, knowledge.Guide(g))
		}
	}
	return err
}

// DropGuide implements telegram.Places.
func (p places) DropGuide(ctx context.Context, at desk.Place) error {
	return missing(p.store.DropGuide(ctx, at))
}
