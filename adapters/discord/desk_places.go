package discord

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"nonmerci/adapters/internal/delay"
	"nonmerci/bot/desk"
)

const (
	placeTries = 5 // how often the store is told of a server, each time a little later
	firstPause = time.Second
)

// A wireGuild is what is read of a server.
type wireGuild struct {
	ID          string `json:"id"`
	Unavailable bool   `json:"unavailable"`
}

// server tells the store that the bot is in a server, or was removed from it. One that Discord itself cannot reach is neither.
func (r *room) server(kind string, data json.RawMessage) {
	var g wireGuild
	if decode(data, &g) != nil || g.ID == "" {
		r.metrics.Undecodable.Inc()
		return
	}
	if g.Unavailable {
		return
	}
	p, tell := placeOf(g.ID), r.places.Join
	r.here.note(g.ID, kind == eventGuild)
	if kind == eventNoGuild {
		tell = r.places.Leave
	}
	r.put(r.slow, guideLane(p), func(ctx context.Context) { r.insist(ctx, func(ctx context.Context) error { return tell(ctx, p) }) })
}

// guideLane is the lane of what concerns a whole server: its guide, and whether the bot is there.
func guideLane(p desk.Place) string { return "g" + p.Chat }

// insist tells the store something until it takes it.
func (r *room) insist(ctx context.Context, tell func(context.Context) error) {
	var err error
	for try := range placeTries {
		if err = tell(ctx); err == nil || delay.For(ctx, firstPause<<try) != nil {
			break
		}
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		r.log.Error("the store could not be told of a server that the bot was added to or removed from; it is told when the bot next connects", "why", err.Error())
	}
}
