package discordgate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"nonmerci/adapters/internal/delay"
)

// A conductor decides how many shards there are, and hands over from one fleet to the next. It belongs to one goroutine.
type conductor struct {
	gate     *Gate
	now      *fleet
	old      []*fleet // that receive until now does
	refused  int      // numbers of shards refused in a row
	backoff  backoff
	tooSmall int // the number that was refused last
}

// maxRefused is how many numbers of shards are tried before Discord is believed that none is right.
const maxRefused = 5

// errLeaseLost says that this process must leave its shards to others.
var errLeaseLost = errors.New("the lease of the shards was taken away")

// turn makes a fleet and tends it until another is needed: then it returns nil. An error ends everything.
func (c *conductor) turn(ctx context.Context) error {
	f, err := c.muster(ctx)
	if err != nil {
		return err
	}
	c.now = f
	c.gate.use(f, c.old)
	f.start()
	err = c.tend(ctx)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errLeaseLost):
		c.gate.opts.Log.Warn("this process leaves its shards: their lease was taken away")
		c.stop()
		return nil
	case reshards(err):
		return c.refuse(ctx, err)
	}
	return fatal(err)
}

// tend waits for what ends a fleet's time. Once it receives, the old ones leave.
func (c *conductor) tend(ctx context.Context) error {
	up := c.now.up
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-c.now.ended:
			return err
		case <-c.now.lost:
			return errLeaseLost
		case <-up:
			up = nil
			c.refused, c.backoff = 0, backoff{}
			c.handOver()
		}
	}
}

// handOver ends the old fleets: the new one receives.
func (c *conductor) handOver() {
	if len(c.old) == 0 {
		return
	}
	c.gate.opts.Log.Info("the servers are shared out anew", "shards", c.now.n)
	for _, f := range c.old {
		f.leave()
	}
	c.old = nil
	c.gate.use(c.now, nil)
}

// refuse prepares for another number of shards. The fleet keeps what it receives until the next one receives it.
func (c *conductor) refuse(ctx context.Context, cause error) error {
	c.refused++
	c.tooSmall = c.now.n
	if c.refused > maxRefused {
		return &FatalError{fmt.Errorf("%w; %d numbers of shards were tried, the last was %d", cause, c.refused, c.now.n)}
	}
	c.now.freeze()
	c.old, c.now = append(c.old, c.now), nil
	c.gate.opts.Log.Warn("Discord wants the servers shared out otherwise", "why", cause.Error(), "shards", c.tooSmall)
	if c.refused > 1 {
		_ = delay.For(ctx, c.backoff.next(0))
	}
	return nil
}

// stop ends all fleets and waits for them.
func (c *conductor) stop() {
	for _, f := range append(slices.Clone(c.old), c.now) {
		if f != nil {
			f.stop()
		}
	}
	c.old, c.now = nil, nil
}

// muster asks Discord for the number of shards, takes the lease of those of this process, and prepares them. It tries until it succeeds
// or ctx is done, or it is refused for good.
func (c *conductor) muster(ctx context.Context) (*fleet, error) {
	for ctx.Err() == nil {
		found, err := c.gate.starts.ask(ctx, 0)
		if err == nil {
			var n int
			if n, err = c.number(found); err == nil {
				return c.leased(ctx, n, max(found.Concurrency, 1))
			}
		}
		if err = fmt.Errorf("ask Discord for its gateway: %w", err); isFatal(err) {
			return nil, fatal(err)
		}
		if len(c.old) == 0 {
			c.gate.be(fmt.Errorf("not connected to Discord's gateway: %w", err))
		}
		c.gate.opts.Reconnected(-1)
		c.wait(ctx, err)
	}
	return nil, ctx.Err()
}

func (c *conductor) wait(ctx context.Context, cause error) {
	wait := c.backoff.next(0)
	c.gate.opts.Log.Warn("Discord's gateway is not known", "why", cause.Error(), "wait", wait.Round(time.Millisecond).String())
	_ = delay.For(ctx, wait)
}

// maxShards is what no bot has; it bounds what a broken server can ask for.
const maxShards = 10_000

// number is how many shards there are to be.
func (c *conductor) number(found Found) (int, error) {
	n := c.gate.opts.Shards
	if n <= 0 || c.tooSmall >= n { // what was set was refused
		n = max(n, found.Shards, 1)
	}
	if n > maxShards {
		return 0, fmt.Errorf("%d connections are more than any bot has", n)
	}
	return n, nil
}

// leased prepares the shards of n that this process runs.
func (c *conductor) leased(ctx context.Context, n, concurrency int) (*fleet, error) {
	ctx, cancel := context.WithCancel(ctx)
	ids, lost := make([]int, n), (<-chan struct{})(nil)
	for i := range ids {
		ids[i] = i
	}
	if lease := c.gate.opts.Lease; lease != nil {
		var err error
		if ids, lost, err = lease(ctx, n); err != nil {
			cancel()
			return nil, fmt.Errorf("take the lease of %d shards: %w", n, err)
		}
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	if len(ids) > 0 && (ids[0] < 0 || ids[len(ids)-1] >= n) {
		cancel()
		return nil, fmt.Errorf("the lease gave shard %d or %d, of %d", ids[0], ids[len(ids)-1], n)
	}
	return newFleet(ctx, cancel, c.gate, n, ids, concurrency, lost), nil
}
