package live

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"nonmerci/knowledge"
)

// page is how many events are read at once.
const page = 500

// manyRecords is from how many changed entries on the whole shared base is read at once.
const manyRecords = 40

// Run follows the store until ctx is done, and returns its error. It may be called once. While the store fails it is asked less and less
// often, at least every thirty seconds.
func (b *Base) Run(ctx context.Context) error {
	var last look
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-b.opts.After(b.health.pause()):
			still, now := b.still(last)
			if !still && b.Refresh(ctx) == nil { // health has noted an error
				last = now
			}
		}
	}
}

// Refresh applies what was done in the store since the last look: when it returns nil, readers of this instance get everything that was
// saved before it was called. It blocks for some reads of the store.
func (b *Base) Refresh(ctx context.Context) error {
	select {
	case b.following <- struct{}{}:
		defer func() { <-b.following }()
	case <-ctx.Done():
		return ctx.Err()
	}
	within, cancel := context.WithTimeout(ctx, 5*b.opts.Patience)
	defer cancel()
	for {
		events, err := b.store.EventsAfter(within, b.seq, page)
		if err == nil && len(events) > 0 {
			err = b.apply(within, events)
		}
		b.health.note(ctx, err)
		if err != nil {
			return fmt.Errorf("follow the store: %w", err)
		}
		if len(events) < page {
			return nil
		}
	}
}

// apply makes what some events speak of visible, and remembers that it did.
func (b *Base) apply(ctx context.Context, events []knowledge.Event) error {
	shared, communities, moved := map[knowledge.ID]bool{}, map[knowledge.CommunityID]bool{}, false
	var erased []knowledge.CommunityID
	for _, e := range events {
		switch e.Action {
		case "save", "publish":
			if e.Community == knowledge.SharedBase {
				shared[e.Entry] = true
			} else {
				communities[e.Community] = true
			}
		case "configure":
			communities[e.Community] = true
		case "erase":
			communities[e.Community], moved = true, true
			erased = append(erased, e.Community)
		case "join", "link", "unlink", "move", "leave":
			communities[e.Community], moved = true, true
		}
	}
	delete(communities, knowledge.SharedBase)
	change := Change{Entries: slices.Sorted(maps.Keys(shared)), Communities: slices.Sorted(maps.Keys(communities))}
	if err := b.renew(ctx, change.Entries); err != nil {
		return err // nothing was applied: the same events come again
	}
	b.cache.outdate(change, moved)
	b.cache.forget(erased)
	b.seq = events[len(events)-1].Seq
	b.tell(change)
	return nil
}

// renew puts the records of some entries of the shared base into a new snapshot.
func (b *Base) renew(ctx context.Context, ids []knowledge.ID) error {
	if len(ids) == 0 {
		return nil
	}
	if len(ids) > manyRecords {
		all, err := b.store.Records(ctx, knowledge.SharedBase)
		if err != nil {
			return err
		}
		b.shared.Store(newSnapshot(all))
		return nil
	}
	changed := make([]knowledge.Record, 0, len(ids))
	for _, id := range ids {
		r, err := b.store.Record(ctx, knowledge.SharedBase, id)
		if errors.Is(err, knowledge.ErrNotFound) {
			r, err = knowledge.Record{Entry: id}, nil
		}
		if err != nil {
			return err
		}
		changed = append(changed, r)
	}
	b.shared.Store(b.shared.Load().with(changed))
	return nil
}
