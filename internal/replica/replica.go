// Package replica lets instances that share a store agree on who receives what: the shards of Discord are shared out among them, and whatever
// only one may do is done by one, until it ends or is not heard of any more.
//
// An instance announces itself and holds leases, all prolonged every Every for Life by the clock of the store. When the store cannot be
// reached, it takes its leases for lost before they run out, by a clock of its own, so that no two instances believe that they hold the same
// one: one that dies is replaced within Life and a little more. An instance that was alone keeps what it has while the store is away.
package replica

import (
	"cmp"
	"context"
	"crypto/rand"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"

	"nonmerci/knowledge"
)

// Options are what a Replica needs.
type Options struct {
	Leases knowledge.Leases
	ID     string        // who this instance is among the others; "" mints a name that no other has
	Every  time.Duration // between two prolongations; 0 means two seconds
	Life   time.Duration // of a lease; 0 means sixteen seconds. It must be eight times Every at least
	Log    *slog.Logger  // nil means slog.Default()
}

// A Replica is this instance among those that share a store. It is safe for concurrent use; Run may be called once.
type Replica struct {
	opts Options

	mu      sync.Mutex
	members []string      // as last read, those that came first first; this one is among them
	changed chan struct{} // closed when members change
	grants  map[*grant]bool

	dealing chan struct{}  // has one while leases are taken or given back, so that what is taken anew is not given back by who had it before
	uses    map[string]int // of each lease here; whoever deals has it
}

// New returns a Replica that has announced nothing yet.
func New(o Options) *Replica {
	o.ID = cmp.Or(o.ID, strings.ToLower(rand.Text()))
	o.Every = cmp.Or(o.Every, 2*time.Second)
	o.Life = cmp.Or(o.Life, 16*time.Second)
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return &Replica{opts: o, changed: make(chan struct{}), grants: map[*grant]bool{}, dealing: make(chan struct{}, 1), uses: map[string]int{}}
}

// here is what the names of announcements begin with.
const here = "instance/"

// Run announces this instance and prolongs what it holds, until ctx is done; then it gives everything back, so that the others need not wait.
// Nothing is granted while it does not run. End what rests on grants before ctx: what was granted is lost then.
func (r *Replica) Run(ctx context.Context) {
	tick := time.NewTicker(r.opts.Every)
	defer tick.Stop()
	for failed := false; ; {
		err := r.prolong(ctx)
		r.fence(time.Now())
		switch {
		case ctx.Err() != nil:
			r.leave(context.WithoutCancel(ctx))
			return
		case err != nil && !failed:
			r.opts.Log.Warn("the leases of this instance cannot be prolonged; it leaves what it receives to others before they run out", "error", err.Error())
		case err == nil && failed:
			r.opts.Log.Info("the leases of this instance are prolonged again")
		}
		failed = err != nil
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
}

// prolong announces this instance, prolongs its grants, and looks who else is there. It takes no longer than two turns.
func (r *Replica) prolong(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 2*r.opts.Every)
	defer cancel()
	if _, err := r.opts.Leases.Lease(ctx, here+r.opts.ID, r.opts.ID, r.opts.Life); err != nil {
		return err
	}
	for _, g := range r.granted() {
		if err := r.renew(ctx, g); err != nil {
			return err
		}
	}
	members, err := r.opts.Leases.Holders(ctx, here)
	if err != nil {
		return err
	}
	r.meet(members)
	return nil
}

// meet notes who is there, and lets go of grants that are not this instance's share any more.
func (r *Replica) meet(members []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if slices.Equal(members, r.members) || !slices.Contains(members, r.opts.ID) {
		return
	}
	r.members = members
	close(r.changed)
	r.changed = make(chan struct{})
	for g := range r.grants {
		if !g.fits(members) {
			g.lose()
		}
	}
}

// fence takes grants for lost that were not prolonged for so long that they may run out before the next look. An instance that was alone when
// it last looked goes on: there is nobody to leave them to, and readers are answered while the database is away.
func (r *Replica) fence(now time.Time) {
	if members, _ := r.among(); len(members) < 2 {
		return
	}
	for _, g := range r.granted() {
		if now.Sub(*g.at.Load()) > r.opts.Life-4*r.opts.Every {
			g.lose()
		}
	}
}

// leave gives everything back.
func (r *Replica) leave(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 2*r.opts.Every)
	defer cancel()
	for _, g := range r.granted() {
		g.lose()
		r.release(ctx, g)
	}
	if err := r.opts.Leases.EndLease(ctx, here+r.opts.ID, r.opts.ID); err != nil {
		r.opts.Log.Info("the others do not know that this instance ends; they wait for its leases to run out", "error", err.Error())
	}
}

func (r *Replica) granted() []*grant {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := make([]*grant, 0, len(r.grants))
	for g := range r.grants {
		out = append(out, g)
	}
	return out
}

// among returns who is there, nil before this instance is known to be, and what is closed when that changes.
func (r *Replica) among() (members []string, changed <-chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.members, r.changed
}
