package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"nonmerci/knowledge"
)

// How long things are kept.
const (
	gapLife   = 90 * 24 * time.Hour  // a question, after it was last asked
	countLife = 400 * 24 * time.Hour // a counter; a year of them is looked at
	leftLife  = 30 * 24 * time.Hour  // a community, after the bot was removed from it
)

// sweep drops what is kept no longer: questions, counters, and communities that removed the bot. It is done every hour.
func (d *Desk) sweep(ctx context.Context, now time.Time) {
	_, err1 := d.store.DropGaps(ctx, now.Add(-gapLife))
	_, err2 := d.store.DropCounts(ctx, knowledge.DayOf(now.UTC().Add(-countLife)))
	err := errors.Join(err1, err2, d.eraseLeft(ctx, now))
	if err != nil && ctx.Err() == nil {
		d.log.Warn("what is kept no longer could not be dropped; it is tried again in an hour", "error", err)
	}
}

// eraseLeft erases the communities that the bot was removed from a month ago.
func (d *Desk) eraseLeft(ctx context.Context, now time.Time) error {
	gone, err := d.store.LeftBefore(ctx, now.Add(-leftLife))
	if err != nil {
		return fmt.Errorf("read which communities have left: %w", err)
	}
	for _, id := range gone {
		if err := d.store.Erase(ctx, id); err != nil && !notFound(err) {
			return fmt.Errorf("erase a community that has left: %w", err)
		}
	}
	return nil
}
