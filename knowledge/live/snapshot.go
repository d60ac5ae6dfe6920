package live

import (
	"iter"
	"maps"
	"sync"

	"nonmerci/knowledge"
)

// A snapshot is the shared base at one moment. It is immutable.
type snapshot struct {
	base    *knowledge.Base
	numbers map[knowledge.ID]int // the revision that is published, also of what is archived
	rare    func() *rarities     // made when first asked for, and kept through changes: they hardly matter to it
}

func newSnapshot(all []knowledge.Record) *snapshot {
	s := &snapshot{base: knowledge.NewBase(), numbers: make(map[knowledge.ID]int, len(all))}
	for _, r := range all {
		s.set(r)
	}
	base := s.base
	s.rare = sync.OnceValue(func() *rarities { return newRarities(wordingsOf(base)) })
	return s
}

// wordingsOf are the titles and phrasings of a base.
func wordingsOf(b *knowledge.Base) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, e := range b.Entries {
			for _, t := range e.Text {
				if !yield(t.Title) {
					return
				}
				for _, s := range t.Phrases {
					if !yield(s) {
						return
					}
				}
			}
		}
	}
}

// with returns a snapshot in which some records are put in the place of what was there. What did not change is shared with s.
func (s *snapshot) with(changed []knowledge.Record) *snapshot {
	next := &snapshot{
		base:    &knowledge.Base{Subjects: maps.Clone(s.base.Subjects), Entries: maps.Clone(s.base.Entries)},
		numbers: maps.Clone(s.numbers), rare: s.rare,
	}
	for _, r := range changed {
		next.set(r)
	}
	return next
}

// set is called before the snapshot is shared.
func (s *snapshot) set(r knowledge.Record) {
	delete(s.base.Entries, r.Entry)
	delete(s.base.Subjects, string(r.Entry))
	delete(s.numbers, r.Entry)
	if r.Published == nil {
		return
	}
	s.numbers[r.Entry] = r.Published.Number
	switch c := r.Published.Content; {
	case c.Entry != nil && shown(c.Entry):
		s.base.Entries[r.Entry] = published(r.Published, r.Entry)
	case c.Subject != nil:
		subject := *c.Subject
		subject.Slug = string(r.Entry)
		s.base.Subjects[subject.Slug] = &subject
	}
}

// shown says whether the text of a published revision is for readers: one that was archived is not.
func shown(e *knowledge.Entry) bool { return e.Status == knowledge.Published || e.Status == "" }

// published is the entry of a revision as readers get it.
func published(r *knowledge.Revision, id knowledge.ID) *knowledge.Entry {
	e := *r.Content.Entry
	e.ID, e.Status, e.Revision = id, knowledge.Published, r.Number
	return &e
}
