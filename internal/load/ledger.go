package load

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// The platforms, as the program calls them.
const (
	discord  = "discord"
	telegram = "telegram"
)

// An ask is a question and what became of it. Times are zero until they come.
type ask struct {
	platform, chat string
	asked          time.Time
	delivered      time.Time // it was first written to the program
	answered       time.Time // the request that answers it first arrived; not known when a fault hid its outcome
	cut            bool      // it was under way when the program was killed, and its platform does not deliver again
	outcome        func() outcome
}

// An outcome is what the server has counted for one question.
type outcome struct {
	answers int // messages that answer it, the later parts of an answer left out
	doubles int // messages that say what an earlier one says
}

// A ledger has every question, by the key that its platform gives it. Notes may come in any order: an answer can be seen before
// whoever asked knows the key. It is safe for concurrent use.
type ledger struct {
	mu    sync.Mutex
	asks  map[string]*ask
	order []*ask // those that were asked, in order
	open  map[string]int
	chats map[string][]*ask      // of those that have no answer yet, by chat
	early map[string][]time.Time // answers seen before their question, by chat

	sent  map[string]*atomic.Int64 // requests that count towards the ceiling of a platform
	later sync.WaitGroup           // notes that are being read
}

func newLedger() *ledger {
	return &ledger{
		asks: map[string]*ask{}, open: map[string]int{}, chats: map[string][]*ask{}, early: map[string][]time.Time{},
		sent: map[string]*atomic.Int64{discord: new(atomic.Int64), telegram: new(atomic.Int64)},
	}
}

func (l *ledger) of(key string) *ask {
	a := l.asks[key]
	if a == nil {
		a = &ask{}
		l.asks[key] = a
		l.inChat(key, a)
	}
	return a
}

// tooEarly is how long before its question is known an answer can be seen: questions are read while answers come.
const tooEarly = time.Second

// inChat notes a question in its chat, if its key names one, and the answer that was seen before it.
func (l *ledger) inChat(key string, a *ask) {
	chat, _, named := strings.Cut(key, "/")
	if !named {
		return
	}
	l.chats[chat] = append(l.chats[chat], a)
	early := l.early[chat]
	delete(l.early, chat)
	for i, at := range early {
		if time.Since(at) < tooEarly {
			a.answered = at
			if i+1 < len(early) {
				l.early[chat] = early[i+1:]
			}
			return
		}
	}
}

// answeredIn notes an answer that does not say what it answers: in a private chat it is the oldest question that has none.
func (l *ledger) answeredIn(key string, at time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	chat, _, _ := strings.Cut(key, "/")
	waiting := l.chats[chat]
	for len(waiting) > 0 && !waiting[0].answered.IsZero() {
		waiting = waiting[1:]
	}
	l.chats[chat] = waiting
	if len(waiting) == 0 {
		l.early[chat] = append(l.early[chat], at)
		return
	}
	l.settle(waiting[0], at)
}

// note adds a question that was asked at a time.
func (l *ledger) note(key string, s *seat, at time.Time, count func() outcome) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.of(key)
	a.platform, a.chat, a.asked, a.outcome = s.platform, s.chat, at, count
	l.order = append(l.order, a)
	if a.answered.IsZero() {
		l.open[a.platform]++
	}
}

func (l *ledger) delivered(key string, at time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if a := l.of(key); a.delivered.IsZero() || at.Before(a.delivered) {
		a.delivered = at
	}
}

func (l *ledger) answered(key string, at time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if a := l.of(key); a.answered.IsZero() {
		l.settle(a, at)
	}
}

// settle notes when a question was answered. l.mu is held.
func (l *ledger) settle(a *ask, at time.Time) {
	a.answered = at
	if !a.asked.IsZero() {
		l.open[a.platform]--
	}
}

// waiting is how many questions of a platform have no answer that was seen.
func (l *ledger) waiting(platform string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.open[platform]
}

// all are the questions of a platform that were asked from a time on, in order, as they stand.
func (l *ledger) all(platform string, from time.Time) []ask {
	l.later.Wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []ask
	for _, a := range l.order {
		if a.platform == platform && !a.asked.Before(from) {
			out = append(out, *a)
		}
	}
	return out
}

// cutOff marks the questions of a platform that have no answer by the count of the server, and returns how many those are.
func (l *ledger) cutOff(platform string) int {
	l.later.Wait()
	l.mu.Lock()
	asks := slices.Clone(l.order)
	l.mu.Unlock()
	n := 0
	for _, a := range asks { // the server is asked without the lock: its taps take it
		if a.platform != platform || a.cut || a.outcome().answers > 0 {
			continue
		}
		n++
		l.mu.Lock()
		a.cut = true
		if a.answered.IsZero() {
			l.open[platform]--
		}
		l.mu.Unlock()
	}
	return n
}

// unanswered are the questions of a platform without an answer by the count of the server, but for those cut off.
func (l *ledger) unanswered(platform string) int {
	n := 0
	for _, a := range l.all(platform, time.Time{}) {
		if !a.cut && a.outcome().answers == 0 {
			n++
		}
	}
	return n
}
