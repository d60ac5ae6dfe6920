package replica

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Shards says which of n shards this instance runs, and waits until nobody else runs them: discord.Options.Lease. The shards are shared out
// evenly; a single one stays with the instance that came first. lost is closed when another instance comes or goes so that the share is
// another one, and when the leases cannot be prolonged. They are given back once ctx is done. Names of a platform keep its leases apart.
func (r *Replica) Shards(ctx context.Context, platform string, n int) (shards []int, lost <-chan struct{}, err error) {
	name := func(shard int) string { return fmt.Sprintf("%s/shard %d of %d", platform, shard, n) }
	g, err := r.take(ctx, func(members []string) []string {
		var names []string
		for _, shard := range share(members, r.opts.ID, n) {
			names = append(names, name(shard))
		}
		return names
	})
	if err != nil {
		return nil, nil, err
	}
	for shard := range n {
		if slices.Contains(g.names, name(shard)) {
			shards = append(shards, shard)
		}
	}
	return shards, g.lost, nil
}

// share is every so manieth shard, for the place that a member has among the others.
func share(members []string, who string, n int) (shards []int) {
	place := slices.Index(members, who)
	if place < 0 {
		return nil
	}
	for shard := place; shard < n; shard += len(members) {
		shards = append(shards, shard)
	}
	return shards
}

// Alone waits until this instance is the one that does what a name says. lost is closed when it must leave that to others; it is given back
// once ctx is done. The error is ctx's.
func (r *Replica) Alone(ctx context.Context, name string) (lost <-chan struct{}, err error) {
	g, err := r.take(ctx, func([]string) []string { return []string{"one/" + name} })
	if err != nil {
		return nil, err
	}
	return g.lost, nil
}

// Claim says whether this instance may do something that must be done once, such as answer an update, and waits while another instance may be
// doing it: for Life at most, after which that one is taken for dead. mine is false when it was done. end, which is not nil when mine is true,
// is told whether it was done: then it is for all, for two days; else another instance may do it.
func (r *Replica) Claim(ctx context.Context, what string) (end func(done bool), mine bool, err error) {
	doing, done := "doing/"+what, "done/"+what+";"
	for {
		before, err := r.opts.Leases.Holders(ctx, done)
		if err != nil || len(before) > 0 {
			return nil, false, err
		}
		mine, err := r.opts.Leases.Lease(ctx, doing, r.opts.ID, r.opts.Life)
		if err != nil {
			return nil, false, err
		}
		if mine {
			// Whoever had it may have ended between the two calls: it says that all is done before it gives the lease back.
			if before, err = r.opts.Leases.Holders(ctx, done); err == nil && len(before) == 0 {
				return func(well bool) { r.finish(ctx, doing, done, well) }, true, nil
			}
			return nil, false, errors.Join(err, r.opts.Leases.EndLease(context.WithoutCancel(ctx), doing, r.opts.ID))
		}
		retry := time.NewTimer(r.opts.Every / 2)
		select {
		case <-ctx.Done():
			retry.Stop()
			return nil, false, ctx.Err()
		case <-retry.C:
		}
	}
}

// remembered is how long something counts as done: longer than a platform brings it again.
const remembered = 48 * time.Hour

// finish tells the other instances how something ended. When the store cannot be told, they find out by waiting, and may do it again.
func (r *Replica) finish(ctx context.Context, doing, done string, well bool) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*r.opts.Every)
	defer cancel()
	var err error
	if well {
		_, err = r.opts.Leases.Lease(ctx, done, r.opts.ID, remembered)
	}
	if err = errors.Join(err, r.opts.Leases.EndLease(ctx, doing, r.opts.ID)); err != nil {
		r.opts.Log.Debug("the other instances could not be told that something is done", "error", err.Error())
	}
}
