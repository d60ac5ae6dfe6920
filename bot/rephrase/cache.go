package rephrase

import (
	"errors"
	"slices"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"nonmerci/bot"
)

// How long a failure is remembered: one of the server may be over in a moment; a model asked again for the same words writes about the same.
const (
	faultKept = 30 * time.Second
	wordsKept = 5 * time.Minute
)

// A kept is what came of a piece of work: words that passed, or why there are none, until a time.
type kept struct {
	words   bot.Rewritten
	failure error
	until   time.Time // zero: for as long as there is room
}

// A cache keeps what came of the work asked for last. It is safe for concurrent use.
type cache struct{ lru *lru.Cache[key, kept] }

func newCache(size int) (*cache, error) {
	c, err := lru.New[key, kept](size)
	return &cache{c}, err
}

// get returns the words of a key, or the failure that is remembered; ok is false where there is neither.
func (c *cache) get(k key) (words bot.Rewritten, err error, ok bool) { //nolint:revive // the error is a value, as it was kept
	v, ok := c.lru.Get(k)
	if !ok || !v.until.IsZero() && !time.Now().Before(v.until) {
		return bot.Rewritten{}, nil, false
	}
	return v.words, v.failure, true
}

// put keeps words that passed.
func (c *cache) put(k key, words bot.Rewritten) { c.lru.Add(k, kept{words: words}) }

// putFailure remembers a failure for a while, where asking at once would meet it again.
func (c *cache) putFailure(k key, err error) {
	var f *Failure
	if !errors.As(err, &f) {
		return
	}
	switch f.Class {
	case Refused, Same, Format, Denied, Tool, Huge, Rejected:
		c.lru.Add(k, kept{failure: f, until: time.Now().Add(wordsKept)})
	case Slow, Key, Missing, Fault, Redirected, Garbled, Cut, Broken:
		c.lru.Add(k, kept{failure: f, until: time.Now().Add(faultKept)})
	}
}

// own returns words that the caller may change.
func own(w bot.Rewritten) bot.Rewritten {
	w.Lines = slices.Clone(w.Lines)
	return w
}
