package telegram

import (
	"sync"
	"time"

	"nonmerci/bot/desk"
)

const (
	talkLife = 30 * time.Minute
	maxTalks = 5000
)

// A talk is a form that somebody fills, one field after another. What was typed is not in it but with the desk, under a token, so that the
// desk alone keeps people's words: it can say so, and forget them. A talk is a value; talks keeps the one that counts.
type talk struct {
	spot   spot
	caller desk.Caller // who holds the token; its Rights are those of the beginning, and nobody's to use
	token  string      // the form with what was typed until now
	before string      // the form before this field was typed; "" while nothing was
	again  desk.Act    // opens the form again
	field  int
	wrote  uint32    // which fields were written in, a bit each
	prompt int       // the message whose buttons count
	other  *question // what came in the middle, and waits for an answer
	until  time.Time
}

// talks are the forms being filled, one for each person: in memory alone, for half an hour after the last step. It is safe for concurrent
// use; the zero value is ready.
type talks struct {
	mu    sync.Mutex
	of    map[int64]talk
	asked func(from, to int) // told which question of somebody is open now instead of which; nil tells nobody
}

// tell says that another question is open; the talks are locked.
func (t *talks) tell(from, to int) {
	if t.asked != nil {
		t.asked(from, to)
	}
}

// get returns somebody's form. late is true for one whose time is over, which is then forgotten.
func (t *talks) get(who int64, now time.Time) (k talk, ok, late bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	k, ok = t.of[who]
	if ok && now.After(k.until) {
		delete(t.of, who)
		t.tell(k.prompt, 0)
		return k, false, true
	}
	return k, ok, false
}

// put keeps somebody's form for another half an hour. Beyond the limit the oldest goes.
func (t *talks) put(who int64, k talk, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil {
		t.of = map[int64]talk{}
	}
	old, known := t.of[who]
	if !known && len(t.of) >= maxTalks {
		oldest, at := int64(0), now.Add(2*talkLife)
		for id, o := range t.of {
			if o.until.Before(at) {
				oldest, at = id, o.until
			}
		}
		t.tell(t.of[oldest].prompt, 0)
		delete(t.of, oldest)
	}
	t.tell(old.prompt, k.prompt)
	k.until = now.Add(talkLife)
	t.of[who] = k
}

func (t *talks) drop(who int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.tell(t.of[who].prompt, 0)
	delete(t.of, who)
}

// stale says that a person's form has gone on since a message had its buttons.
func (t *talks) stale(who int64, message int, now time.Time) bool {
	k, ok, _ := t.get(who, now)
	return ok && k.prompt != message
}

// open are the people whose forms are being filled.
func (t *talks) open(now time.Time) map[int64]talk {
	t.mu.Lock()
	defer t.mu.Unlock()
	out := map[int64]talk{}
	for who, k := range t.of {
		if !now.After(k.until) {
			out[who] = k
		}
	}
	return out
}
