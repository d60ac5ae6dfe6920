package rephrase

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sony/gobreaker/v2"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"

	"nonmerci/bot"
	"nonmerci/knowledge/scrub"
)

// A Rewriter has one model put answers into other words. It implements bot.Rewriter and is safe for concurrent use.
type Rewriter struct {
	o       Options
	server  *server
	breaker *gobreaker.CircuitBreaker[bot.Rewritten]
	slots   *semaphore.Weighted
	flights singleflight.Group
	cache   *cache
	budget  *budget
	tally   tally
	paused  atomic.Int64 // until when the server asked to be left alone, as Unix nanoseconds
	whole   atomic.Bool  // the server cannot stream

	life      context.Context
	end       context.CancelCauseFunc
	closeIdle func()
	mu        sync.Mutex // guards closed, and Add against Wait
	closed    bool
	work      sync.WaitGroup
}

var _ bot.Rewriter = (*Rewriter)(nil)

// New returns a Rewriter. It asks nothing and starts nothing; its error is that of Options that cannot be used. Close it when it is no longer needed.
func New(o Options) (*Rewriter, error) {
	o = o.withDefaults()
	if err := o.check(); err != nil {
		return nil, err
	}
	p, err := profileOf(o.Profile, o.BaseURL)
	if err != nil {
		return nil, err
	}
	c, err := newCache(o.Cache)
	if err != nil {
		return nil, err
	}
	d, closeIdle := newDoer(o)
	r := &Rewriter{
		o: o, server: newServer(o, p, d), slots: semaphore.NewWeighted(int64(o.Concurrency)), cache: c, budget: newBudget(o), closeIdle: closeIdle,
	}
	r.breaker = newBreaker()
	r.life, r.end = context.WithCancelCause(context.Background())
	return r, nil
}

// Rewrite implements bot.Rewriter. It returns at the latest when ctx ends or Options.Timeout has passed; its error is a *Failure. The question is
// freed of personal data once more before it is sent.
func (r *Rewriter) Rewrite(ctx context.Context, w bot.Rewriting) (bot.Rewritten, error) {
	words, cached, err := r.rewrite(ctx, w)
	r.tally.ended(cached, err)
	return own(words), err
}

func (r *Rewriter) rewrite(ctx context.Context, w bot.Rewriting) (words bot.Rewritten, cached bool, err error) {
	if !fit(w) {
		return words, false, fail(Unfit)
	}
	if ctx.Err() != nil {
		return words, false, fail(Late)
	}
	w.Question, _ = scrub.Text(w.Question)
	k := keyOf(r.o.Model, w)
	if words, err, ok := r.cache.get(k); ok {
		return words, err == nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, r.o.Timeout)
	defer cancel()
	result := r.flights.DoChan(string(k[:]), func() (any, error) { return r.fly(k, w) })
	select {
	case got := <-result:
		words, _ := got.Val.(bot.Rewritten)
		return words, false, got.Err
	case <-ctx.Done():
		return words, false, fail(Late)
	}
}

// Close ends what is under way and returns when all of it has, and what was spent is written. Rewrite fails from then on.
func (r *Rewriter) Close() {
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
	r.end(errClosing)
	r.work.Wait()
	_ = r.budget.flush(context.Background()) // the last calls told the log when it could not be written
	r.closeIdle()
}

// begin says whether there may still be work, and counts it; who was told yes calls r.work.Done.
func (r *Rewriter) begin() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.closed {
		r.work.Add(1)
	}
	return !r.closed
}

// pausedNow says whether the server wants to be left alone.
func (r *Rewriter) pausedNow() bool { return time.Now().UnixNano() < r.paused.Load() }
