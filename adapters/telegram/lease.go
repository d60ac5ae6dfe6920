package telegram

import (
	"context"
	"fmt"
	"time"

	"nonmerci/bot"
)

// leaveWithin is how long what was accepted may take to be finished once another instance is to receive: then it need not be brought again.
const leaveWithin = 1500 * time.Millisecond

// receive polls until ctx is done, while this instance is the one that does, and stands by while it is not. held is done once everything has
// ended: a lease lasts until then, so that nobody receives what is still being answered here.
func (a *Adapter) receive(ctx, held context.Context, w *window) error {
	if a.opts.Lease == nil {
		return a.poll(ctx, w)
	}
	for ctx.Err() == nil {
		if err := a.receiveOnce(ctx, held, w); err != nil {
			return err
		}
	}
	return nil
}

// receiveOnce waits for the lease and receives until it is lost or ctx is done.
func (a *Adapter) receiveOnce(ctx, held context.Context, w *window) error {
	a.health.set(bot.ErrStandBy)
	held, leave := context.WithCancel(held)
	waiting := context.AfterFunc(ctx, leave)
	lost, err := a.opts.Lease(held)
	switch {
	case ctx.Err() != nil || !waiting():
		leave()
		return nil //nolint:nilerr // the end was asked for
	case err != nil:
		leave()
		return fmt.Errorf("take the lease of the updates: %w", err)
	}
	a.limiter.begin(false) // whoever had it before may have sent until now
	turn, end := context.WithCancel(ctx)
	defer end()
	go func() {
		select {
		case <-lost:
			end()
		case <-turn.Done():
		}
	}()
	if err := a.poll(turn, w); err != nil || ctx.Err() != nil {
		return err // held is done when what was accepted is
	}
	a.opts.Log.Warn("this instance leaves the updates of Telegram to another")
	a.health.set(bot.ErrStandBy)
	a.handOver(ctx, w)
	leave()
	return nil
}

// handOver finishes what was accepted, for a moment, and confirms it, so that it is not brought to who receives next.
func (a *Adapter) handOver(ctx context.Context, w *window) {
	ctx, cancel := context.WithTimeout(ctx, leaveWithin)
	defer cancel()
	for v := w.view(); v.held > 0 && ctx.Err() == nil; v = w.view() {
		select {
		case <-v.changed:
		case <-ctx.Done():
		}
	}
	if offset, due := w.owes(); due {
		if _, err := a.client.getUpdates(ctx, offset, 1, 0, nil); err == nil {
			w.confirmed(offset)
		}
	}
}

// claim says whether this instance may work on an update, and how to tell that it has ended. While the store cannot be asked it may: readers
// are answered, and at worst twice.
func (a *Adapter) claim(ctx context.Context, id int64) (end func(done bool), mine bool) {
	nothing := func(bool) {}
	if a.opts.Claim == nil {
		return nothing, true
	}
	end, mine, err := a.opts.Claim(ctx, id)
	if err != nil {
		return nothing, ctx.Err() == nil
	}
	return end, mine
}
