package desk

import (
	"context"
	"fmt"
	"sync"

	"nonmerci/knowledge"
)

// sharedRecords keeps the records of the shared base, which are many, for as long as its log says that nothing was done.
type sharedRecords struct {
	mu  sync.Mutex
	seq int64
	all []knowledge.Record
}

// records returns the records of a community. They must not be changed.
func (d *Desk) records(ctx context.Context, c knowledge.CommunityID) ([]knowledge.Record, error) {
	if c != knowledge.SharedBase {
		all, err := d.store.Records(ctx, c)
		if err != nil {
			return nil, fmt.Errorf("read the overlay: %w", err)
		}
		return all, nil
	}
	last, err := d.store.Events(ctx, knowledge.SharedBase, 0, 1)
	if err != nil {
		return nil, fmt.Errorf("read the log of the shared base: %w", err)
	}
	d.cache.mu.Lock()
	defer d.cache.mu.Unlock()
	if len(last) == 1 && last[0].Seq == d.cache.seq && d.cache.all != nil {
		return d.cache.all, nil
	}
	all, err := d.store.Records(ctx, knowledge.SharedBase)
	if err != nil {
		return nil, fmt.Errorf("read the shared base: %w", err)
	}
	d.cache.all, d.cache.seq = all, 0
	if len(last) == 1 {
		d.cache.seq = last[0].Seq
	}
	return all, nil
}
