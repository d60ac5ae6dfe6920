package discordgate

import (
	"math/rand/v2"
	"time"
)

// Discord lets a shard identify once in five seconds and a bot a thousand times a day, and takes the token away from one that does so in
// a loop (docs: events/gateway). So waits grow, and the identifies of each shard are counted.
const (
	firstWait      = time.Second
	longestWait    = 2 * time.Minute
	stableAfter    = time.Minute
	identifyEvery  = 5100 * time.Millisecond
	identifyWindow = 10 * time.Minute
	identifyMost   = 15
)

// backoff gives growing waits. The zero value is ready.
type backoff struct{ failures int }

// next is how long to wait after a connection that lasted so long: from half of a bound to the bound, which doubles each time until a
// connection has lasted a minute.
func (b *backoff) next(lasted time.Duration) time.Duration {
	if lasted >= stableAfter {
		b.failures = 0
	}
	most := min(firstWait<<min(b.failures, 10), longestWait)
	b.failures++
	return most/2 + rand.N(most/2)
}

// identifies are the times of the last identifies.
type identifies []time.Time

// wait is how long the next identify must wait.
func (i *identifies) wait(now time.Time) time.Duration {
	for len(*i) > 0 && now.Sub((*i)[0]) >= identifyWindow {
		*i = (*i)[1:]
	}
	n := len(*i)
	if n == 0 {
		return 0
	}
	wait := (*i)[n-1].Add(identifyEvery).Sub(now)
	if n >= identifyMost {
		wait = max(wait, (*i)[n-identifyMost].Add(identifyWindow).Sub(now))
	}
	return max(wait, 0)
}
