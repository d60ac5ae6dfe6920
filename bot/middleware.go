package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"
)

// A Middleware adds one concern to a Handler.
type Middleware func(next Handler) Handler

// Wrap applies middleware so that the first one listed sees the message first.
func Wrap(h Handler, ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

// ErrPanic is the error that Recover makes of a panic.
var ErrPanic = errors.New("the handler panicked")

// Recover turns a panic into an error, so that one question cannot end the program. The log gets where it happened and what was
// raised, and nothing of the message.
func Recover(log *slog.Logger) Middleware {
	return func(next Handler) Handler {
		return func(ctx context.Context, m Message) (r Reply, err error) {
			defer func() {
				if p := recover(); p != nil {
					log.Error("a handler panicked", "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
					r, err = Reply{}, fmt.Errorf("%w: %T", ErrPanic, p)
				}
			}()
			return next(ctx, m)
		}
	}
}

// Observe tells how each message was answered, and how long it took. What a person in distress says is not told: it is never counted.
func Observe(seen func(r Reply, err error, took time.Duration)) Middleware {
	return func(next Handler) Handler {
		return func(ctx context.Context, m Message) (Reply, error) {
			start := time.Now()
			r, err := next(ctx, m)
			if !r.Private() {
				seen(r, err, time.Since(start))
			}
			return r, err
		}
	}
}
