package bot

import (
	"sync"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
)

// A state is a base with everything that is derived from it. It is immutable: a question is answered from one, from beginning to end.
type state struct {
	base        *knowledge.Base
	catalogue   catalogue
	added       *live.Phrasebook    // ways to ask that the model does not know; nil for none
	suggestions func() []suggestion // made when first asked for
	services    int
}

func newState(base *knowledge.Base) *state {
	s := &state{base: base, catalogue: newCatalogue(base), services: len(base.Subjects)}
	s.suggestions = sync.OnceValue(func() []suggestion { return newSuggestions(base) })
	if _, ok := base.Subjects[generalSubject]; ok {
		s.services--
	}
	return s
}

// Intents implements Catalog.
func (s *state) Intents(subject string) []string {
	if out := s.catalogue.intents[subject]; out != nil {
		return out
	}
	return asked[:maxChoices]
}

// Has implements Catalog.
func (s *state) Has(subject string) bool { return s.base.Subjects[subject] != nil }

// catalogue answers « which entry for this subject and intent » at once; it is made with the state, and never changes.
type catalogue struct {
	entries map[Slot]*knowledge.Entry
	intents map[string][]string // subject → intents with an entry, the most asked first
}

// asked is the order in which the intents of a subject are offered: what readers ask most first.
var asked = []string{"opt-out", "status", "data", "effect", "object", "delete", "since", "legal", "minors", "enterprise", "regions", "why"}

func newCatalogue(base *knowledge.Base) catalogue {
	c := catalogue{entries: map[Slot]*knowledge.Entry{}, intents: map[string][]string{}}
	ids := base.IDs()
	for _, id := range ids {
		if e := base.Entries[id]; e.Status == knowledge.Published {
			c.entries[Slot{id.Subject(), id.Intent()}] = e
		}
	}
	for _, id := range ids { // an entry answers its own intent before another answers it too
		e := base.Entries[id]
		for _, intent := range e.Also {
			s := Slot{id.Subject(), intent}
			if c.entries[s] == nil && e.Status == knowledge.Published {
				c.entries[s] = e
			}
		}
	}
	for subject := range base.Subjects {
		for _, i := range asked {
			if c.entries[Slot{subject, i}] != nil {
				c.intents[subject] = append(c.intents[subject], i)
			}
		}
	}
	return c
}
