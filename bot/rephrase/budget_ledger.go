package rephrase

import (
	"context"
	"maps"
	"time"

	"nonmerci/knowledge"
)

// refresh reads what a payer has spent, unless that was read a moment ago, and says whether it is known. What is owed is written first, so that
// what is read has it.
func (b *budget) refresh(ctx context.Context, p knowledge.CommunityID) bool {
	if b.ledger == nil {
		return true
	}
	b.mu.Lock()
	fresh := time.Since(b.account(p).read) < readEvery
	b.mu.Unlock()
	if fresh {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, ledgerWaits)
	defer cancel()
	b.io.Lock()
	defer b.io.Unlock()
	_ = b.write(ctx) // what cannot be written is added below
	day := dayOf(time.Now())
	n, err := b.ledger.Spent(ctx, day, p)
	b.mu.Lock()
	defer b.mu.Unlock()
	a := b.account(p)
	if err != nil || b.day != day {
		return !a.read.IsZero() // what was read before is better than stopping
	}
	a.spent, a.read = n, time.Now()
	for d, owed := range b.owed {
		if d.day == day && (d.payer == p || p == knowledge.SharedBase) {
			a.spent += owed
		}
	}
	return true
}

// flush tells the ledger what is owed. What cannot be written stays owed.
func (b *budget) flush(ctx context.Context) error {
	if b.ledger == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, ledgerWaits)
	defer cancel()
	b.io.Lock()
	defer b.io.Unlock()
	return b.write(ctx)
}

// write is flush for who holds io.
func (b *budget) write(ctx context.Context) error {
	b.mu.Lock()
	owed := maps.Clone(b.owed)
	b.mu.Unlock()
	for d, n := range owed {
		if err := b.ledger.Spend(ctx, d.day, d.payer, n); err != nil {
			return err
		}
		b.mu.Lock()
		if b.owed[d] -= n; b.owed[d] <= 0 {
			delete(b.owed, d)
		}
		b.mu.Unlock()
	}
	return nil
}
