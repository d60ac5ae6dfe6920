package live

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/singleflight"

	"nonmerci/knowledge"
)

// A Base is what a store holds, as readers get it. It is safe for concurrent use; Shared never waits, and Overlay only for what it has to
// read.
type Base struct {
	store  Reader
	opts   Options
	shared atomic.Pointer[snapshot]
	health health

	following chan struct{} // holds one while somebody reads the log and applies it
	seq       int64         // of the last event that was applied; whoever follows has it

	told     sync.Mutex
	watchers []func(Change)

	cache   *cache
	flights singleflight.Group
}

// A Change says what became different for readers.
type Change struct {
	Entries     []knowledge.ID          // of the shared base: entries, and subjects under their slugs; sorted
	Communities []knowledge.CommunityID // whose overlay, settings or places may be different; sorted
}

// Open reads the shared base of a store. Nothing is started: Run follows the store.
func Open(ctx context.Context, store Reader, o Options) (*Base, error) {
	b := &Base{store: store, opts: o.withDefaults(), following: make(chan struct{}, 1)}
	b.cache = newCache(b.opts)
	b.health = health{opts: b.opts}
	seq, err := store.LastEvent(ctx) // before the records: an event in between is applied twice rather than never
	if err != nil {
		return nil, fmt.Errorf("read the log of the store: %w", err)
	}
	all, err := store.Records(ctx, knowledge.SharedBase)
	if err != nil {
		return nil, fmt.Errorf("read the shared base from the store: %w", err)
	}
	b.seq = seq
	b.shared.Store(newSnapshot(all))
	return b, nil
}

// Shared returns the shared base as it is published now. It does not change any more; the revision of each entry is the one that the store
// numbers it with.
func (b *Base) Shared() *knowledge.Base { return b.shared.Load().base }

// Ready returns nil when the store answers, and otherwise since when it does not, and what to do about it. What was read before is served
// all the same.
func (b *Base) Ready() error { return b.health.ready() }

// OnChange has a function told of each change, after it can be seen and before Refresh returns. Calls come one after another; the function
// must be quick, and must not call Refresh.
func (b *Base) OnChange(tell func(Change)) {
	b.told.Lock()
	defer b.told.Unlock()
	b.watchers = append(b.watchers, tell)
}

func (b *Base) tell(c Change) {
	if len(c.Entries)+len(c.Communities) == 0 {
		return
	}
	b.told.Lock()
	watchers := b.watchers
	b.told.Unlock()
	for _, tell := range watchers {
		tell(c)
	}
}
