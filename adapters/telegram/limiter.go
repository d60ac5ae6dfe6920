package telegram

import (
	"sync"
	"time"
)

// The pace that Telegram lets a bot send at (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
const (
	perSecond   = 30                        // in all
	chatEvery   = time.Second               // one message in a chat each,
	chatBurst   = 3                         // after as many at once
	perMinute   = 20                        // in a group
	maxOpenCall = soonArrival + time.Second // a call that takes longer has surely arrived
	manyChats   = 3                         // refused within a moment, so many chats mean that all are held
	moment      = 2 * time.Second
	maxPaces    = 10_000 // chats remembered before idle ones are forgotten
)

// A limiter is the one place that says when a message may leave: for its chat, for its group, and in all. Requests count from when
// they are answered, not from when they leave: whatever the network does, the server then never sees more of them in a second than we
// do, and no refusal for speed is caused by us. It is safe for concurrent use.
type limiter struct {
	off  bool
	line chan struct{} // has room for the one who waits for the limit over all chats

	mu      sync.Mutex
	all     slots
	chats   map[int64]*pace
	tickets map[string]time.Time // when the next piece of a lane may begin, as far as all chats together go
	next    time.Time            // the next ticket
	allHold time.Time
	refused map[int64]time.Time // chats refused lately
	careful time.Time           // until then, a chat may just have been written to by an earlier run
}

// A pace is how one chat may be written to.
type pace struct {
	ready  time.Time // when a message would have no burst before it
	minute slots     // of groups
	hold   time.Time // told by the server
}

func newLimiter(off bool) *limiter {
	return &limiter{off: off, line: make(chan struct{}, 1), chats: map[int64]*pace{}, tickets: map[string]time.Time{}, refused: map[int64]time.Time{}}
}

// begin is for a start that follows another: what that sent within the last second is not known, and counts. underWay says that it may have been
// killed over calls that have yet to arrive.
func (l *limiter) begin(underWay bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	last := time.Now()
	if underWay {
		last = last.Add(soonArrival)
	}
	l.careful = last.Add(chatBurst * chatEvery)
	if until := last.Add(time.Second); l.allHold.Before(until) {
		l.allHold = until
	}
}

func (p *pace) wait(group bool, now time.Time) time.Duration {
	wait := max(p.hold.Sub(now), p.ready.Add(-(chatBurst-1)*chatEvery).Sub(now))
	if group {
		wait = max(wait, p.minute.wait(perMinute, now))
	}
	return wait
}

// of returns the pace of a chat, and forgets idle ones when there are many.
func (l *limiter) of(chat int64, now time.Time) *pace {
	p := l.chats[chat]
	if p != nil {
		return p
	}
	if len(l.chats) >= maxPaces {
		for id, old := range l.chats {
			if old.minute.forget(now); len(old.minute) == 0 && old.ready.Before(now) && old.hold.Before(now) {
				delete(l.chats, id)
			}
		}
	}
	p = &pace{ready: l.careful}
	l.chats[chat] = p
	return p
}
