package rephrase

import (
	"context"
	"fmt"
	"time"

	"nonmerci/knowledge"
)

// A Ledger keeps how many tokens were spent on each day, so that a restart forgets nothing and instances that share it see one another. It is safe
// for concurrent use.
type Ledger interface {
	// Spent returns how many tokens a payer has spent on a day; for SharedBase, how many were spent in all.
	Spent(ctx context.Context, day knowledge.Date, payer knowledge.CommunityID) (int, error)
	// Spend adds tokens to a payer's, and to the sum of all. A payer that is gone counts in the sum alone.
	Spend(ctx context.Context, day knowledge.Date, payer knowledge.CommunityID, tokens int) error
}

// CounterName is the name of the counter of tokens in knowledge.Counters.
const CounterName = "model_tokens"

// Counted is a Ledger over counters: that of a community has its own tokens, that of SharedBase those of everybody.
func Counted(c knowledge.Counters) Ledger { return counted{c} }

type counted struct{ counters knowledge.Counters }

// Spent implements Ledger. Days after the one asked for count with it, as counters do; there are none when it is today.
func (l counted) Spent(ctx context.Context, day knowledge.Date, payer knowledge.CommunityID) (int, error) {
	all, err := l.counters.Counts(ctx, payer, day)
	if err != nil {
		return 0, fmt.Errorf("read how many tokens the model has used: %w", err)
	}
	n := 0
	for _, c := range all {
		if c.Name == CounterName {
			n += c.N
		}
	}
	return n, nil
}

// Spend implements Ledger.
func (l counted) Spend(ctx context.Context, day knowledge.Date, payer knowledge.CommunityID, tokens int) error {
	counts := []knowledge.Count{{Community: knowledge.SharedBase, Day: day, Name: CounterName, N: tokens}}
	if payer != knowledge.SharedBase {
		counts = append(counts, knowledge.Count{Community: payer, Day: day, Name: CounterName, N: tokens})
	}
	if err := l.counters.Add(ctx, counts); err != nil {
		return fmt.Errorf("write how many tokens the model has used: %w", err)
	}
	return nil
}

// dayOf is the day of a moment, in UTC.
func dayOf(t time.Time) knowledge.Date {
	d, _ := knowledge.ParseDate(t.UTC().Format(time.DateOnly)) // its own layout
	return d
}
