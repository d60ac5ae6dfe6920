package links

import (
	"context"
	"errors"
	"sync"
	"time"
)

// errPutOff says that a host wants to be left alone for longer than a run should wait.
var errPutOff = errors.New("the host wants to be left alone")

// hosts sees to it that each host is asked one thing at a time, with a pause between. It is safe for concurrent use.
type hosts struct {
	pause time.Duration // at least, from the end of an answer to the next question
	wait  time.Duration // at most, for a host that wants to be left alone

	mu  sync.Mutex
	all map[string]*host
}

// host is the turn at one host: who has put a token into it may read and write the rest.
type host struct {
	turn  chan struct{}
	next  time.Time     // not asked before
	pause time.Duration // what its robots.txt asks for
}

func newHosts(pause, wait time.Duration) *hosts {
	return &hosts{pause: pause, wait: wait, all: map[string]*host{}}
}

func (h *hosts) of(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.all[name] == nil {
		h.all[name] = &host{turn: make(chan struct{}, 1)}
	}
	return h.all[name]
}

// enter waits until a host may be asked. Unless it returns an error, which is errPutOff or that of ctx, leave must follow.
func (h *hosts) enter(ctx context.Context, name string) error {
	at := h.of(name)
	select {
	case at.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	err := ctx.Err()
	if wait := time.Until(at.next); err == nil && wait > h.wait {
		err = errPutOff
	} else if err == nil && wait > 0 {
		err = sleep(ctx, wait)
	}
	if err != nil {
		<-at.turn
	}
	return err
}

// leave ends a turn; the host is left alone for its pause, or for longer when it asked for that.
func (h *hosts) leave(name string, longer time.Duration) {
	at := h.of(name)
	at.next = time.Now().Add(max(h.pause, at.pause, longer))
	<-at.turn
}

// slow makes the pauses of a host longer, the one that is on included.
func (h *hosts) slow(ctx context.Context, name string, pause time.Duration) {
	h.change(ctx, name, func(at *host) {
		at.pause = pause
		at.next = at.next.Add(max(pause-h.pause, 0))
	})
}

// putOff lets nobody ask a host before a time.
func (h *hosts) putOff(ctx context.Context, name string, until time.Time) {
	h.change(ctx, name, func(at *host) {
		if until.After(at.next) {
			at.next = until
		}
	})
}

// change does something in a turn of its own.
func (h *hosts) change(ctx context.Context, name string, do func(*host)) {
	at := h.of(name)
	select {
	case at.turn <- struct{}{}:
		do(at)
		<-at.turn
	case <-ctx.Done():
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
