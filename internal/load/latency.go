package load

import (
	"context"
	"fmt"
	"time"
)

// What the program may take from the delivery of a question to the request of its answer, in milliseconds.
const (
	medianMost = 2
	slowMost   = 10
)

// How many questions a second are asked. Telegram's are fewer than fifty because the program itself keeps to thirty messages a second
// there, whatever the server allows. Discord's are half by mention and half by command: its own fifty requests a second would hold
// back what leaves for channels.
const (
	discordRate  = 50
	telegramRate = 25
)

// latency measures how long the program takes, on both platforms at once, against servers without limits.
func latency(ctx context.Context, b bench) error {
	st, c, err := b.open(ctx, unlimited())
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	seats := map[string][]*seat{discord: mixed(st.inChannels(100), st.byCommand(100)), telegram: st.inPrivate(200)}
	if !until(ctx, readyWithin, func() bool { return len(st.discord.Commands()) > 0 }) {
		return fmt.Errorf("the commands were not registered")
	}
	if err := st.warm(ctx, b, mixed(seats[discord][:20], seats[telegram][:20])); err != nil {
		return err
	}
	before, metrics, from := b.use(c), c.metrics(), time.Now()
	err = both(func(p string) error {
		return st.every(ctx, b, seats[p], map[string]float64{discord: discordRate, telegram: telegramRate}[p], b.Length)
	})
	if err != nil {
		return err
	}
	cpu := share(before, b.use(c), time.Since(from))
	st.answered(ctx, lastWithin)
	after := c.metrics()
	for _, p := range []string{discord, telegram} {
		b.speeds(st.ledger.all(p, from), p)
		for _, q := range []float64{.5, .99} {
			b.tell(fmt.Sprintf("%s: nonmerci_delivery_seconds, p%.0f (estimated)", p, 100*q), 1000*quantile(q, "nonmerci_delivery_seconds", p, metrics, after), ms)
		}
		b.losses(st, p, from)
	}
	b.add(Figure{
		Name: "what was asked", OK: true,
		Measured: fmt.Sprintf("%d/s on Discord, half by command; %d/s on Telegram, because the program keeps to %d messages a second there", discordRate, telegramRate, telegramCeiling),
	})
	b.tell("processor, of one core", cpu, percent)
	b.wellBehaved(st)
	return nil
}

// speeds reports how fast the program was on a platform.
func (b bench) speeds(asks []ask, platform string) {
	d, whole := between(asks, fromDelivery), between(asks, fromAsking)
	rate := map[string]int{discord: discordRate, telegram: telegramRate}[platform]
	b.atMost(fmt.Sprintf("%s: delivered → request, p50 at %d/s", platform, rate), d.at(50), medianMost, ms)
	b.atMost(fmt.Sprintf("%s: delivered → request, p99 at %d/s", platform, rate), d.at(99), slowMost, ms)
	b.tell(platform+": delivered → request, longest", d.at(100), ms)
	b.tell(platform+": asked → request, p50", whole.at(50), ms)
	b.tell(platform+": asked → request, p99", whole.at(99), ms)
}
