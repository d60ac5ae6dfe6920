package rephrase

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/internal/modeltest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/memstore"
)

// join returns a community of a store.
func join(tb testing.TB, s *memstore.Store) knowledge.CommunityID {
	tb.Helper()
	c, err := s.Join(context.Background(), knowledge.Place{Platform: "discord", Chat: "1"}, time.Now())
	if err != nil {
		tb.Fatal(err)
	}
	return c.ID
}

// spent is what a ledger says of today.
func spent(tb testing.TB, l Ledger, payer knowledge.CommunityID) int {
	tb.Helper()
	n, err := l.Spent(context.Background(), dayOf(time.Now()), payer)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func TestTokensAreCountedForAllAndForWhoPays(t *testing.T) {
	for name, kind := range map[string]modeltest.Kind{"Told": modeltest.OpenAI, "Estimated": modeltest.Strict} {
		t.Run(name, func(t *testing.T) {
			store := memstore.New()
			with(t, modeltest.Options{Kind: kind}, func(o *Options) { o.Ledger = Counted(store) }, func(t *testing.T, b *bench) {
				b.server.Always(modeltest.Faithful(friendly))
				w := linkedIn(t)
				w.Payer = join(t, store)
				if _, err := b.ask(t, w); err != nil {
					t.Fatal(err)
				}
				synctest.Wait()
				ofC, all := spent(t, b.o.Ledger, w.Payer), spent(t, b.o.Ledger, knowledge.SharedBase)
				if most := b.newJob(w).most(); ofC == 0 || ofC != all || all != b.Status().TokensToday || all > most {
					t.Errorf("%d of the community, %d in all, %d shown, %d at the most", ofC, all, b.Status().TokensToday, most)
				}
				w.Payer, w.Revision = knowledge.SharedBase, 99
				if _, err := b.ask(t, w); err != nil {
					t.Fatal(err)
				}
				synctest.Wait()
				if n := spent(t, b.o.Ledger, knowledge.SharedBase); n <= all || b.Status().TokensToday != n {
					t.Errorf("%d in all, %d shown", n, b.Status().TokensToday)
				}
			})
		})
	}
}

// TestTheBudgetHolds: of the instance and of a community, across a restart, until the next day.
func TestTheBudgetHolds(t *testing.T) {
	const bound = 4000
	for name, set := range map[string]func(*Options){
		"Instance":  func(o *Options) { o.DailyTokens = bound },
		"Community": func(o *Options) { o.CommunityDailyTokens = bound },
	} {
		t.Run(name, func(t *testing.T) {
			store := memstore.New()
			change := func(o *Options) { o.Ledger = Counted(store); set(o) }
			with(t, modeltest.Options{}, change, func(t *testing.T, b *bench) {
				b.server.Always(modeltest.Faithful(friendly))
				w := linkedIn(t)
				w.Payer = join(t, store)
				good := 0
				var last error
				for ; last == nil && good < 100; good++ {
					w.Revision = good
					_, last = b.ask(t, w)
				}
				if good--; !errors.Is(last, ErrBudget) || good < 1 {
					t.Fatalf("%v after %d", last, good)
				}
				synctest.Wait()
				if n := spent(t, b.o.Ledger, w.Payer); n > bound {
					t.Errorf("%d tokens of %d", n, bound)
				}
				other := w
				other.Payer = knowledge.SharedBase
				if _, err := b.ask(t, other); errors.Is(err, ErrBudget) != (name == "Instance") {
					t.Errorf("outside of the community: %v", err)
				}
				w.Revision = 0
				if _, err := b.ask(t, w); err != nil {
					t.Errorf("what is ready: %v", err)
				}

				again, err := New(b.o)
				if err != nil {
					t.Fatal(err)
				}
				defer again.Close()
				w.Revision = 1000
				if _, err := again.Rewrite(t.Context(), w); !errors.Is(err, ErrBudget) {
					t.Errorf("after a restart: %v", err)
				}
				time.Sleep(24 * time.Hour)
				if _, err := again.Rewrite(t.Context(), w); err != nil {
					t.Errorf("the next day: %v", err)
				}
			})
		})
	}
}

// TestManyAtOnceDoNotPassTheBudget: what is under way counts.
func TestManyAtOnceDoNotPassTheBudget(t *testing.T) {
	with(t, modeltest.Options{}, func(o *Options) { o.DailyTokens, o.Concurrency = 6000, 100 }, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Paced(time.Millisecond, friendly))
		var all sync.WaitGroup
		for n := range 100 {
			all.Go(func() {
				w := linkedIn(t)
				w.Revision = n
				_, _ = b.Rewrite(t.Context(), w)
			})
		}
		all.Wait()
		synctest.Wait()
		if s := b.Status(); s.TokensToday > 6000 || s.TokensToday == 0 || s.Outcomes["budget"] == 0 {
			t.Errorf("%+v", s)
		}
		if b.budget.account(knowledge.SharedBase).reserved != 0 {
			t.Error("something is still set aside")
		}
	})
}

