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
	st, c, who, err := b.openCrowded(ctx)
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	start := c.metrics()
	h, err := st.hold(ctx, b, c, who)
	if err != nil {
		return err
	}
	b.atLeast("discord: requests", h.rate(discord), 0.9*discordCeiling)
	b.atLeast("telegram: messages", h.rate(telegram), 0.9*telegramCeiling)
	b.atMost("processor, of one core", share(h.before, h.after, h.took), 5, percent)
	b.tell("processor, for one answer", h.perAnswer(), ms)
	for _, p := range []string{discord, telegram} {
		b.tell(p+": of that to decide on the answer (nonmerci_answer_seconds, mean)", 1000*mean("nonmerci_answer_seconds", p, start, c.metrics()), ms)
	}
	b.tell("memory, highest", h.memory, mb)
	b.tell("goroutines before", float64(start.goroutines()), none)
	b.tell("goroutines after", float64(c.metrics().goroutines()), none)
	for _, p := range []string{discord, telegram} {
		b.losses(st, p, h.from)
		b.zero(p+": out of order in a conversation", disorder(st.ledger.all(p, h.from)))
	}
	b.wellBehaved(st)
	return nil
}

// openCrowded starts the program against servers with the platforms' limits, and lets a crowd come. The caller leaves both, unless there is an error.
func (b bench) openCrowded(ctx context.Context) (*stage, *child, crowd, error) {
	st, c, err := b.open(ctx, limited())
	if err != nil {
		return nil, nil, crowd{}, err
	}
	who, err := st.crowd(ctx, b)
	if err != nil {
		b.leave(st, c)
	}
	return st, c, who, err
}

// A crowd is who asks at the ceilings.
type crowd struct {
	seats  map[string][]*seat
	groups []*seat
}

// crowd lets some ask and be answered, so that a measure begins with open connections.
func (st *stage) crowd(ctx context.Context, b bench) (who crowd, err error) {
	who.seats = map[string][]*seat{discord: mixed(st.inChannels(120), st.inMessages(120)), telegram: st.inPrivate(200)}
	if who.groups, err = st.inGroups(5); err != nil {
		return who, err
	}
	return who, st.warm(ctx, b, mixed(who.seats[discord][:10], who.seats[telegram][:10]))
}

// held is what holding the ceilings for a time took.
type held struct {
	from          time.Time
	took          time.Duration
	before, after usage
	sent          map[string]int64 // requests that count towards the ceilings
	memory        float64          // the most, in MB
}

// rate is how many requests of a platform left in a second.
func (h held) rate(platform string) float64 { return float64(h.sent[platform]) / h.took.Seconds() }

// perAnswer is the processor's time for one of them, in milliseconds.
func (h held) perAnswer() float64 {
	return 1000 * (h.after.cpu - h.before.cpu).Seconds() / float64(h.sent[discord]+h.sent[telegram])
}

// hold keeps a program at the ceilings, and waits for the last answers.
func (st *stage) hold(ctx context.Context, b bench, c *child, who crowd) (h held, err error) {
	busy := map[string]int{discord: 2 * discordCeiling, telegram: 2 * telegramCeiling}
	h.before, h.from = b.use(c), time.Now()
	memory, sent := watchMemory(ctx, c.pid()), st.counted()
	inGroups := make(chan error, 1)
	go func() {
		var err error
		if len(who.groups) > 0 {
			err = st.every(ctx, b, who.groups, 1, b.Length) // twelve a minute in each
		}
		inGroups <- err
	}()
	err = both(func(p string) error {
		if len(who.seats[p]) == 0 {
			return nil
		}
		return st.keep(ctx, b, who.seats[p], busy[p], b.Length)
	})
	h.took, h.after, h.memory, h.sent = time.Since(h.from), b.use(c), memory.end(), st.counted()
	for p, n := range sent {
		h.sent[p] -= n
	}
	if err2 := <-inGroups; err == nil {
		err = err2
	}
	if err == nil {
		st.answered(ctx, 30*time.Second)
	}
	return h, err
}

// counted are the requests so far that count towards the ceilings.
func (st *stage) counted() map[string]int64 {
	return map[string]int64{discord: st.ledger.sent[discord].Load(), telegram: st.ledger.sent[telegram].Load()}
}
