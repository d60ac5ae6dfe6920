package rephrase

import (
	"context"
	"errors"
	"time"

	"github.com/sony/gobreaker/v2"

	"nonmerci/bot"
)

// How many failures in a row open the breaker, and for how long.
const (
	maxFailures = 5
	openFor     = 30 * time.Second
)

// newBreaker returns the breaker of a server. That words were refused says nothing against the server, nor that the program ends.
func newBreaker() *gobreaker.CircuitBreaker[bot.Rewritten] {
	return gobreaker.NewCircuitBreaker[bot.Rewritten](gobreaker.Settings{
		Timeout:     openFor,
		ReadyToTrip: func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= maxFailures },
		IsSuccessful: func(err error) bool {
			return err == nil || errors.Is(err, fail(Refused)) || errors.Is(err, fail(Same)) || errors.Is(err, fail(Denied))
		},
		IsExcluded: func(err error) bool { return errors.Is(err, fail(Closed)) || errors.Is(err, ErrBudget) },
	})
}

// fly does one piece of work for all who wait for it, and keeps what comes of it. Who waits may have left long before it returns.
func (r *Rewriter) fly(k key, w bot.Rewriting) (words bot.Rewritten, err error) {
	if !r.begin() {
		return words, fail(Closed)
	}
	defer r.work.Done()
	defer func() {
		if recover() != nil { // a fault of ours must not end the program, nor be met again at once
			words, err = bot.Rewritten{}, fail(Broken)
			r.cache.putFailure(k, err)
		}
		r.report(err)
	}()
	if words, err, ok := r.cache.get(k); ok { // ready since this was asked for
		return words, err
	}
	switch {
	case r.pausedNow():
		return words, fail(Pause)
	case !r.slots.TryAcquire(1):
		return words, fail(Busy)
	}
	defer r.slots.Release(1)
	ctx, cancel := context.WithTimeout(r.life, r.o.Finish)
	defer cancel()
	var j *job
	words, err = r.breaker.Execute(func() (words bot.Rewritten, err error) {
		words, j, err = r.reword(ctx, w)
		return words, err
	})
	switch {
	case err == nil:
		r.cache.put(k, words)
		r.mendLater(k, j)
	case errors.Is(err, gobreaker.ErrOpenState), errors.Is(err, gobreaker.ErrTooManyRequests):
		err = fail(Open)
	default:
		r.cache.putFailure(k, err)
	}
	return words, err
}

// pay does a job within the budget.
func (r *Rewriter) pay(ctx context.Context, j *job) error {
	h, err := r.budget.reserve(ctx, j.w.Payer, j.most())
	if err != nil {
		return err
	}
	defer func() {
		r.budget.settle(h, j.used)
		if j.used > 0 && r.begin() {
			go r.write()
		}
	}()
	return r.ask(ctx, j)
}

// write tells the ledger what was spent; nobody waits for it.
func (r *Rewriter) write() {
	defer r.work.Done()
	if err := r.budget.flush(context.WithoutCancel(r.life)); err != nil {
		r.tally.warn(r.o.Log, "ledger", "how many tokens the model has used could not be written; it is tried again with the next call", "error", err.Error())
	}
}
