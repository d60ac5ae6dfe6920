package rephrase

import (
	"context"
	"errors"
	"io"
	"time"
)

// errIdle is the cause of a call that was ended because the server said nothing for too long.
var errIdle = errors.New("the server said nothing for too long")

// A body is the body of an answer, with bounds: at most left bytes more, and idle between two of them. Not for concurrent use.
type body struct {
	from   io.ReadCloser
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer
	idle   time.Duration
	left   int
	later  error // of the last read, told at the next one
	ended  bool  // its end was told to the reader
	read   int   // bytes so far
}

// Read implements io.Reader. It never returns bytes and an error at once, so that ended means that the reader has asked for more than there is.
func (b *body) Read(p []byte) (int, error) {
	if b.later != nil {
		b.ended = true
		return 0, b.later
	}
	if b.left <= 0 {
		return 0, fail(Huge)
	}
	n, err := b.from.Read(p[:min(len(p), b.left)])
	b.timer.Reset(b.idle)
	b.left -= n
	b.read += n
	if err != nil && errors.Is(context.Cause(b.ctx), errIdle) {
		err = errIdle
	}
	if n > 0 {
		b.later = err
		return n, nil
	}
	b.ended = err != nil
	return 0, err
}

// Close ends the call.
func (b *body) Close() error {
	b.timer.Stop()
	b.cancel(nil)
	return b.from.Close()
}
