package load

import (
	"context"
	"fmt"
	"time"
)

// others are how many people ask beside a flood, each of them once in two seconds.
const others = 10

// fairness lets one chat of each platform flood while others ask now and then.
func fairness(ctx context.Context, b bench) error {
	st, c, err := b.open(ctx, limited())
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	flood := map[string]*seat{discord: st.inChannels(1)[0], telegram: st.inPrivate(1)[0]}
	quiet := map[string][]*seat{discord: st.inMessages(others), telegram: st.inPrivate(others)}
	if err := st.warm(ctx, b, mixed(quiet[discord], quiet[telegram])); err != nil {
		return err
	}
	from := time.Now()
	err = both(func(p string) error {
		flooded := make(chan error, 1)
		go func() { flooded <- st.flood(ctx, b, flood[p]) }()
		err := st.every(ctx, b, quiet[p], others/2.0, b.Length)
		if err2 := <-flooded; err == nil {
			err = err2
		}
		return err
	})
	if err != nil {
		return err
	}
	_ = pause(ctx, 3*time.Second) // for the last of the others
	for _, p := range []string{discord, telegram} {
		b.fair(st.ledger.all(p, from), p, flood[p].chat)
	}
	b.tell("lines of the log", float64(len(c.log.lines())), none)
	b.wellBehaved(st)
	return nil
}

// flood asks everything at once in one seat.
func (st *stage) flood(ctx context.Context, b bench, s *seat) error {
	questions := &deck{all: b.Questions}
	for range b.Flood {
		if err := st.ask(s, questions.deal()); err != nil {
			return err
		}
	}
	b.Progress("fairness: the flood on %s is asked", s.platform)
	return ctx.Err()
}

// fair reports how long the others waited, and what became of the flood.
func (b bench) fair(asks []ask, platform, flooding string) {
	var beside, flood []ask
	lost := 0
	for _, a := range asks {
		if a.chat == flooding {
			flood = append(flood, a)
			continue
		}
		beside = append(beside, a)
		if a.outcome().answers == 0 {
			lost++
		}
	}
	d := between(beside, fromAsking)
	b.atMost(platform+": others wait, longest", d.at(100), 1000, ms)
	b.tell(platform+": others wait, p50", d.at(50), ms)
	b.tell(platform+": others wait, p99", d.at(99), ms)
	b.zero(platform+": questions of others not answered", lost)
	b.tell(fmt.Sprintf("%s: answered so far of the flood of %d", platform, len(flood)), float64(len(between(flood, fromAsking))), none)
}
