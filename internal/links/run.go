package links

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"net/url"
	"slices"
	"sync"
	"time"
)

// ErrOffline says that a run was ended because no site could be reached any more, so that the fault is more likely with this machine.
// What was found before stands in the state.
var ErrOffline = errors.New("no site can be reached")

// Due returns the addresses to ask: those that were not checked within recheckAfter before now, those never checked first, then those
// checked longest ago; at most limit, or all when limit is 0.
func Due(all []Address, state State, now time.Time, recheckAfter time.Duration, limit int) []string {
	var out []string
	for _, a := range all {
		if rec, ok := state[a.URL]; !ok || now.Sub(rec.Checked) >= recheckAfter {
			out = append(out, a.URL)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return state[a].Checked.Compare(state[b].Checked) })
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out
}

// Run asks the addresses that are due and puts what it finds into state, which nobody else may touch meanwhile. It returns how many were
// asked; those of a host that wants to be left alone for long are not, and keep the record that they have. The error is that of ctx when
// it was interrupted, ErrOffline, or that of Save; the state is whole each time.
func Run(ctx context.Context, due []string, state State, o Options) (asked int, err error) {
	r := &run{checker: newChecker(o), state: state, last: maps.Clone(state)}
	if err := r.opts.Save(state); err != nil { // before an hour of work rather than after it
		return 0, err
	}
	r.remember(ctx)
	err = r.ask(ctx, due)
	if err == nil {
		err = ctx.Err()
	}
	if serr := r.opts.Save(state); serr != nil { // graver than an interruption: what was found is lost
		return r.asked, serr
	}
	return r.asked, err
}

// run is the state of one Run.
type run struct {
	*checker
	state  State
	last   State // as it was before, for the goroutines that ask
	asked  int
	saved  time.Time
	streak streak
}

// remember puts off the hosts that asked for it in an earlier run.
func (r *run) remember(ctx context.Context) {
	for _, rec := range r.state {
		if u, err := url.Parse(rec.last()); err == nil && !rec.NotBefore.IsZero() {
			r.hosts.putOff(ctx, hostname(u), rec.NotBefore)
		}
	}
}

// ask has a few goroutines ask, each one host after another, and collects what they find.
func (r *run) ask(ctx context.Context, due []string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	queues := make(chan []string)
	found := make(chan Record)
	var asking sync.WaitGroup
	for range maxHosts {
		asking.Go(func() {
			for queue := range queues {
				r.askHost(ctx, queue, found)
			}
		})
	}
	go func() {
		for _, queue := range byHost(due) {
			queues <- queue
		}
		close(queues)
		asking.Wait()
		close(found)
	}()
	var err error
	r.saved = time.Now()
	for rec := range found {
		if err == nil {
			err = r.take(rec)
		}
		if err != nil {
			stop()
		}
	}
	if !errors.Is(err, ErrOffline) {
		r.keep(r.streak.end()...)
	}
	return err
}

// askHost asks the addresses of one host in order, until ctx ends.
func (r *run) askHost(ctx context.Context, queue []string, found chan<- Record) {
	for _, address := range queue {
		if ctx.Err() != nil {
			return
		}
		if rec, err := r.check(ctx, address, r.last[address]); err == nil {
			found <- rec
		}
	}
}

// take keeps a record, unless it may be the fault of this machine: then it waits for the next answer of any site.
func (r *run) take(rec Record) error {
	r.asked++
	r.opts.Step(rec)
	certain, offline := r.streak.add(rec)
	if offline {
		return ErrOffline
	}
	r.keep(certain...)
	if time.Since(r.saved) < saveEvery {
		return nil
	}
	r.saved = time.Now()
	return r.opts.Save(r.state)
}

func (r *run) keep(records ...Record) {
	for _, rec := range records {
		r.state[rec.URL] = rec
	}
}

// byHost groups addresses by host, the longest group first, because it takes longest.
func byHost(due []string) [][]string {
	groups := map[string][]string{}
	for _, address := range due {
		name := ""
		if u, err := url.Parse(address); err == nil {
			name = hostname(u)
		}
		groups[name] = append(groups[name], address)
	}
	return slices.SortedFunc(maps.Values(groups), func(a, b []string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0]))
	})
}
