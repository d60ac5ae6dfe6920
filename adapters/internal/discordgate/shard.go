package discordgate

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"nonmerci/adapters/internal/delay"
)

// A shard is the connection for the servers of one number, made again whenever it is lost.
type shard struct {
	gate  *Gate
	id, n int
	key   int    // of the limit on sessions to be begun
	turn  *turn  // to begin the first session, queued for already
	first func() // called once, when events are received for the first time

	session session
	begun   identifies
	backoff backoff

	mu      sync.Mutex
	status  error // why events are not received
	conn    *sieve
	leaving bool // it ends once it receives, or has nothing to come back for
}

// session is what resuming needs.
type session struct {
	id, url  string
	sequence int64
}

// run connects, and connects again, until ctx is done or the shard has left: then it returns nil. begins ends the beginning of sessions.
// An error is one that connecting again would only repeat, or that asks for another number of shards.
func (s *shard) run(ctx, begins context.Context) error {
	for {
		began := time.Now()
		err := s.connect(ctx, begins)
		switch {
		case ctx.Err() != nil, s.left():
			s.be(errors.New("stopped"))
			return nil //nolint:nilerr // asked to
		case isFatal(err), reshards(err):
			s.be(fmt.Errorf("not connected to Discord's gateway: %w", err))
			return err
		}
		s.be(fmt.Errorf("not connected to Discord's gateway: %w", err))
		wait := s.waitAfter(err, time.Since(began))
		if begins.Err() != nil && s.session.id == "" {
			return nil //nolint:nilerr // there is nothing to come back for
		}
		s.gate.opts.Reconnected(s.id)
		s.gate.opts.Log.Warn("the connection to Discord's gateway was lost", "shard", s.id, "of", s.n, "why", err.Error(), "wait", wait.Round(time.Millisecond).String())
		if delay.For(ctx, wait) != nil {
			return nil //nolint:nilerr // whoever ended ctx knows
		}
	}
}

// waitAfter is the pause before the next connection.
func (s *shard) waitAfter(cause error, lasted time.Duration) time.Duration {
	wait := s.backoff.next(lasted)
	if forgets(cause) {
		s.session = session{}
	}
	if _, ok := errors.AsType[invalidSession](cause); ok { // docs: wait a random time from 1 to 5 seconds
		wait = max(wait, time.Second+rand.N(4*time.Second))
	}
	return wait
}

// connect makes one connection and returns why it ended.
func (s *shard) connect(ctx, begins context.Context) error {
	if s.session.id == "" {
		return s.begin(ctx, begins)
	}
	address := s.session.url
	if address == "" {
		found, err := s.gate.starts.ask(ctx, fresh)
		if err != nil {
			return fmt.Errorf("ask Discord for its gateway: %w", err)
		}
		address = found.URL
	}
	return s.hold(ctx, address, nil)
}

// begin makes a connection with a new session, when it is the shard's turn.
func (s *shard) begin(ctx, begins context.Context) error {
	t := s.turn
	s.turn = nil
	defer func() { t.done() }()
	if wait := s.begun.wait(time.Now()); wait > 0 {
		s.holdBack(wait)
		if delay.For(begins, wait) != nil {
			return begins.Err()
		}
	}
	if t == nil {
		t = s.gate.starts.queue(s.key, s.id)
	}
	address, err := t.take(begins, s.holdBack)
	if err != nil {
		return fmt.Errorf("ask Discord for its gateway: %w", err)
	}
	s.begun = append(s.begun, time.Now())
	return s.hold(ctx, address, t)
}

// holdBack notes that no session may be begun for a while.
func (s *shard) holdBack(wait time.Duration) {
	s.be(fmt.Errorf("not connected to Discord's gateway: no new session may be begun for another %s", wait.Round(time.Second)))
}

func (s *shard) be(status error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status = status
}

// use makes a connection the shard's.
func (s *shard) use(conn *sieve) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conn = conn
}

// received is called when events are received on a connection. A shard that leaves has nothing more to do then.
func (s *shard) received(conn *sieve) {
	s.mu.Lock()
	first, leaving := s.first, s.leaving
	s.first = nil
	s.mu.Unlock()
	if first != nil {
		first()
	}
	if leaving {
		conn.end(errLeaving)
	}
}

// leave ends the shard: at once when it receives, and else as soon as it has come back and taken up what it has missed.
func (s *shard) leave() {
	s.mu.Lock()
	conn := s.conn
	s.leaving = true
	s.mu.Unlock()
	if conn != nil && conn.receiving() {
		conn.end(errLeaving)
	}
}

// left says that the shard has left.
func (s *shard) left() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.leaving && s.conn != nil && errors.Is(s.conn.ended(), errLeaving)
}

func (s *shard) receiving() bool { return s.ready() == nil }

// ready is nil while events are received, and else says why not.
func (s *shard) ready() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conn != nil && s.conn.receiving() {
		return nil
	}
	return s.status
}
