package bulk

import (
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
)

// BaseOf is what records say, published or not: an entry that only waits as a draft is one with that status.
func BaseOf(all []knowledge.Record) *knowledge.Base {
	b := knowledge.NewBase()
	for _, r := range all {
		switch c := Standing(r).Content; {
		case c.Entry != nil:
			b.Entries[r.Entry] = EntryOf(r.Entry, Standing(r), r.Published == nil)
		case c.Subject != nil:
			s := *c.Subject
			s.Slug = string(r.Entry)
			b.Subjects[s.Slug] = &s
		}
	}
	return b
}

// Standing is the revision of a record that readers see; before there is one, its draft; the zero revision when it has neither.
func Standing(r knowledge.Record) *knowledge.Revision {
	switch {
	case r.Published != nil:
		return r.Published
	case r.Draft != nil:
		return r.Draft
	}
	return &knowledge.Revision{}
}

// EntryOf is the entry of a revision as it is exported. An entry that was brought from another store keeps the number that it had there, when it
// is higher.
func EntryOf(id knowledge.ID, r *knowledge.Revision, draft bool) *knowledge.Entry {
	e := *r.Content.Entry
	e.ID, e.Revision = id, max(e.Revision, r.Number)
	switch {
	case draft:
		e.Status = knowledge.Draft
	case e.Status == "":
		e.Status = knowledge.Published
	}
	return &e
}

// Named is a subject with only the sources that some entries name.
func Named(s *knowledge.Subject, entries []*knowledge.Entry) *knowledge.Subject {
	out := *s
	out.Sources = map[string][]knowledge.Source{}
	for lang, all := range s.Sources {
		for _, src := range all {
			if slices.ContainsFunc(entries, func(e *knowledge.Entry) bool { return slices.Contains(e.Sources, src.ID) }) {
				out.Sources[lang] = append(out.Sources[lang], src)
			}
		}
	}
	return &out
}

// IsOwn says whether an id is that of a community's own entry: shared ones have a subject.
func IsOwn(id knowledge.ID) bool { return id.Intent() == "" || id.Subject() == live.Local }
