package bot

import (
	"slices"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

// A Bot answers questions from a base of entries. It is safe for concurrent use.
type Bot struct {
	model      *understand.Model
	base       *knowledge.Base
	thresholds Thresholds
	now        func() time.Time
	services   int
	memory     memory
}

// Options are what a Bot needs.
type Options struct {
	Model      *understand.Model
	Base       *knowledge.Base
	Thresholds Thresholds       // zero means DefaultThresholds
	Now        func() time.Time // nil means time.Now
}

// New returns a Bot. It touches nothing and starts nothing.
func New(o Options) *Bot {
	if o.Thresholds == (Thresholds{}) {
		o.Thresholds = DefaultThresholds
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	b := &Bot{model: o.Model, base: o.Base, thresholds: o.Thresholds, now: o.Now, services: len(o.Base.Subjects)}
	if _, ok := o.Base.Subjects[generalSubject]; ok {
		b.services--
	}
	return b
}

// asked is the order in which the intents of a subject are offered: what readers ask most first.
var asked = []string{"opt-out", "status", "data", "effect", "object", "delete", "since", "legal", "minors", "enterprise", "regions", "why"}

// Intents lists the intents a subject has an entry for, the most asked first. It implements Catalog.
func (b *Bot) Intents(subject string) []string {
	var out []string
	for _, i := range asked {
		if b.find(subject, i) != nil {
			out = append(out, i)
		}
	}
	if out == nil {
		return slices.Clone(asked[:maxChoices])
	}
	return out
}

// Has says whether a subject is covered at all. It implements Catalog.
func (b *Bot) Has(subject string) bool { return b.base.Subjects[subject] != nil }
