package telegram

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"
)

// health is whether updates are received, and why not.
type health struct {
	mu  sync.Mutex
	why error
}

func (h *health) set(why error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.why = why
}

func (h *health) err() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.why
}

const (
	conflictPause = 5 * time.Second // two pollers that come back at once only throw each other out
	maxBackoff    = time.Minute
	refusals      = 3 // of the bot itself, before they are believed
)

// A backoff says how long to wait after failures in a row.
type backoff struct {
	failures int
	denied   int
}

// reset is for a call that went well.
func (b *backoff) reset() { *b = backoff{} }

// refused says that Telegram does not know the bot, once it has said so several times: it happens for a moment when a server of
// Telegram starts. Its text has the remedy.
func (b *backoff) refused(err error) error {
	switch code(err) {
	case http.StatusUnauthorized, http.StatusNotFound:
		if b.denied++; b.denied < refusals {
			return nil
		}
		return fmt.Errorf("the Telegram token was refused (%w): it was revoked or mistyped; copy it again from @BotFather (https://t.me/BotFather), /mybots, API Token, and check the address of the Bot API", err)
	}
	b.denied = 0
	return nil
}

// next is how long to wait now: what the server says, or a time that doubles, with a part of it left to chance so that many bots do
// not come back together.
func (b *backoff) next(err error) time.Duration {
	least := time.Second
	if e, ok := errors.AsType[*apiError](err); ok {
		switch {
		case e.RetryAfter > 0:
			return e.RetryAfter
		case e.Code == http.StatusConflict:
			least = conflictPause
		}
	}
	d := min(least<<min(b.failures, 10), maxBackoff)
	b.failures++
	return d + rand.N(d/4)
}
