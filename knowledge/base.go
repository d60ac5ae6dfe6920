package knowledge

import (
	"maps"
	"slices"
)

// A Base is every subject and entry, immutable once built and safe for concurrent readers.
type Base struct {
	Subjects map[string]*Subject
	Entries  map[ID]*Entry
	Edition  int64 // of the base that ships with the program, and greater for each later one; 0 for any other base
}

// NewBase returns an empty base, to be filled before it is shared.
func NewBase() *Base { return &Base{Subjects: map[string]*Subject{}, Entries: map[ID]*Entry{}} }

// Slugs returns the subjects in alphabetical order.
func (b *Base) Slugs() []string { return slices.Sorted(maps.Keys(b.Subjects)) }

// IDs returns the entries in alphabetical order.
func (b *Base) IDs() []ID { return slices.Sorted(maps.Keys(b.Entries)) }

// Of returns the entries of a subject in alphabetical order.
func (b *Base) Of(subject string) []*Entry {
	var out []*Entry
	for _, id := range b.IDs() {
		if id.Subject() == subject {
			out = append(out, b.Entries[id])
		}
	}
	return out
}

// Find returns the published entry that answers an intent of a subject: its own first, then one that lists it. Nil when there is none.
func (b *Base) Find(subject, intent string) *Entry {
	if e := b.Entries[NewID(subject, intent)]; e != nil && e.Status == Published {
		return e
	}
	for _, e := range b.Of(subject) {
		if e.Status == Published && e.Answers(intent) {
			return e
		}
	}
	return nil
}

// Sources returns what an entry rests on, most important first, as the file of lang describes it.
func (b *Base) Sources(e *Entry, lang string) []Source {
	s := b.Subjects[e.ID.Subject()]
	if s == nil {
		return nil
	}
	var out []Source
	for _, id := range e.Sources {
		for _, src := range s.Sources[lang] {
			if src.ID == id {
				out = append(out, src)
			}
		}
	}
	return out
}
