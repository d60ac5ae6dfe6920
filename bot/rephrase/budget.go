package rephrase

import (
	"context"
	"sync"
	"time"

	"nonmerci/knowledge"
)

// How often what others have spent is read, and how long the ledger may take.
const (
	readEvery   = time.Minute
	ledgerWaits = 2 * time.Second
)

// A budget bounds the tokens of a day, in all and by who pays. Before a call the most that it can cost is set aside; afterwards what it did cost is
// counted, in memory at once and in the ledger soon. It is safe for concurrent use.
type budget struct {
	all, each int // bounds; 0: none
	ledger    Ledger

	io sync.Mutex // held while the ledger is read or written, so that nothing is counted twice or not at all

	mu     sync.Mutex
	day    knowledge.Date
	payers map[knowledge.CommunityID]*account // of day; that of SharedBase is everybody's
	owed   map[debt]int                       // not in the ledger yet
}

// An account is what one payer has spent today, as far as known.
type account struct {
	spent    int       // in the ledger when it was read, and since then from here
	reserved int       // of calls under way
	read     time.Time // when the ledger was; zero: never
}

// A debt is tokens of a day that the ledger has not been told of.
type debt struct {
	day   knowledge.Date
	payer knowledge.CommunityID
}

func newBudget(o Options) *budget {
	return &budget{
		all: o.DailyTokens, each: o.CommunityDailyTokens, ledger: o.Ledger,
		payers: map[knowledge.CommunityID]*account{}, owed: map[debt]int{},
	}
}

// A hold is tokens that are set aside.
type hold struct {
	day   knowledge.Date
	payer knowledge.CommunityID
	n     int
}

// payers are the accounts that a hold is of.
func (h hold) payers() []knowledge.CommunityID {
	if h.payer == knowledge.SharedBase {
		return []knowledge.CommunityID{knowledge.SharedBase}
	}
	return []knowledge.CommunityID{knowledge.SharedBase, h.payer}
}

// reserve sets tokens aside for a call. Its error is ErrBudget where that would be more than a bound, or it is not known whether it would.
func (b *budget) reserve(ctx context.Context, payer knowledge.CommunityID, n int) (hold, error) {
	h := hold{payer: payer, n: n}
	payers, bounds := h.payers(), []int{b.all, b.each}
	for i, p := range payers {
		if bounds[i] > 0 && !b.refresh(ctx, p) {
			return hold{}, ErrBudget
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, p := range payers {
		if a := b.account(p); bounds[i] > 0 && a.spent+a.reserved+n > bounds[i] {
			return hold{}, ErrBudget
		}
	}
	for _, p := range payers {
		b.account(p).reserved += n
	}
	h.day = b.day
	return h, nil
}

// settle gives back what was set aside, and counts what was used, on the day that it is now.
func (b *budget) settle(h hold, used int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range h.payers() {
		a := b.account(p)
		if h.day == b.day { // a new day begins with nothing set aside
			a.reserved -= h.n
		}
		a.spent += used
	}
	if used > 0 && b.ledger != nil {
		b.owed[debt{b.day, h.payer}] += used
	}
}

// today returns what was spent today, in all.
func (b *budget) today() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.account(knowledge.SharedBase).spent
}

// account returns the account of a payer, and begins a new day when there is one. The caller holds mu.
func (b *budget) account(p knowledge.CommunityID) *account {
	if d := dayOf(time.Now()); d != b.day {
		b.day = d
		clear(b.payers)
	}
	a := b.payers[p]
	if a == nil {
		a = &account{}
		b.payers[p] = a
	}
	return a
}
