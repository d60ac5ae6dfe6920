package load

import (
	"context"
	"fmt"
	"time"
)

// every lets seats ask in turn, so many questions a second, for a time. It does not wait for answers: when it is late it catches up.
func (st *stage) every(ctx context.Context, b bench, seats []*seat, perSecond float64, length time.Duration) error {
	began := time.Now()
	questions := &deck{all: b.Questions, next: len(seats)} // of its own: several of these run at once
	for i := 0; ; i++ {
		at := began.Add(time.Duration(float64(i) / perSecond * float64(time.Second)))
		if at.Sub(began) >= length {
			return nil
		}
		if err := pause(ctx, time.Until(at)); err != nil {
			return err
		}
		if err := st.ask(seats[i%len(seats)], questions.deal()); err != nil {
			return err
		}
	}
}

// keep lets seats ask in turn so that a number of questions always wait, for a time.
func (st *stage) keep(ctx context.Context, b bench, seats []*seat, waiting int, length time.Duration) error {
	questions := &deck{all: b.Questions, next: len(seats)}
	platform := seats[0].platform
	for began, i := time.Now(), 0; time.Since(began) < length; {
		if st.ledger.waiting(platform) >= waiting {
			if err := pause(ctx, 2*time.Millisecond); err != nil {
				return err
			}
			continue
		}
		if err := st.ask(seats[i%len(seats)], questions.deal()); err != nil {
			return err
		}
		i++
	}
	return nil
}

// warm lets each seat ask once, slowly, and waits for the answers, so that connections are open and pages are in memory.
func (st *stage) warm(ctx context.Context, b bench, seats []*seat) error {
	for _, s := range seats[:min(len(seats), 20)] {
		if err := st.ask(s, b.questions.deal()); err != nil {
			return err
		}
		if err := pause(ctx, 20*time.Millisecond); err != nil {
			return err
		}
	}
	if !st.answered(ctx, lastWithin) {
		return fmt.Errorf("the first questions were not answered")
	}
	return nil
}

// lastWithin is how long the last answers may be waited for, on a machine that is busy, too: one that does not come by then is lost.
const lastWithin = 2 * time.Minute

// answered waits until every question has an answer, at most for a time.
func (st *stage) answered(ctx context.Context, within time.Duration) bool {
	return until(ctx, within, func() bool { return st.ledger.waiting(discord)+st.ledger.waiting(telegram) <= 0 })
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return ctx.Err()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// both runs a function for each platform at the same time and returns the first error.
func both(run func(platform string) error) error {
	errs := make(chan error, 2)
	for _, p := range []string{discord, telegram} {
		go func() { errs <- run(p) }()
	}
	first, second := <-errs, <-errs
	if first != nil {
		return first
	}
	return second
}
