package telegramtest

import (
	"maps"
	"math"
	"time"
)

// Limits are how fast the bot may send; blanks take the usual values. Sends and edits count.
type Limits struct {
	Off              bool          // nothing is limited
	ChatEvery        time.Duration // one message in a chat each; default 1 s
	ChatBurst        int           // that many at once; default 3
	GroupPerMinute   int           // default 20
	OverallPerSecond int           // default 30
	Penalty          time.Duration // what each request during a ban adds to it; default 1 s
}

func (l Limits) defaults() Limits {
	fill(&l.ChatEvery, time.Second)
	fill(&l.ChatBurst, 3)
	fill(&l.GroupPerMinute, 20)
	fill(&l.OverallPerSecond, 30)
	fill(&l.Penalty, time.Second)
	return l
}

// Flood is what the limits refused.
type Flood struct {
	Refused   int           // answers 429
	DuringBan int           // of these, to requests sent while the bot had been told to wait
	PerChat   map[int64]int // by chat; the limit over all chats is under 0
}

// Flood returns how often the bot was refused for its speed. Faults that answer 429 do not count.
func (s *Server) Flood() Flood {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.limiter.flood
	f.PerChat = maps.Clone(f.PerChat)
	return f
}

// SetLimits changes the limits from now on and lifts the bans in force.
func (s *Server) SetLimits(l Limits) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limiter.limits, s.limiter.pace = l.defaults(), map[int64]*pace{}
}

// A limiter holds the pace of each chat; under 0, that of all together.
type limiter struct {
	limits Limits
	pace   map[int64]*pace
	flood  Flood
}

type pace struct {
	sent   []time.Time // within the window
	ready  time.Time   // when the next message would have no burst behind it
	banned time.Time   // until when everything is refused
}

func newLimiter(l Limits) *limiter {
	return &limiter{limits: l, pace: map[int64]*pace{}, flood: Flood{PerChat: map[int64]int{}}}
}

func (l *limiter) of(chat int64) *pace {
	if l.pace[chat] == nil {
		l.pace[chat] = &pace{}
	}
	return l.pace[chat]
}

// take counts one message, or refuses it.
func (l *limiter) take(chat int64, group bool, now time.Time) *Error {
	if l.limits.Off {
		return nil
	}
	all, one := l.of(0), l.of(chat)
	for id, p := range map[int64]*pace{0: all, chat: one} {
		if now.Before(p.banned) {
			p.banned = p.banned.Add(l.limits.Penalty)
			l.flood.DuringBan++
			return l.refuse(id, p, now)
		}
	}
	all.forget(now.Add(-time.Second))
	one.forget(now.Add(-time.Minute))
	switch l := l.limits; {
	case len(all.sent) >= l.OverallPerSecond:
		all.banned = all.sent[0].Add(time.Second)
	case group && len(one.sent) >= l.GroupPerMinute:
		one.banned = one.sent[0].Add(time.Minute)
	case one.ready.Sub(now) > time.Duration(l.ChatBurst-1)*l.ChatEvery:
		one.banned = one.ready.Add(-time.Duration(l.ChatBurst-1) * l.ChatEvery)
	}
	if now.Before(all.banned) {
		return l.refuse(0, all, now)
	}
	if now.Before(one.banned) {
		return l.refuse(chat, one, now)
	}
	all.sent, one.sent = append(all.sent, now), append(one.sent, now)
	if one.ready.Before(now) {
		one.ready = now
	}
	one.ready = one.ready.Add(l.limits.ChatEvery)
	return nil
}

// refuse answers with whole seconds, and the ban lasts as long as it says.
func (l *limiter) refuse(id int64, p *pace, now time.Time) *Error {
	seconds := max(1, int(math.Ceil(p.banned.Sub(now).Seconds())))
	p.banned = now.Add(time.Duration(seconds) * time.Second)
	l.flood.Refused++
	l.flood.PerChat[id]++
	return TooManyRequests(seconds)
}

func (p *pace) forget(before time.Time) {
	for len(p.sent) > 0 && !p.sent[0].After(before) {
		p.sent = p.sent[1:]
	}
}
