package replica

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// A grant is some leases that are held together.
type grant struct {
	names []string
	fits  func(members []string) bool // whether it is this instance's share among these
	lost  chan struct{}               // closed when it must be left

	once  sync.Once
	at    atomic.Pointer[time.Time] // by this instance's clock, before it was last prolonged
	ended bool                      // given back; whoever deals has it
}

func newGrant(names []string, at time.Time, fits func(members []string) bool) *grant {
	g := &grant{names: names, fits: fits, lost: make(chan struct{})}
	g.at.Store(&at)
	return g
}

func (g *grant) lose() { g.once.Do(func() { close(g.lost) }) }

// renew prolongs a grant; one that somebody else has by now is lost. What was lost is prolonged on until it is given back: its holder is
// still about to leave.
func (r *Replica) renew(ctx context.Context, g *grant) error {
	select {
	case r.dealing <- struct{}{}:
		defer func() { <-r.dealing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if g.ended {
		return nil
	}
	now := time.Now()
	for _, name := range g.names {
		held, err := r.opts.Leases.Lease(ctx, name, r.opts.ID, r.opts.Life)
		if err != nil {
			return err
		}
		if !held {
			g.lose()
			return nil
		}
	}
	g.at.Store(&now)
	return nil
}

// release gives a grant back.
func (r *Replica) release(ctx context.Context, g *grant) {
	r.mu.Lock()
	delete(r.grants, g)
	r.mu.Unlock()
	r.dealing <- struct{}{} // nobody has it for longer than two turns
	ended := g.ended
	g.ended = true
	<-r.dealing
	if !ended {
		r.end(ctx, g.names)
	}
}

// end gives leases back that nothing else here uses; those that cannot be run out.
func (r *Replica) end(ctx context.Context, names []string) {
	r.dealing <- struct{}{}
	defer func() { <-r.dealing }()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*r.opts.Every)
	defer cancel()
	for _, name := range names {
		if r.uses[name]--; r.uses[name] > 0 {
			continue
		}
		delete(r.uses, name)
		if err := r.opts.Leases.EndLease(ctx, name, r.opts.ID); err != nil {
			r.opts.Log.Debug("a lease cannot be given back: it runs out", "error", err.Error())
		}
	}
}

// take waits until this instance has all of the leases that want names, and holds them until ctx is done. want is asked again whenever
// somebody comes or goes. The error is ctx's.
func (r *Replica) take(ctx context.Context, want func(members []string) []string) (*grant, error) {
	var held []string
	for {
		members, changed := r.among()
		if members != nil {
			names := want(members)
			var other []string
			if held, other = among(held, names); len(other) > 0 {
				r.end(ctx, other)
			}
			began := time.Now()
			if held = r.lease(ctx, names, held); len(held) == len(names) {
				g := newGrant(names, began, func(members []string) bool { return slices.Equal(want(members), names) })
				r.hold(ctx, g)
				return g, nil
			}
		}
		retry := time.NewTimer(r.opts.Every / 2)
		select {
		case <-ctx.Done():
			retry.Stop()
			r.end(ctx, held)
			return nil, fmt.Errorf("wait for a lease: %w", ctx.Err())
		case <-changed:
		case <-retry.C:
		}
		retry.Stop()
	}
}

// among parts what is held into what is wanted and what is not.
func among(held, names []string) (wanted, other []string) {
	for _, name := range held {
		if slices.Contains(names, name) {
			wanted = append(wanted, name)
		} else {
			other = append(other, name)
		}
	}
	return wanted, other
}

// lease tries to take leases, and returns those that it has; held are those that it had.
func (r *Replica) lease(ctx context.Context, names, held []string) (now []string) {
	r.dealing <- struct{}{}
	defer func() { <-r.dealing }()
	ctx, cancel := context.WithTimeout(ctx, 2*r.opts.Every)
	defer cancel()
	for _, name := range names {
		mine, err := r.opts.Leases.Lease(ctx, name, r.opts.ID, r.opts.Life)
		had := slices.Contains(held, name)
		switch {
		case mine && !had:
			r.uses[name]++
		case !mine && had: // it ran out, or nobody knows: it is not given back, for somebody else may have it
			if r.uses[name]--; r.uses[name] <= 0 {
				delete(r.uses, name)
			}
		}
		if mine {
			now = append(now, name)
		}
		if err != nil {
			r.opts.Log.Debug("a lease cannot be asked for", "error", err.Error())
		}
	}
	return now
}

// hold keeps a grant until ctx is done.
func (r *Replica) hold(ctx context.Context, g *grant) {
	r.mu.Lock()
	r.grants[g] = true
	members := r.members
	r.mu.Unlock()
	if !g.fits(members) { // somebody came or went meanwhile
		g.lose()
	}
	context.AfterFunc(ctx, func() { r.release(ctx, g) })
}
