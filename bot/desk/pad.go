package desk

import (
	"crypto/rand"
	"encoding/base32"
	"time"
)

// Bounds of the pad.
const (
	maxSlips    = 2000     // of everybody
	maxMine     = 10       // of one person
	maxSlipSize = 64 << 10 // bytes of one
	maxPadSize  = 16 << 20 // bytes of all
)

// The pad keeps what somebody typed and cannot be in the store yet: a form that was refused, a dialogue half way. What can be a draft is saved as one
// before it is shown again, so that little is ever here.
type pad struct{ shelf[Form] }

func newPad() *pad {
	return &pad{shelf[Form]{all: maxSlips, mine: maxMine, bytes: maxPadSize, kept: map[string]kept[Form]{}}}
}

// put keeps a form and returns its token, "" for a form too large to keep.
func (p *pad) put(c Caller, f Form, now time.Time) string {
	total := 0
	for _, fl := range f.Fields {
		total += len(fl.Value)
	}
	if total > maxSlipSize {
		return ""
	}
	return p.shelf.put(c, f.clone(), total, now)
}

// get returns the form of a token.
func (p *pad) get(c Caller, token string, now time.Time) (Form, bool) {
	f, ok := p.shelf.get(c, token, now)
	return f.clone(), ok
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
