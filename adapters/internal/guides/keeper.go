package guides

import (
	"context"
	"log/slog"
	"time"

	"nonmerci/adapters/internal/delay"
	"nonmerci/bot/desk"
)

const (
	soon  = 300 * time.Millisecond // for changes that come together
	looks = 10 * time.Minute       // all are looked at, whatever was told
	burst = 20                     // edits at once when all may show something old; then one each pace
	pace  = 100 * time.Millisecond // a fifth of what Discord takes, a third of what Telegram takes
)

// A Keeper looks at the guides G of one platform as they change.
type Keeper[G any] struct {
	Changes *Changes
	All     func(context.Context) ([]G, error)
	One     func(context.Context, desk.Place) (guide G, found bool, err error)
	// Look sees whether a guide shows something old and, if so, has it edited without waiting for that; it says whether it did.
	Look  func(context.Context, G) (edited bool)
	Keeps func() bool // whether this instance keeps the guides; nil means that it does
	Log   *slog.Logger
}

// Run looks at all guides once, then at those that are marked, and at all every ten minutes, until ctx is done.
func (k Keeper[G]) Run(ctx context.Context) {
	k.Changes.Mark() // what changed while the program was away
	tick := time.NewTicker(looks)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			k.Changes.Mark()
			continue
		case <-k.Changes.wake:
		}
		if !k.keeps() {
			continue // another instance does
		}
		if delay.For(ctx, soon) != nil {
			return
		}
		k.lookAtNamed(ctx)
		if k.Changes.everything() {
			k.lookAtAll(ctx)
		}
	}
}

func (k Keeper[G]) keeps() bool { return k.Keeps == nil || k.Keeps() }

func (k Keeper[G]) lookAtNamed(ctx context.Context) {
	for p := range k.Changes.named() {
		if g, ok, err := k.One(ctx, p); err == nil && ok { // else it is looked at with all others
			k.Look(ctx, g)
		}
	}
}

func (k Keeper[G]) lookAtAll(ctx context.Context) {
	all, err := k.All(ctx)
	if err != nil && ctx.Err() == nil {
		k.Log.Warn("the guides could not be read; they are looked at again in a while", "err", err.Error())
	}
	edits := 0
	for _, g := range all {
		k.lookAtNamed(ctx) // a place that was named does not wait for ten thousand others
		if !k.Look(ctx, g) {
			continue
		}
		if edits++; edits > burst && delay.For(ctx, pace) != nil || !k.keeps() {
			return
		}
	}
}
