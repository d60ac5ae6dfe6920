package sqlstore

import (
	"context"
	"crypto/rand"
	random "math/rand/v2"
	"time"
)

const (
	patience      = 5 * time.Second        // with transactions that are given up, and connections that break
	firstPause    = 20 * time.Millisecond  // before the second attempt, at most; it doubles
	longestPause  = 500 * time.Millisecond // before any
	commitTimeout = 30 * time.Second       // after which a server that does not answer counts as lost
)

// change runs f in a transaction that may add events; the order of events is that of these transactions.
func (s *Store) change(ctx context.Context, f func(*tx) error) error { return s.write(ctx, true, f) }

// note runs f in a transaction that adds no event, beside others.
func (s *Store) note(ctx context.Context, f func(*tx) error) error { return s.write(ctx, false, f) }

func (s *Store) write(ctx context.Context, ordered bool, f func(*tx) error) error {
	began, wait := time.Now(), firstPause
	for {
		err := s.attempt(ctx, ordered, f)
		if time.Since(began) > patience || err == nil || ctx.Err() != nil || !s.d.again(err) {
			return s.fail(ctx, err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(random.N(wait) + 1):
			wait = min(2*wait, longestPause)
		}
	}
}

func (s *Store) attempt(ctx context.Context, ordered bool, f func(*tx) error) error {
	conn, err := s.w.Conn(ctx) // here, and not in BeginTx: it waits for its turn no longer than ctx
	if err != nil {
		return err
	}
	defer conn.Close()
	// A commit that has begun is not interrupted: nobody could tell then what came of it.
	whole, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, cancel)
	defer stop()
	begun, err := conn.BeginTx(whole, nil)
	if err != nil {
		return err
	}
	defer func() { _ = begun.Rollback() }() // does nothing after a commit
	if ordered && s.d.lock != "" {
		if _, err := begun.ExecContext(ctx, s.d.lock); err != nil {
			return err
		}
	}
	token := rand.Text()
	var name string
	var version int64
	if err := begun.QueryRowContext(ctx, s.d.begin, token).Scan(&version, &name); err != nil {
		return err
	}
	if version > s.newest {
		return newer(version, s.newest)
	}
	if err := f(&tx{ctx: ctx, on: begun}); err != nil {
		return err
	}
	if !stop() {
		return ctx.Err()
	}
	defer time.AfterFunc(commitTimeout, cancel).Stop()
	if err := begun.Commit(); err != nil {
		return s.inDoubt(context.WithoutCancel(ctx), name, token, err)
	}
	return nil
}
