// Package storetest says, as one suite of tests, what every knowledge.Store must do.
package storetest

import (
	"context"
	"testing"
	"time"

	"nonmerci/knowledge"
)

// A demand is one thing that a store must do.
type demand struct {
	name  string
	check func(k *kit)
}

// Run checks that the stores which open returns do all that knowledge.Store promises, each promise in a subtest of its own. Open returns
// a store that is empty and that nobody else writes to; Run closes it. What only a database can be asked (durability, migrations, another
// process) is not checked here.
func Run(t *testing.T, open func(t *testing.T) knowledge.Store) {
	for _, group := range []struct {
		name    string
		demands []demand
	}{
		{"Revisions", revisions},
		{"Saves", saves},
		{"Drafts", drafts},
		{"Editions", editions},
		{"Content", contents},
		{"Communities", communities},
		{"Links", links},
		{"Moves", moves},
		{"Erase", erasing},
		{"Forget", forgetting},
		{"Gaps", gaps},
		{"Counters", counters},
		{"Suggestions", suggestions},
		{"Guides", guides},
		{"Alerts", alerts},
		{"Invitations", invitations},
		{"Leases", leases},
		{"Log", logs},
		{"Following", following},
		{"Isolation", isolation},
		{"Always", always},
		{"Owning", owning},
		{"Races", races},
		{"Crossings", crossings},
		{"Readers", readers},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, d := range group.demands {
				t.Run(d.name, func(t *testing.T) {
					store := open(t)
					t.Cleanup(func() {
						if err := store.Close(); err != nil {
							t.Errorf("Close: %v", err)
						}
					})
					d.check(&kit{T: t, Store: store, ctx: t.Context(), now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)})
				})
			}
		})
	}
}

// A kit is a test together with the store that it asks. Methods that are not of either end the test when the store refuses.
type kit struct {
	*testing.T
	knowledge.Store
	ctx context.Context
	now time.Time
}
