package load

import "context"

// alone holds one platform after the other at its ceiling, the other one silent.
func alone(ctx context.Context, b bench) error {
	st, c, who, err := b.openCrowded(ctx)
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	for _, p := range []string{discord, telegram} {
		one := crowd{seats: map[string][]*seat{p: who.seats[p]}}
		ceiling := float64(discordCeiling)
		if p == telegram {
			ceiling, one.groups = telegramCeiling, who.groups
		}
		h, err := st.hold(ctx, b, c, one)
		if err != nil {
			return err
		}
		b.atLeast(p+" alone: requests", h.rate(p), 0.9*ceiling)
		b.atMost(p+" alone: processor, of one core", share(h.before, h.after, h.took), 5, percent)
		b.tell(p+" alone: processor, for one answer", h.perAnswer(), ms)
		b.losses(st, p, h.from)
		b.zero(p+": out of order in a conversation", disorder(st.ledger.all(p, h.from)))
	}
	b.wellBehaved(st)
	return nil
}
