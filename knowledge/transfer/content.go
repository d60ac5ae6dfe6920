package transfer

import (
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// Differences returns the fields in which two contents of a store differ, as knowledge.Diff does, and « hidden », « note.fr » and « phrases.fr »;
// nil when they say the same. What the program numbers, the revision, the author and Base, makes no difference.
func Differences(a, b knowledge.Content) []knowledge.Change {
	out := knowledge.DiffSubject(a.Subject, b.Subject)
	out = append(out, knowledge.Diff(unnumbered(a.Entry), unnumbered(b.Entry))...)
	add := func(field, old, now string) {
		if old != now {
			out = append(out, knowledge.Change{Field: field, Old: old, New: now})
		}
	}
	add("hidden", yes(a.Hidden), yes(b.Hidden))
	for _, lang := range either(a.Note, b.Note) {
		add("note."+lang, a.Note[lang], b.Note[lang])
	}
	for _, lang := range either(a.Phrases, b.Phrases) {
		add("phrases."+lang, strings.Join(a.Phrases[lang], "\n"), strings.Join(b.Phrases[lang], "\n"))
	}
	return out
}

func unnumbered(e *knowledge.Entry) *knowledge.Entry {
	if e == nil {
		return nil
	}
	c := *e
	c.Revision, c.Author = 0, ""
	if c.Status == "" {
		c.Status = knowledge.Published
	}
	return &c
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// either are the keys of two maps, sorted.
func either[V any](a, b map[string]V) []string {
	all := map[string]bool{}
	for k := range a {
		all[k] = true
	}
	for k := range b {
		all[k] = true
	}
	return slices.Sorted(maps.Keys(all))
}