// TestANewDayKeepsWhatItSetAside: a call that began yesterday gives back nothing of today.
func TestANewDayKeepsWhatItSetAside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBudget(Options{DailyTokens: 1000})
		old, err := b.reserve(t.Context(), "", 900)
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(24 * time.Hour)
		if _, err := b.reserve(t.Context(), "", 900); err != nil {
			t.Fatal(err)
		}
		b.settle(old, 50)
		if _, err := b.reserve(t.Context(), "", 100); !errors.Is(err, ErrBudget) {
			t.Errorf("got %v", err)
		}
		if n := b.today(); n != 50 {
			t.Errorf("%d tokens today", n)
		}
	})
}

// brokenLedger fails until it is mended.
type brokenLedger struct {
	Ledger
	mu    sync.Mutex
	whole bool
}

func (l *brokenLedger) works() bool { l.mu.Lock(); defer l.mu.Unlock(); return l.whole }

func (l *brokenLedger) mend() { l.mu.Lock(); defer l.mu.Unlock(); l.whole = true }

func (l *brokenLedger) Spent(ctx context.Context, d knowledge.Date, p knowledge.CommunityID) (int, error) {
	if !l.works() {
		return 0, errors.New("the disk is full")
	}
	return l.Ledger.Spent(ctx, d, p)
}

func (l *brokenLedger) Spend(ctx context.Context, d knowledge.Date, p knowledge.CommunityID, n int) error {
	if !l.works() {
		return errors.New("the disk is full")
	}
	return l.Ledger.Spend(ctx, d, p, n)
}

// TestAnUnknownBudgetIsSpent: where it cannot be read, nothing is spent; where there is no bound, what was spent is written later.
func TestAnUnknownBudgetIsSpent(t *testing.T) {
	for name, bound := range map[string]int{"Bound": 100_000, "NoBound": 0} {
		t.Run(name, func(t *testing.T) {
			l := &brokenLedger{Ledger: Counted(memstore.New())}
			with(t, modeltest.Options{}, func(o *Options) { o.Ledger, o.DailyTokens = l, bound }, func(t *testing.T, b *bench) {
				b.server.Always(modeltest.Faithful(friendly))
				w := linkedIn(t)
				if _, err := b.ask(t, w); errors.Is(err, ErrBudget) != (bound > 0) {
					t.Errorf("got %v", err)
				}
				l.mend()
				w.Revision = 77
				if _, err := b.ask(t, w); err != nil {
					t.Errorf("mended: %v", err)
				}
				synctest.Wait()
				if n := spent(t, l, knowledge.SharedBase); n == 0 || n != b.Status().TokensToday {
					t.Errorf("%d tokens written, %d shown", n, b.Status().TokensToday)
				}
			})
		})
	}
}

// writeless is a Ledger that can be read and not written.
type writeless struct{ Ledger }

func (writeless) Spend(context.Context, knowledge.Date, knowledge.CommunityID, int) error {
	return errors.New("the disk is full")
}

// TestWhatCannotBeWrittenCountsAllTheSame: also when the ledger is read again.
func TestWhatCannotBeWrittenCountsAllTheSame(t *testing.T) {
	l := writeless{Counted(memstore.New())}
	with(t, modeltest.Options{}, func(o *Options) { o.Ledger, o.DailyTokens = l, 100_000 }, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Faithful(friendly))
		w := linkedIn(t)
		before := 0
		for n := range 3 {
			w.Revision = n
			if _, err := b.ask(t, w); err != nil {
				t.Fatal(err)
			}
			if s := b.Status(); s.TokensToday <= before {
				t.Errorf("%d tokens after %d", s.TokensToday, before)
			} else {
				before = s.TokensToday
			}
			time.Sleep(2 * readEvery)
		}
	})
}

// TestAServerCannotLieAboutTokens: neither none nor millions.
func TestAServerCannotLieAboutTokens(t *testing.T) {
	for _, total := range []string{"-5", "0", "1000000000000"} {
		with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
			b.server.Always(modeltest.Raw(`data: {"choices":[{"delta":{"content":"[1] a\n"}}],"usage":{"total_tokens":`+total+`}}`, "data: [DONE]"))
			w := linkedIn(t)
			_, _ = b.ask(t, w)
			if n := b.Status().TokensToday; n < b.newJob(w).prompt || n > 2*b.newJob(w).most() {
				t.Errorf("%s: %d tokens", total, n)
			}
		})
	}
}
