package bot

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"nonmerci/knowledge"
)

// RewriteWithin is how long a Rewriter has when Options.RewriteWithin is zero. The answer is there already, so nobody waits for it; a text
// that changes later than that is one that its reader has begun to follow.
const RewriteWithin = 2500 * time.Millisecond

// A RewriteOutcome is what became of putting one answer into other words.
type RewriteOutcome string

// The outcomes. Rewrite tells of those up to RewriteFailed, whoever shows its reply of the others.
const (
	RewriteRefused   RewriteOutcome = "refused"   // there were no words that may be shown
	RewriteLate      RewriteOutcome = "late"      // there were none in time
	RewriteFailed    RewriteOutcome = "failed"    // the Rewriter panicked
	RewriteBusy      RewriteOutcome = "busy"      // there was no room, and nobody was asked, or no room to show it
	RewriteOvertaken RewriteOutcome = "overtaken" // a button was pressed, something else was asked, or the answer is gone
	RewriteApplied   RewriteOutcome = "applied"   // it is shown
)

// HasModel says whether a model may put answers into other words.
func (b *Bot) HasModel() bool { return b.rewriter != nil }

// MayRewrite says whether Rewrite is worth calling for the reply to a message: it is an answer from an entry, there is a model, and the
// person wants it. It is quick and asks nobody; Rewrite asks the settings of the place.
func (b *Bot) MayRewrite(m Message, r Reply) bool {
	return b.rewriter != nil && r.Kind == Answer && r.Card != nil && r.origin.entry != nil && !r.Rephrased && !r.distress && !b.ModelChoice(m.From).Original
}

// Rewrite asks for an answer in other words: in the language of the reader when the entry lacks it, else closer to the question. m is the
// message, r the reply to it. What comes back is the same reply with its words exchanged, a mark that says so and a button that shows the
// answer as it was written; or r and false, when there is none that may be shown within RewriteWithin, or none is wanted here: outside
// communities it is wanted, in one when its settings say so. The question is given away, without personal data, only when the person allows
// it, and in a community its settings too. It blocks for as long, and returns soon after ctx ends.
func (b *Bot) Rewrite(ctx context.Context, m Message, r Reply) (Reply, bool) {
	if !b.MayRewrite(m, r) {
		return r, false
	}
	ctx, cancel := context.WithTimeout(ctx, b.rewriteWithin)
	defer cancel()
	v, err := b.in(ctx, m.Place)
	if err != nil || !v.rephrases(m.Place) || r.Community && v.community != r.origin.community {
		return r, false
	}
	steps := r.Card.Shown()
	if m.AllDevices {
		steps = r.Card.Steps
	}
	w := v.rewriting(m, &r, steps)
	if len(w.Lines) == 0 {
		return r, false
	}
	words, err := b.askRewriter(ctx, w)
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		b.Rewrote(RewriteLate)
	case ctx.Err() != nil: // whoever called it off knows
	case errors.Is(err, ErrPanic):
		b.Rewrote(RewriteFailed)
	case err != nil:
		b.Rewrote(RewriteRefused)
	case !sound(w.Lines, words), !words.says(w, *r.Card, r.origin):
		b.Rewrote(RewriteRefused)
	case !b.MayRewrite(m, r): // the person has said no meanwhile
	default:
		return v.reworded(r, w, steps, words), true
	}
	return r, false
}

// Rewrote tells whoever measures what became of a reply of Rewrite.
func (b *Bot) Rewrote(o RewriteOutcome) {
	if b.rewrote != nil {
		b.rewrote(o)
	}
}

// rephrases says whether answers in a place may be put into other words.
func (b view) rephrases(p knowledge.Place) bool {
	return p == (knowledge.Place{}) || b.community != knowledge.SharedBase && b.settings.Rephrase
}

// askRewriter asks the Rewriter; that it panics is one more way to have no words.
func (b *Bot) askRewriter(ctx context.Context, w Rewriting) (words Rewritten, err error) {
	defer func() {
		if p := recover(); p != nil {
			if b.log != nil {
				b.log.Error("rephrasing panicked", "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
			}
			words, err = Rewritten{}, fmt.Errorf("%w: %T", ErrPanic, p)
		}
	}()
	return b.rewriter.Rewrite(ctx, w)
}
