// Package lanes runs work in order within a conversation and side by side between conversations, with bounded memory and goroutines.
package lanes

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Options bound the lanes. Zero values mean the defaults in the comments.
type Options struct {
	Workers int // pieces of work that run at once: 32
	PerKey  int // pieces that wait in one lane: 100
	Total   int // pieces that wait in all: 10,000

	// Pace says how long the next piece of a lane must wait: zero means that it runs now, and that its turn is used up. It is
	// called again after that long. It must be quick, and must not call the lanes. Nil means no pace.
	Pace func(key string) time.Duration
}

// Errors of Put.
var (
	ErrLaneFull = errors.New("too much is waiting in this lane")
	ErrFull     = errors.New("too much is waiting")
	ErrClosed   = errors.New("the lanes are closed")
)

// Lanes is a set of queues, one for each key. It is safe for concurrent use. A lane that is slow or paced holds no worker while it
// waits; lanes that are ready take turns, one piece each. Goroutines exist only while there is work.
type Lanes struct {
	opts Options

	mu      sync.Mutex
	lanes   map[string]*lane
	ready   []*lane // lanes whose next piece may be asked for, the longest waiting first
	waiting int     // pieces not yet begun
	workers int
	closed  bool
	empty   chan struct{} // closed once closed, nothing waits and nothing runs
	base    context.Context
	cancel  context.CancelFunc
}

type lane struct {
	key   string
	queue []func(context.Context)
	busy  bool // in ready, running, or waiting for its pace
}

// New returns lanes with nothing in them. It starts nothing.
func New(o Options) *Lanes {
	if o.Workers <= 0 {
		o.Workers = 32
	}
	if o.PerKey <= 0 {
		o.PerKey = 100
	}
	if o.Total <= 0 {
		o.Total = 10_000
	}
	l := &Lanes{opts: o, lanes: map[string]*lane{}, empty: make(chan struct{})}
	l.base, l.cancel = context.WithCancel(context.Background()) //nolint:gosec // cancelled by Close
	return l
}

// Put adds a piece of work to a lane. It never blocks: ErrLaneFull and ErrFull say that the bound is reached, ErrClosed that Close was
// called. The context given to work is done when Close gives up waiting.
func (l *Lanes) Put(key string, work func(context.Context)) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return ErrClosed
	}
	if l.waiting >= l.opts.Total {
		return ErrFull
	}
	ln := l.lanes[key]
	if ln == nil {
		ln = &lane{key: key}
		l.lanes[key] = ln
	}
	if len(ln.queue) >= l.opts.PerKey {
		return ErrLaneFull
	}
	ln.queue = append(ln.queue, work)
	l.waiting++
	if !ln.busy {
		ln.busy = true
		l.makeReady(ln)
	}
	return nil
}

// Waiting returns how many pieces have not begun.
func (l *Lanes) Waiting() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.waiting
}

// Close refuses new work, and returns once all that was put has run, or when ctx is done: then it cancels the work that runs, drops the
// rest, waits for what runs to return, and returns ctx's error.
func (l *Lanes) Close(ctx context.Context) error {
	l.mu.Lock()
	l.closed = true
	l.checkEmpty()
	l.mu.Unlock()
	defer l.cancel()
	select {
	case <-l.empty:
		return nil
	case <-ctx.Done():
	}
	l.mu.Lock()
	for key, ln := range l.lanes {
		l.waiting -= len(ln.queue)
		ln.queue = nil
		delete(l.lanes, key)
	}
	l.ready = nil
	l.checkEmpty()
	l.mu.Unlock()
	l.cancel()
	<-l.empty
	return ctx.Err()
}

// makeReady gives a lane its turn, by a new worker if there may be one more.
func (l *Lanes) makeReady(ln *lane) {
	l.ready = append(l.ready, ln)
	if l.workers < l.opts.Workers {
		l.workers++
		go l.work()
	}
}

// work runs pieces until no lane is ready.
func (l *Lanes) work() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.ready) > 0 {
		ln := l.ready[0]
		l.ready = l.ready[1:]
		if len(ln.queue) == 0 {
			continue
		}
		if wait := l.pace(ln.key); wait > 0 {
			time.AfterFunc(wait, func() { l.again(ln) })
			continue
		}
		piece := ln.queue[0]
		ln.queue = ln.queue[1:]
		l.waiting--
		l.mu.Unlock()
		piece(l.base)
		l.mu.Lock()
		l.rest(ln)
	}
	l.workers--
	l.checkEmpty()
}

func (l *Lanes) pace(key string) time.Duration {
	if l.opts.Pace == nil {
		return 0
	}
	return l.opts.Pace(key)
}

// again asks the pace of a lane once more.
func (l *Lanes) again(ln *lane) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lanes[ln.key] == ln && len(ln.queue) > 0 {
		l.makeReady(ln)
	}
}

// rest puts a lane back in the queue, or drops it when nothing waits in it.
func (l *Lanes) rest(ln *lane) {
	if len(ln.queue) > 0 {
		l.ready = append(l.ready, ln)
		return
	}
	ln.busy = false
	if l.lanes[ln.key] == ln {
		delete(l.lanes, ln.key)
	}
}

func (l *Lanes) checkEmpty() {
	if !l.closed || l.waiting > 0 || l.workers > 0 {
		return
	}
	select {
	case <-l.empty:
	default:
		close(l.empty)
	}
}
