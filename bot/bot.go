package bot

import (
	"sync"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

// A Bot answers questions from a base of entries. It is safe for concurrent use.
type Bot struct {
	model       *understand.Model
	base        *knowledge.Base
	catalogue   catalogue
	suggestions func() []suggestion // made when first asked for
	thresholds  Thresholds
	now         func() time.Time
	services    int
	memory      memory
	feedback    feedback
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
	b := &Bot{model: o.Model, base: o.Base, catalogue: newCatalogue(o.Base), suggestions: sync.OnceValue(func() []suggestion { return newSuggestions(o.Base) }), thresholds: o.Thresholds, now: o.Now, services: len(o.Base.Subjects)}
	if _, ok := o.Base.Subjects[generalSubject]; ok {
		b.services--
	}
	return b
}

// Intents lists the intents a subject has an entry for, the most asked first. It implements Catalog. The result must not be changed.
func (b *Bot) Intents(subject string) []string {
	if out := b.catalogue.intents[subject]; out != nil {
		return out
	}
	return asked[:maxChoices]
}

// Has says whether a subject is covered at all. It implements Catalog.
func (b *Bot) Has(subject string) bool { return b.base.Subjects[subject] != nil }
