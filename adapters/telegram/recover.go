package telegram

import (
	"context"
	"errors"
	"net/http"
	"time"

	"nonmerci/adapters/internal/delay"
)

// recover decides what to do about a failure, and waits for as long as that asks for.
func (t *try) recover(ctx context.Context, err error) (again bool, _ error) {
	e, refused := errors.AsType[*apiError](err)
	switch {
	case ctx.Err() != nil || errors.Is(err, errStopped) || time.Since(t.began) > patience:
		return false, err
	case refused && e.MigrateTo != 0:
		t.chats.moved(t.at.chat, e.MigrateTo)
		return t.twice(err)
	case code(err) == http.StatusTooManyRequests:
		t.slowed(t.at.chat, e)
		return true, nil
	case code(err) == http.StatusForbidden:
		t.chats.close(t.at.chat)
		return false, errors.Join(errInactive, err)
	case refusedFor(err, badMarkup) && !t.plain:
		t.plain = true
		return true, nil
	case refusedFor(err, noThread) && t.at.thread != 0:
		t.at.thread = 0
		return true, nil
	case uncertain(err):
		t.uncertain++
		t.doubt()
		wait := soonArrival // it may still be on its way
		if errors.Is(err, context.DeadlineExceeded) {
			wait = lateArrival
		}
		if t.uncertain < maxUncertain && delay.For(ctx, wait) != nil {
			return false, err
		}
		return t.pause(ctx, t.uncertain < maxUncertain, err)
	case refused:
		return false, err
	}
	return t.pause(ctx, true, err) // it did not leave
}

// doubt makes a letter be looked for before it is sent again, if its number can be told from others.
func (t *try) doubt() {
	if t.lost = t.after != 0; t.lost && !t.doubted {
		t.doubted = true
		t.numbers.doubted(1)
	}
}

// certain is the end of doubt: it was found, or given up.
func (t *try) certain() {
	if t.doubted {
		t.doubted = false
		t.numbers.doubted(-1)
	}
}

// twice lets a thing happen that must not happen for ever.
func (t *try) twice(err error) (bool, error) {
	t.failures++
	return t.failures < 3, err
}

// pause waits a little longer each time.
func (t *try) pause(ctx context.Context, again bool, err error) (bool, error) {
	if !again {
		return false, err
	}
	d := min(firstPause<<min(t.failures, 10), maxPause)
	t.failures++
	if ctxErr := delay.For(ctx, d); ctxErr != nil {
		return false, err
	}
	return true, nil
}

// slowed holds a chat, or all, for as long as the server says.
func (s *sender) slowed(chat int64, e *apiError) {
	scope := "chat"
	if s.limiter.hold(chat, max(e.RetryAfter, time.Second)) {
		scope = "all"
	}
	s.metrics.Limited.With(scope).Inc()
}

// count notes how a send ended, and tells the operator of those that were refused.
func (s *sender) count(method string, err error) {
	outcome := "ok"
	switch {
	case err == nil:
	case errors.Is(err, errInactive), errors.Is(err, errStopped), errors.Is(err, context.Canceled):
		outcome = "dropped" // the chat is closed, or the end came first
	case code(err) != 0:
		outcome = "refused"
		s.log.Error("Telegram refused a message", "method", method, "err", err.Error())
	default:
		outcome = "lost"
		s.log.Error("a message could not be delivered to Telegram", "method", method, "err", err.Error())
	}
	s.metrics.Sends.With(method, outcome).Inc()
}
