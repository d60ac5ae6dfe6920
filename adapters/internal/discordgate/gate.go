// Package discordgate keeps a connection to Discord's gateway. discordgo identifies, beats and reads; this package decides when to
// connect, when a connection is dead, and what may be resumed.
package discordgate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Options are what a Gate needs.
type Options struct {
	Token   string // without « Bot »
	Intents discordgo.Intent
	Find    func(ctx context.Context) (Found, error)                          // asks Discord where its gateway is
	Dial    func(ctx context.Context, network, addr string) (net.Conn, error) // nil means a net.Dialer
	REST    http.RoundTripper                                                 // for anything else that discordgo might call
	Log     *slog.Logger

	// Event is given every event in the order of its coming, from one goroutine. It must not block.
	Event       func(kind string, data json.RawMessage)
	Reconnected func() // a connection was lost and will be made anew
	Undecodable func() // a packet was dropped
}

// Found says where the gateway is.
type Found struct {
	URL   string
	Left  int           // how many sessions may be begun; negative when unknown
	Reset time.Duration // until there are more
}

// A Gate is one bot's connection. It is safe for concurrent use; Run may be called once.
type Gate struct {
	opts    Options
	session session
	begun   identifies
	backoff backoff
	ending  sync.WaitGroup // discordgo's sessions that are closing

	mu     sync.Mutex
	status error // why events are not received
	conn   *sieve
}

// session is what resuming needs.
type session struct {
	id, url  string
	sequence int64
}

// New returns a Gate that is not connected. It starts nothing.
func New(o Options) *Gate { return &Gate{opts: o, status: errors.New("not connected yet")} }

// Ready is nil while events are received, and else says in one line why not.
func (g *Gate) Ready() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.conn != nil && g.conn.receiving() {
		return nil
	}
	return g.status
}

func (g *Gate) be(status error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.status = status
}

// A FatalError is a refusal that connecting again would only repeat; its text says what to do.
type FatalError struct{ Cause error }

func (e *FatalError) Error() string { return e.Cause.Error() }

// Unwrap returns the cause.
func (e *FatalError) Unwrap() error { return e.Cause }

// Run connects, and connects again whenever the connection is lost, until ctx is done: then it returns nil. The only error is a
// *FatalError.
func (g *Gate) Run(ctx context.Context) error {
	defer g.ending.Wait()
	for {
		began := time.Now()
		err := g.connect(ctx)
		if ctx.Err() != nil {
			g.be(errors.New("stopped"))
			return nil
		}
		g.be(fmt.Errorf("not connected to Discord's gateway: %w", err))
		if isFatal(err) {
			return fatal(err)
		}
		g.opts.Reconnected()
		wait := g.waitAfter(err, time.Since(began))
		g.opts.Log.Warn("the connection to Discord's gateway was lost", "why", err.Error(), "wait", wait.Round(time.Millisecond).String())
		if !sleep(ctx, wait) {
			return nil
		}
	}
}

func isFatal(err error) bool {
	c, closed := errors.AsType[*CloseError](err)
	_, refused := errors.AsType[*FatalError](err)
	return refused || closed && c.fatal()
}

func fatal(err error) error {
	if f, ok := errors.AsType[*FatalError](err); ok {
		return f
	}
	return &FatalError{err}
}

// waitAfter is the pause before the next connection.
func (g *Gate) waitAfter(cause error, lasted time.Duration) time.Duration {
	wait := g.backoff.next(lasted)
	if forgets(cause) {
		g.session = session{}
	}
	if _, ok := errors.AsType[invalidSession](cause); ok { // docs: wait a random time from 1 to 5 seconds
		wait = max(wait, time.Second+rand.N(4*time.Second))
	}
	return wait
}

func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// connect makes one connection and returns why it ended.
func (g *Gate) connect(ctx context.Context) error {
	address := g.session.url
	if g.session.id == "" || address == "" {
		found, err := g.opts.Find(ctx)
		if err != nil {
			return fmt.Errorf("ask Discord for its gateway: %w", err)
		}
		address = found.URL
		if g.session.id == "" {
			if err := g.mayIdentify(ctx, found); err != nil {
				return err
			}
		}
	}
	return g.hold(ctx, address)
}

// mayIdentify waits until a new session may be begun.
func (g *Gate) mayIdentify(ctx context.Context, found Found) error {
	wait := g.begun.wait(time.Now())
	if found.Left == 0 {
		wait = max(wait, found.Reset)
	}
	if wait > identifyEvery {
		g.be(fmt.Errorf("not connected to Discord's gateway: no new session may be begun for another %s", wait.Round(time.Second)))
	}
	if !sleep(ctx, wait) {
		return ctx.Err()
	}
	g.begun = append(g.begun, time.Now())
	return nil
}
