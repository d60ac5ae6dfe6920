package telegram

import (
	"time"
)

// slots are the requests that count now, each until a time.
type slots []*time.Time

func (s *slots) forget(now time.Time) {
	kept := (*s)[:0]
	for _, until := range *s {
		if now.Before(*until) {
			kept = append(kept, until)
		}
	}
	clear((*s)[len(kept):])
	*s = kept
}

// together is how far apart slots may come free and still be waited for at once: see tick.
const together = 50 * time.Millisecond

// wait is how long until there are fewer than most, with those that come free within a moment of the first.
func (s *slots) wait(most int, now time.Time) time.Duration {
	s.forget(now)
	if len(*s) < most {
		return 0
	}
	first := *(*s)[0]
	for _, until := range *s {
		if until.Before(first) {
			first = *until
		}
	}
	last := first
	for _, until := range *s {
		if until.After(last) && until.Sub(first) <= together {
			last = *until
		}
	}
	return last.Sub(now)
}
