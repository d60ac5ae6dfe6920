package load

import (
	"context"
	"time"
)

// What the platforms let a bot send in a second.
const (
	discordCeiling  = 50
	telegramCeiling = 30
)

// ceiling asks as much as may be answered, against servers with the platforms' limits: always about two seconds' worth of questions
// wait.
func ceiling(ctx context.Context, b bench) error {
	st, c, err := b.open(ctx, limited())
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	seats := map[string][]*seat{discord: mixed(st.inChannels(120), st.inMessages(120)), telegram: st.inPrivate(200)}
	groups, err := st.inGroups(5)
	if err != nil {
		return err
	}
	if err := st.warm(ctx, b, mixed(seats[discord][:10], seats[telegram][:10])); err != nil {
		return err
	}
	busy := map[string]int{discord: 2 * discordCeiling, telegram: 2 * telegramCeiling}
	before, start, from := b.use(c), c.metrics(), time.Now()
	memory, sent := watchMemory(ctx, c.pid()), st.counted()
	inGroups := make(chan error, 1)
	go func() { inGroups <- st.every(ctx, b, groups, 1, b.Length) }() // twelve a minute in each
	err = both(func(p string) error { return st.keep(ctx, b, seats[p], busy[p], b.Length) })
	took, end, most := time.Since(from), b.use(c), memory.end()
	now := st.counted()
	if err2 := <-inGroups; err == nil {
		err = err2
	}
	if err != nil {
		return err
	}
	st.answered(ctx, 30*time.Second)
	b.atLeast("discord: requests", float64(now[discord]-sent[discord])/took.Seconds(), 0.9*discordCeiling, each)
	b.atLeast("telegram: messages", float64(now[telegram]-sent[telegram])/took.Seconds(), 0.9*telegramCeiling, each)
	b.atMost("processor, of one core", share(before, end, took), 5, percent)
	b.tell("processor, for one answer", 1000*(end.cpu-before.cpu).Seconds()/float64(now[discord]-sent[discord]+now[telegram]-sent[telegram]), ms)
	for _, p := range []string{discord, telegram} {
		b.tell(p+": of that to decide on the answer (nonmerci_answer_seconds, mean)", 1000*mean("nonmerci_answer_seconds", p, start, c.metrics()), ms)
	}
	b.tell("memory, highest", most, mb)
	b.tell("goroutines before", float64(start.goroutines()), none)
	b.tell("goroutines after", float64(c.metrics().goroutines()), none)
	for _, p := range []string{discord, telegram} {
		b.losses(st, p, from)
		b.zero(p+": out of order in a conversation", disorder(st.ledger.all(p, from)))
	}
	b.wellBehaved(st)
	return nil
}

// counted are the requests so far that count towards the ceilings.
func (st *stage) counted() map[string]int64 {
	return map[string]int64{discord: st.ledger.sent[discord].Load(), telegram: st.ledger.sent[telegram].Load()}
}
