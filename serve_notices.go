package main

import (
	"context"
	"log/slog"
	"time"

	"nonmerci/bot/desk"
)

// tellEvery is how often it is looked whether there is something to tell.
const tellEvery = 10 * time.Second

// A teller delivers notices of the desk; an adapter is one.
type teller interface {
	// Tells says whether a notice is for somebody, or somewhere, on its platform.
	Tells(n desk.Notice) bool
	// Tell sends it, and returns whether it is done with: delivered, or never deliverable.
	Tell(ctx context.Context, n desk.Notice) (done bool)
}

// tell hands what is due to whoever delivers it: decisions to members, alerts and digests to channels. What is for a platform without a token
// here waits.
func (m *memory) tell(ctx context.Context, doors []*door, log *slog.Logger) {
	tick := time.NewTicker(tellEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if !m.keeps() {
			continue // another instance tells it
		}
		due, err := m.desk.Due(ctx)
		if err != nil && ctx.Err() == nil {
			log.Warn("it cannot be read what is to be told; it waits", "error", err.Error())
		}
		for _, n := range due {
			m.deliver(ctx, doors, n, log)
		}
	}
}

func (m *memory) deliver(ctx context.Context, doors []*door, n desk.Notice, log *slog.Logger) {
	for _, d := range doors {
		t, ok := d.adapter.(teller)
		if !ok || !t.Tells(n) {
			continue
		}
		if err := m.desk.Delivered(ctx, n, t.Tell(ctx, n)); err != nil && ctx.Err() == nil {
			log.Warn("it cannot be written that a notice was delivered; it may come twice", "platform", d.name, "error", err.Error())
		}
		return
	}
}
