package main

import (
	"context"

	"nonmerci/adapters/discord"
	"nonmerci/adapters/telegram"
	"nonmerci/bot/desk"
)

// discordPlaces are places as the adapter of Discord asks for them: adapters do not know one another, so that each has its own type of guide.
type discordPlaces struct{ places }

// Servers implements discord.Places.
func (p discordPlaces) Servers(ctx context.Context) ([]desk.Place, error) { return p.all(ctx) }

// Guides implements discord.Places.
func (p discordPlaces) Guides(ctx context.Context) ([]discord.Guide, error) {
	all, err := p.places.Guides(ctx)
	out := make([]discord.Guide, len(all))
	for i, g := range all {
		out[i] = discord.Guide(g)
	}
	return out, err
}

// Guide implements discord.Places.
func (p discordPlaces) Guide(ctx context.Context, at desk.Place) (g discord.Guide, ok bool, err error) {
	found, ok, err := p.places.Guide(ctx, at)
	return discord.Guide(found), ok, err
}

// SetGuide implements discord.Places.
func (p discordPlaces) SetGuide(ctx context.Context, g discord.Guide) error {
	return p.places.SetGuide(ctx, telegram.Guide(g))
}
