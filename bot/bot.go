package bot

import (
	"context"
	"sync/atomic"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

// A Bot answers questions from a base of entries, and from what the community of a place adds to it. It is safe for concurrent use.
type Bot struct {
	model      *understand.Model
	state      atomic.Pointer[state]
	overlays   Overlays
	unknown    func(ctx context.Context, m Message, lang string)
	count      func(Count)
	thresholds Thresholds
	now        func() time.Time
	memory     memory
	feedback   feedback
}

// Options are what a Bot needs. Those from Overlays on may be left out.
type Options struct {
	Model      *understand.Model
	Base       *knowledge.Base
	Thresholds Thresholds       // zero means DefaultThresholds
	Now        func() time.Time // nil means time.Now

	// Overlays says what communities add to the base; without it the base alone is known everywhere.
	Overlays Overlays
	// Unknown is told of each message that could not be answered, once the reply is made, with the language it was read in. The message
	// has its Text, shortened to what was read, and its Place; not its Chat, nor From. It is told nothing of a person in distress, nor of a
	// message without words. It is called on the goroutine of Respond and must not block.
	Unknown func(ctx context.Context, m Message, lang string)
	// Count is told what to count, once the reply is made, with nothing of who asked; never of a person in distress. It is called on the
	// goroutine of Respond and Press and must not block.
	Count func(Count)
}

// New returns a Bot. It touches nothing and starts nothing.
func New(o Options) *Bot {
	if o.Thresholds == (Thresholds{}) {
		o.Thresholds = DefaultThresholds
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	b := &Bot{model: o.Model, overlays: o.Overlays, unknown: o.Unknown, count: o.Count, thresholds: o.Thresholds, now: o.Now}
	b.SetBase(o.Base)
	return b
}

// SetBase has the bot answer from another base from now on. What is being answered meanwhile is answered from the base before, whole. The
// base must not change any more. It takes about a millisecond for 400 entries, and no reader waits for it.
func (b *Bot) SetBase(base *knowledge.Base) { b.state.Store(newState(base)) }

// Intents lists the intents a subject has an entry for, the most asked first. It implements Catalog. The result must not be changed.
func (b *Bot) Intents(subject string) []string { return b.state.Load().Intents(subject) }

// Has says whether a subject is covered at all. It implements Catalog.
func (b *Bot) Has(subject string) bool { return b.state.Load().Has(subject) }
