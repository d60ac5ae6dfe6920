package telegram

import "time"

// tick is how often lanes that wait are looked at: those whose turn comes before the next tick begin then, in one go. They have waited for others
// already, and a processor that wakes three times less for as many answers finds what it needs near to it. Every second tick is enough while a
// line is long.
const tick = 100 * time.Millisecond

// longLine is how long those who ask now would wait for the limit over all chats, when a tick more is little to them.
const longLine = time.Second

// step is how far apart those ticks are at which lanes are looked at. l.mu is held.
func (l *limiter) step(now time.Time) time.Duration {
	if l.next.Sub(now) > longLine {
		return 2 * tick
	}
	return tick
}

// toTick makes a wait longer, so that it ends with a tick. The step is that of the ticks.
func toTick(now time.Time, wait, step time.Duration) time.Duration {
	return now.Add(wait + step - 1).Truncate(step).Sub(now)
}

// ask is when to ask for more updates: at that time, or, while the line is long, with the answers that leave up to a tick before or after it. What
// is not known yet would wait as long once it is, and several updates come at once.
func (l *limiter) ask(at time.Time) time.Time {
	if l.off {
		return at
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if step := l.step(time.Now()); step > tick {
		return at.Add(tick).Truncate(step)
	}
	return at
}

// pace is the Pace of the lanes: a lane gets a ticket, in the order of asking, for when the limit over all chats lets its next piece
// begin, and waits for its chat as well. So what waits holds no worker, and no chat takes another's turn. acquire is exact; this only
// has to be fair, and nearly right.
func (l *limiter) pace(key string) time.Duration {
	if l.off {
		return 0
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	const interval = time.Second / perSecond
	now := time.Now()
	at, ok := l.tickets[key]
	if !ok {
		at = l.next
		if idle := now.Add(-(perSecond - 1) * interval); at.Before(idle) {
			at = idle // after a rest, as many as a second may have begin at once
		}
		l.next = at.Add(interval)
		l.tickets[key] = at
	}
	chat := laneChat(key)
	if wait := max(at.Sub(now), l.allHold.Sub(now), l.of(chat, now).wait(chat < 0, now)); wait > 0 {
		return toTick(now, wait, l.step(now))
	}
	delete(l.tickets, key)
	return 0
}

// hold keeps a chat quiet for as long as the server says; all is true when that now holds for every chat: several were refused within
// a moment, so it is the limit over all of them that was met.
func (l *limiter) hold(chat int64, d time.Duration) (all bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	until := now.Add(d)
	if p := l.of(chat, now); p.hold.Before(until) {
		p.hold = until
	}
	for id, at := range l.refused {
		if now.Sub(at) > moment {
			delete(l.refused, id)
		}
	}
	l.refused[chat] = now
	if len(l.refused) < manyChats {
		return false
	}
	if l.allHold.Before(until) {
		l.allHold = until
	}
	return true
}
