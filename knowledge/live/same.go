package live

import (
	"maps"
	"reflect"

	"nonmerci/knowledge"
)

// same says whether two contents of the shared base say the same. An empty list is no list. Where a text was read from does not matter, nor
// the number that its writer gave it: readers get that of the store, and whether something else is said shows in what is said.
func same(a, b knowledge.Content) bool {
	return reflect.DeepEqual(unnumbered(plain(a)), unnumbered(plain(b)))
}

// unnumbered is a plain content without the revision of its entry; the entry is c's own.
func unnumbered(c knowledge.Content) knowledge.Content {
	if c.Entry != nil {
		c.Entry.Revision = 0
	}
	return c
}

// plain is a content as it is compared and saved: without places of files and with nil for each empty list. What c holds is not changed.
func plain(c knowledge.Content) knowledge.Content {
	if c.Entry != nil {
		e := *c.Entry
		e.Also, e.Regions, e.Plans, e.Sources = some(e.Also), some(e.Regions), some(e.Plans), some(e.Sources)
		e.Text = maps.Clone(e.Text)
		for lang, t := range e.Text {
			t.Phrases, t.Links, t.Changes, t.Keeps, t.Notes = some(t.Phrases), some(t.Links), some(t.Changes), some(t.Keeps), some(t.Notes)
			t.Steps, t.Position = some(t.Steps), knowledge.Position{}
			e.Text[lang] = t
		}
		c.Entry = &e
	}
	if c.Subject != nil {
		s := *c.Subject
		s.Sources = maps.Clone(s.Sources)
		for lang, all := range s.Sources {
			s.Sources[lang] = some(all)
		}
		c.Subject = &s
	}
	return c
}

func some[T any](all []T) []T {
	if len(all) == 0 {
		return nil
	}
	return all
}
