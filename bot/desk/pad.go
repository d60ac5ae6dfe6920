package desk

import (
	"crypto/rand"
	"encoding/base32"
	"sync"
	"time"
)

// The pad keeps what somebody typed and cannot be in the store yet: a form that was refused, a dialogue half way. It is memory alone: it
// ends with the program, and each slip half an hour after it was last written. What can be a draft is saved as one before it is shown again,
// so that little is ever here.
const (
	slipLife    = 30 * time.Minute
	maxSlips    = 2000     // of everybody
	maxMine     = 10       // of one person
	maxSlipSize = 64 << 10 // bytes of one
	maxPadSize  = 16 << 20 // bytes of all
)

// A slip is a form with what was typed into it. Only the person who typed it gets it back, and only for the same place.
type slip struct {
	who     Actor
	place   Place
	form    Form
	size    int // bytes typed
	expires time.Time
}

type pad struct {
	mu    sync.Mutex
	slips map[string]slip
	size  int // bytes typed, of all
}

func newPad() *pad { return &pad{slips: map[string]slip{}} }

// put keeps a form and returns its token: ten characters that nobody guesses. It returns "" for a form too large to keep.
func (p *pad) put(c Caller, f Form, now time.Time) string {
	total := 0
	for _, fl := range f.Fields {
		total += len(fl.Value)
	}
	if total > maxSlipSize {
		return ""
	}
	token := randomToken()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sweep(c.Who, total, now)
	p.slips[token] = slip{who: c.Who, place: c.Place, form: f.clone(), size: total, expires: now.Add(slipLife)}
	p.size += total
	return token
}

// get returns the form of a token.
func (p *pad) get(c Caller, token string, now time.Time) (Form, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s, ok := p.slips[token]
	if !ok || s.who != c.Who || s.place != c.Place || now.After(s.expires) {
		return Form{}, false
	}
	return s.form.clone(), true
}

// drop forgets a token of a person.
func (p *pad) drop(c Caller, token string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.slips[token].who == c.Who {
		p.remove(token)
	}
}

// count returns how many slips a person has.
func (p *pad) count(who Actor, now time.Time) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for _, s := range p.slips {
		if s.who == who && !now.After(s.expires) {
			n++
		}
	}
	return n
}

// forget drops every slip of a person.
func (p *pad) forget(who Actor) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for t, s := range p.slips {
		if s.who == who {
			p.remove(t)
		}
	}
}

// sweep makes room for some bytes: what has expired goes, then the oldest of this person, then the oldest of all.
func (p *pad) sweep(who Actor, bytes int, now time.Time) {
	mine := 0
	for t, s := range p.slips {
		switch {
		case now.After(s.expires):
			p.remove(t)
		case s.who == who:
			mine++
		}
	}
	if mine >= maxMine {
		p.dropOldest(func(s slip) bool { return s.who == who })
	}
	for len(p.slips) >= maxSlips || p.size+bytes > maxPadSize {
		p.dropOldest(func(slip) bool { return true })
	}
}

func (p *pad) remove(token string) {
	p.size -= p.slips[token].size
	delete(p.slips, token)
}

func (p *pad) dropOldest(of func(slip) bool) {
	oldest, at := "", time.Time{}
	for t, s := range p.slips {
		if of(s) && (oldest == "" || s.expires.Before(at) || s.expires.Equal(at) && t < oldest) {
			oldest, at = t, s.expires
		}
	}
	p.remove(oldest)
}

func randomToken() string {
	var b [10]byte
	_, _ = rand.Read(b[:])
	return lower32.EncodeToString(b[:])[:10]
}

// lower32 writes bytes as a-z and 2-7.
var lower32 = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Hold keeps a form that is being filled, with the values typed so far, and returns a token for it; Held gives it back to the same
// person for the same place, for half an hour after it was last held. It is where a dialogue that asks one question after another lives.
// It returns "" for a form with more than 64 KiB in it.
func (d *Desk) Hold(c Caller, f Form) string { return d.pad.put(c, f, d.now()) }

// Held returns a form that was held. ok is false when it has expired, or belongs to somebody else.
func (d *Desk) Held(c Caller, token string) (f Form, ok bool) { return d.pad.get(c, token, d.now()) }

// Drop forgets a form that was held.
func (d *Desk) Drop(c Caller, token string) { d.pad.drop(c, token) }
