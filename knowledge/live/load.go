package live

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"nonmerci/knowledge"
)

// Overlay returns what the community of a place makes of the shared base; nil when it makes nothing, when no community meets there, and for
// the zero Place. It is read from the store when it is not known, or has changed: then the call blocks for some milliseconds, at most for
// Patience, and several who ask for the same wait for one read. While the store cannot be reached it returns what was read last, and an error
// wrapping ErrAway for what never was; the other errors are ctx's.
func (b *Base) Overlay(ctx context.Context, p knowledge.Place) (*Overlay, error) {
	if p == (knowledge.Place{}) {
		return nil, nil
	}
	id, known, fresh := b.cache.place(p)
	if !fresh {
		begun := b.cache.begin()
		now, err := once(ctx, b, "at "+p.String(), begun, func(ctx context.Context) (knowledge.CommunityID, error) { return b.readPlace(ctx, p, begun) })
		if err == nil {
			id = now
		} else if !known || ctx.Err() != nil {
			return nil, err
		}
	}
	if id == "" {
		return nil, nil
	}
	o, known, fresh := b.cache.overlay(id)
	if fresh {
		return o, nil
	}
	begun := b.cache.begin()
	now, err := once(ctx, b, "of "+string(id), begun, func(ctx context.Context) (*Overlay, error) { return b.readOverlay(ctx, id, begun) })
	if err == nil {
		o = now
	} else if !known || ctx.Err() != nil {
		return nil, err
	}
	return o, nil
}

// once has something read, for all who ask for it at the same time. Who asks after it may have changed does not join who asked before.
// A caller that gives up does not end it for the others.
func once[T any](ctx context.Context, b *Base, what string, begun uint64, read func(ctx context.Context) (T, error)) (v T, err error) {
	if err := ctx.Err(); err != nil {
		return v, err
	}
	if err := b.health.away(); err != nil {
		return v, err
	}
	done := b.flights.DoChan(what+" "+strconv.FormatUint(begun, 36), func() (got any, err error) {
		defer func() {
			if p := recover(); p != nil { // it would end the program: no handler stands around this goroutine
				err = fmt.Errorf("reading it panicked: %T", p)
			}
		}()
		free := context.WithoutCancel(ctx)
		within, cancel := context.WithTimeout(free, b.opts.Patience)
		defer cancel()
		got, err = read(within)
		b.health.note(free, err)
		return got, err
	})
	select {
	case <-ctx.Done():
		return v, ctx.Err()
	case r := <-done:
		if r.Err != nil {
			return v, fmt.Errorf("%w: %w", ErrAway, r.Err)
		}
		return r.Val.(T), nil
	}
}

// readPlace reads which community a place belongs to, "" for none.
func (b *Base) readPlace(ctx context.Context, p knowledge.Place, begun uint64) (knowledge.CommunityID, error) {
	if id, _, fresh := b.cache.place(p); fresh { // read just now, between the look of who asks and this one
		return id, nil
	}
	c, err := b.store.At(ctx, p)
	if errors.Is(err, knowledge.ErrNotFound) {
		c.ID, err = "", nil
	}
	if err == nil {
		b.cache.keepPlace(p, c.ID, begun)
	}
	return c.ID, err
}

// readOverlay reads what a community makes of the shared base, nil for nothing.
func (b *Base) readOverlay(ctx context.Context, id knowledge.CommunityID, begun uint64) (*Overlay, error) {
	if o, _, fresh := b.cache.overlay(id); fresh { // as above
		return o, nil
	}
	c, err := b.store.Community(ctx, id)
	if errors.Is(err, knowledge.ErrNotFound) { // erased
		b.cache.keepOverlay(id, nil, begun)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	all, err := b.store.Records(ctx, id)
	if err != nil {
		return nil, err
	}
	o := newOverlay(c, all, b.shared.Load())
	b.cache.keepOverlay(id, o, begun)
	return o, nil
}
