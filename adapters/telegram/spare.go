package telegram

import (
	"context"
	"time"

	"nonmerci/adapters/internal/delay"
)

// spare is acquire for an edit that nobody waits for: it leaves only when the chat is at rest, no answer waits for its turn, and half of what
// may be sent in all, and in the group, is left for those that come next. It waits for that at most until ctx is done.
func (l *limiter) spare(ctx context.Context, at place) (permit, error) {
	for {
		wait, p := l.trySpare(at)
		if wait <= 0 {
			return p, nil
		}
		if err := delay.For(ctx, wait); err != nil {
			return permit{}, err
		}
	}
}

// lookAgain is how soon it is looked again whether the others are done.
const lookAgain = 100 * time.Millisecond

func (l *limiter) trySpare(at place) (time.Duration, permit) {
	if l.off {
		return 0, permit{}
	}
	if wait := l.busy(at); wait > 0 {
		return wait, permit{}
	}
	wait, _, p := l.try(at)
	return wait, p
}

// busy is how long an edit that nobody waits for has to wait; zero when it is in nobody's way.
func (l *limiter) busy(at place) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	const half = perSecond / 2
	now := time.Now()
	p := l.of(at.chat, now)
	l.all.forget(now)
	p.minute.forget(now)
	begun := l.next.After(now.Add(-half * time.Second / perSecond)) // answers that have their turn and have not left yet count too
	if begun || len(l.tickets) > 0 || len(l.all) >= half || at.group && len(p.minute) >= perMinute/2 {
		return lookAgain
	}
	return max(0, p.ready.Sub(now))
}
