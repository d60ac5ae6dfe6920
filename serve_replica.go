package main

import (
	"context"
	"log/slog"
	"strconv"

	"nonmerci/config"
	"nonmerci/internal/replica"
	"nonmerci/knowledge"
)

// upkeep is what one instance does for all: guides, decisions, alerts and digests.
const upkeep = "upkeep"

// newReplica is this instance among those that share a PostgreSQL database; nil with SQLite, which serves one. Without it this instance does
// everything, at once and at every start.
func newReplica(c config.Config, store knowledge.Leases, log *slog.Logger) *replica.Replica {
	if sqlitePath(c.Database()) != "" {
		return nil
	}
	return replica.New(replica.Options{Leases: store, Log: log})
}

// keeps says whether this instance is the one that does the upkeep.
func (m *memory) keeps() bool { return m.replica == nil || m.keeper.Load() }

// shards is discord.Options.Lease.
func (m *memory) shards(ctx context.Context, n int) (shards []int, lost <-chan struct{}, err error) {
	return m.replica.Shards(ctx, "discord", n)
}

// updates is telegram.Options.Lease.
func (m *memory) updates(ctx context.Context) (lost <-chan struct{}, err error) {
	return m.replica.Alone(ctx, "telegram updates")
}

// claim is telegram.Options.Claim.
func (m *memory) claim(ctx context.Context, update int64) (end func(done bool), mine bool, err error) {
	return m.replica.Claim(ctx, "telegram/"+strconv.FormatInt(update, 10))
}

// keep waits for its turn to do the upkeep, again and again, until ctx is done.
func (m *memory) keep(ctx context.Context, doors []*door) {
	for ctx.Err() == nil {
		held, leave := context.WithCancel(ctx)
		lost, err := m.replica.Alone(held, upkeep)
		if err == nil {
			m.keeper.Store(true)
			for _, d := range doors {
				if g, ok := d.adapter.(guider); ok {
					g.GuideChanged() // what changed while another did
				}
			}
			select {
			case <-lost:
			case <-ctx.Done():
			}
			m.keeper.Store(false)
		}
		leave()
	}
}
