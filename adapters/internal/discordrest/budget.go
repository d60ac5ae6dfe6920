package discordrest

import "time"

// Discord bans an address after 10,000 refusals in ten minutes; we stop at half of that (docs: topics/rate-limits).
const (
	budgetWindow = 10 * time.Minute
	budgetMost   = 5000
	budgetStep   = budgetWindow / time.Duration(len(budget{}.counts))
)

// A budget counts refusals over the last ten minutes.
type budget struct {
	counts [60]int
	steps  [60]int64 // when each was begun
}

func (b *budget) add(now time.Time) {
	step := now.UnixNano() / int64(budgetStep)
	i := step % int64(len(b.counts))
	if b.steps[i] != step {
		b.steps[i], b.counts[i] = step, 0
	}
	b.counts[i]++
}

func (b *budget) spent(now time.Time) bool {
	step, sum := now.UnixNano()/int64(budgetStep), 0
	for i, at := range b.steps {
		if step-at < int64(len(b.counts)) {
			sum += b.counts[i]
		}
	}
	return sum >= budgetMost
}
