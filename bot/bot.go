package bot

import (
	"cmp"
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

// A Bot answers questions from a base of entries, and from what the community of a place adds to it. It is safe for concurrent use.
type Bot struct {
	model      *understand.Model
	state      atomic.Pointer[state]
	release    *live.Release // nil when nobody says what the model was made with
	overlays   Overlays
	unknown    func(ctx context.Context, m Message, lang string)
	count      func(Count)
	thresholds Thresholds
	now        func() time.Time
	memory     memory
	feedback   feedback

	rewriter      Rewriter
	rewriteWithin time.Duration
	rewrote       func(RewriteOutcome)
	choosers      choosers
	log           *slog.Logger
}

// Options are what a Bot needs. Those from Release on may be left out.
type Options struct {
	Model      *understand.Model
	Base       *knowledge.Base
	Thresholds Thresholds       // zero means DefaultThresholds
	Now        func() time.Time // nil means time.Now

	// Release is the base that Model was made with: a way to ask that Base has beyond it is found by its words. Without it Base is taken for it.
	Release *knowledge.Base
	// Overlays says what communities add to the base; without it the base alone is known everywhere.
	Overlays Overlays
	// Unknown is told of each message that could not be answered, once the reply is made, with the language it was read in. The message
	// has its Text, shortened to what was read, and its Place; not its Chat, nor From. It is told nothing of a person in distress, nor of a
	// message without words. It is called on the goroutine of Respond and must not block.
	Unknown func(ctx context.Context, m Message, lang string)
	// Count is told what to count, once the reply is made, with nothing of who asked; never of a person in distress. It is called on the
	// goroutine of Respond and Press and must not block.
	Count func(Count)

	// Rewriter may put answers into other words, once they are given; nil for none: then nothing is different anywhere.
	Rewriter      Rewriter
	RewriteWithin time.Duration          // how long it has for one answer; zero means the constant of that name
	Rewrote       func(o RewriteOutcome) // told what became of each answer that it was asked about; must not block
	Log           *slog.Logger           // told when the Rewriter panics, with nothing of what it was given; nil says nothing
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
	b.rewriter, b.rewriteWithin, b.rewrote, b.log = o.Rewriter, cmp.Or(o.RewriteWithin, RewriteWithin), o.Rewrote, o.Log
	if o.Release != nil {
		b.release = live.NewRelease(o.Release)
	}
	b.SetBase(o.Base)
	return b
}

// SetBase has the bot answer from another base from now on. What is being answered meanwhile is answered from the base before, whole. The
// base must not change any more. It takes about a millisecond for 400 entries, and no reader waits for it.
func (b *Bot) SetBase(base *knowledge.Base) {
	s := newState(base)
	if b.release != nil {
		s.added = b.release.Added(base)
	}
	b.state.Store(s)
}

// Intents lists the intents a subject has an entry for, the most asked first. It implements Catalog. The result must not be changed.
func (b *Bot) Intents(subject string) []string { return b.state.Load().Intents(subject) }

// Has says whether a subject is covered at all. It implements Catalog.
func (b *Bot) Has(subject string) bool { return b.state.Load().Has(subject) }
