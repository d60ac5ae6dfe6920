// Package discordgate keeps a bot's connections to Discord's gateway: one for each shard. discordgo identifies, beats and reads; this
// package decides how many connections there are, when to connect, when a connection is dead, and what may be resumed.
package discordgate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Options are what a Gate needs.
type Options struct {
	Token   string // without « Bot »
	Intents discordgo.Intent
	Shards  int                                                               // how many connections share the servers out; 0 means as many as Discord recommends
	Find    func(ctx context.Context) (Found, error)                          // asks Discord where its gateway is; called by one goroutine at a time
	Dial    func(ctx context.Context, network, addr string) (net.Conn, error) // nil means a net.Dialer
	REST    http.RoundTripper                                                 // for anything else that discordgo might call
	Log     *slog.Logger

	// Lease says which of n shards this process runs, and waits until it may; nil means all. What it gives is held until ctx is done,
	// which it is once those shards are left. lost, which may be nil, is closed when it is taken away before: the shards are left at
	// once, and Lease is called again. A change of n calls it with the new one while the old lease is held. An error ends Run.
	Lease func(ctx context.Context, n int) (shards []int, lost <-chan struct{}, err error)

	// Event is given the events of these Kinds, those of one shard in the order of their coming, from one goroutine of each shard; data
	// is valid until it returns. It must not block.
	Event       func(kind string, data json.RawMessage)
	Kinds       []string
	Reconnected func(shard int) // its connection was lost and will be made anew; -1 when Discord could not be asked for its gateway
	Undecodable func()          // a packet was dropped
}

// Found says where the gateway is, and what may be done there.
type Found struct {
	URL         string
	Shards      int           // the number of connections that Discord recommends; 0 when unknown
	Concurrency int           // how many sessions may be begun at once, in five seconds; 0 when unknown, which counts as 1
	Left        int           // how many sessions may be begun; negative when unknown
	Reset       time.Duration // until there are more
}

// A Gate is the connections of one bot. It is safe for concurrent use; Run may be called once.
type Gate struct {
	opts   Options
	kinds  map[string]string
	starts *starts
	ending sync.WaitGroup // discordgo's sessions that are closing

	mu     sync.Mutex
	status error    // why there is no fleet
	fleet  *fleet   // that receives, or is about to
	old    []*fleet // that receive until it does
}

// New returns a Gate that is not connected. It starts nothing.
func New(o Options) *Gate {
	g := &Gate{opts: o, kinds: map[string]string{}, status: errors.New("not connected yet")}
	for _, k := range append(slices.Clone(o.Kinds), ready, resumed) {
		g.kinds[k] = k
	}
	g.starts = newStarts(o.Find, func(wait time.Duration) {
		o.Log.Warn("Discord lets no more sessions begin for now: waiting", "wait", wait.Round(time.Second).String())
	})
	return g
}

// Ready is nil while events of all shards of this process are received, and else says in one line why not.
func (g *Gate) Ready() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.fleet == nil {
		return g.status
	}
	err := g.fleet.ready()
	for _, f := range g.old {
		if err != nil && f.ready() == nil {
			err = nil
		}
	}
	return err
}

// A State is how a shard is.
type State struct {
	Shard, Of int
	Receiving bool
}

// Shards says how the shards of this process are, the lowest first; nil before Run knows which they are.
func (g *Gate) Shards() []State {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.fleet == nil {
		return nil
	}
	out := make([]State, len(g.fleet.shards))
	for i, s := range g.fleet.shards {
		out[i] = State{s.id, s.n, s.receiving()}
	}
	return out
}

// be notes why there is no fleet.
func (g *Gate) be(status error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.status, g.fleet, g.old = status, nil, nil
}

// use makes a fleet the one that receives; those that did so far go on until it does.
func (g *Gate) use(f *fleet, old []*fleet) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.fleet, g.old = f, old
}

// A FatalError is a refusal that connecting again would only repeat; its text says what to do.
type FatalError struct{ Cause error }

func (e *FatalError) Error() string { return e.Cause.Error() }

// Unwrap returns the cause.
func (e *FatalError) Unwrap() error { return e.Cause }

// Run connects every shard, and connects it again whenever its connection is lost, until ctx is done: then it returns nil. When Discord
// wants another number of connections, they are made beside the old ones, which end once the new ones receive; events come twice
// meanwhile. The only error is a *FatalError, or that of a Lease.
func (g *Gate) Run(ctx context.Context) error {
	defer g.ending.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c := conductor{gate: g}
	defer c.stop()
	for {
		err := c.turn(ctx)
		switch {
		case ctx.Err() != nil:
			g.be(errors.New("stopped"))
			return nil
		case err != nil:
			g.be(fmt.Errorf("not connected to Discord's gateway: %w", err))
			return err
		}
	}
}
