// Package yardstick lets tests hold code to a time on machines of any speed, busy ones too: what is measured is compared with a fixed piece of
// work that was measured beside it.
package yardstick

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// usual is how long work takes, at its best, on the machine that limits are for: two cores of a rented server.
const usual = 10 * time.Millisecond

// Least measures until a measure is at most enough, tries times at most (from 1), and returns the least of them as it would be on the
// machine that limits are for: where the fixed work takes twice as long, before and after a measure, half of that measure counts. A
// machine that is quicker gets nothing added. A measure may be of anything that takes longer on a slower or busier machine; one that waits
// for a clock must be kept out of it. It is not for tests that run beside others of their package.
func Least(tries int, enough time.Duration, measure func() time.Duration) time.Duration {
	return least(tries, enough, measure, func() time.Duration { return Of(work) })
}

func least(tries int, enough time.Duration, measure, rod func() time.Duration) time.Duration {
	best := measure()
	if best <= enough {
		return best
	}
	for before := rod(); tries > 1 && best > enough; tries-- {
		took := measure()
		after := rod()
		slowness := max(float64(min(before, after))/float64(usual), 1)
		best, before = min(best, time.Duration(float64(took)/slowness)), after
	}
	return best
}

// Of returns how long f takes.
func Of(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// work is of the kind that most of this program does: it cuts texts, counts words in maps, allocates and sorts.
func work() {
	var b strings.Builder
	for i := range 30_000 {
		b.WriteString("mot" + strconv.Itoa(i*i%7_919) + " ")
	}
	counts := map[string]int{}
	for w := range strings.FieldsSeq(b.String()) {
		counts[w]++
	}
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return counts[b] - counts[a] })
}
