package live

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"nonmerci/knowledge"
)

// ErrAway is returned for what was never read, while the store does not answer.
var ErrAway = errors.New("the store does not answer")

// health knows whether the store answers, and when to ask again when it does not: after Every, then twice as long each time. It is safe for
// concurrent use.
type health struct {
	opts  Options
	mu    sync.Mutex
	since time.Time // of the first failure in a row; zero when it answers
	next  time.Time // not to be asked before
	wait  time.Duration
	cause error
}

// note says how a call went. Not to be found is an answer, and a caller who gave up, whose ctx has ended, says nothing of the store.
func (h *health) note(ctx context.Context, err error) {
	if err != nil && ctx.Err() != nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	now := h.opts.Now()
	if err == nil || errors.Is(err, knowledge.ErrNotFound) {
		if !h.since.IsZero() {
			h.opts.Log.Info("the store answers again", "after", now.Sub(h.since).Round(time.Second).String())
		}
		h.since, h.next, h.wait, h.cause = time.Time{}, time.Time{}, 0, nil
		return
	}
	if h.since.IsZero() {
		h.since, h.wait = now, h.opts.Every
		h.opts.Log.Warn("the store does not answer; what was read last is served, check NONMERCI_DATABASE_URL and the database", "error", oneLine(err))
	} else if !now.Before(h.next) { // several callers that fail together count once
		h.wait = min(2*h.wait, slowest)
	}
	h.next, h.cause = now.Add(h.wait), err
}

// away returns an error while the store is not to be asked.
func (h *health) away() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.since.IsZero() || !h.opts.Now().Before(h.next) {
		return nil
	}
	return ErrAway
}

// pause is how long to wait before the next look at the log.
func (h *health) pause() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	return max(h.wait, h.opts.Every)
}

func (h *health) ready() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.since.IsZero() {
		return nil
	}
	return fmt.Errorf("%w since %s (%s); what was read last is served, check NONMERCI_DATABASE_URL and the database",
		ErrAway, h.since.UTC().Format(time.RFC3339), oneLine(h.cause))
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
