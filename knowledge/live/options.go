package live

import (
	"cmp"
	"context"
	"log/slog"
	"time"

	"nonmerci/knowledge"
)

// A Reader is what a Base reads of a store; every knowledge.Store is one. What it returns must not change any more.
type Reader interface {
	Records(ctx context.Context, c knowledge.CommunityID) ([]knowledge.Record, error)
	Record(ctx context.Context, c knowledge.CommunityID, id knowledge.ID) (knowledge.Record, error)
	At(ctx context.Context, p knowledge.Place) (knowledge.Community, error)
	Community(ctx context.Context, id knowledge.CommunityID) (knowledge.Community, error)
	EventsAfter(ctx context.Context, seq int64, limit int) ([]knowledge.Event, error)
	LastEvent(ctx context.Context) (int64, error)
}

// Options change how a store is followed and how much is kept of it. The zero value is the recommended one.
type Options struct {
	Every    time.Duration // between two looks at the log; zero means 250 ms
	Patience time.Duration // for one read of an overlay; zero means two seconds
	Recheck  time.Duration // after which a place and its overlay are read again although no event spoke of them; zero means ten minutes

	Places       int   // places whose community is known; zero means 100,000
	Overlays     int   // overlays kept; zero means 20,000
	OverlayBytes int64 // their size, by estimate; zero means 768 MiB, which is 10,000 communities of fifty entries

	After func(d time.Duration) <-chan time.Time // nil means time.After
	Now   func() time.Time                       // nil means time.Now
	Log   *slog.Logger                           // nil means slog.Default(); told once when the store begins to fail, and when it answers again
}

// slowest is how long a store that does not answer is left alone at most.
const slowest = 30 * time.Second

func (o Options) withDefaults() Options {
	o.Every = cmp.Or(o.Every, 250*time.Millisecond)
	o.Patience = cmp.Or(o.Patience, 2*time.Second)
	o.Recheck = cmp.Or(o.Recheck, 10*time.Minute)
	o.Places = cmp.Or(o.Places, 100_000)
	o.Overlays = cmp.Or(o.Overlays, 20_000)
	o.OverlayBytes = cmp.Or(o.OverlayBytes, 768<<20)
	if o.After == nil {
		o.After = time.After
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}
