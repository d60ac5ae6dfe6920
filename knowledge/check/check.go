package check

import (
	"cmp"
	"fmt"
	"slices"

	"nonmerci/knowledge"
)

// Severity is how bad a finding is.
type Severity string

// The severities. A base with errors must not be published; a warning is for its curators to look at.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// A Finding is one mistake, and what to do about it.
type Finding struct {
	Severity Severity
	File     string // "" when the entry was not read from a file
	Line     int    // from 1; 0 when it concerns the whole file
	Entry    knowledge.ID
	Problem  string
	Remedy   string
}

// String is where, what, and the remedy, on one line.
func (f Finding) String() string {
	s := knowledge.InvalidError{File: f.File, Line: f.Line, Entry: f.Entry, Problem: f.Problem, Remedy: f.Remedy}.Error()
	if f.Severity == Warning {
		return "warning: " + s
	}
	return s
}

// Options is what a check depends on besides the base.
type Options struct {
	Today knowledge.Date // zero: dates are not compared with today
}

// Check returns everything that is wrong with b, in the order of files and lines; nil when nothing is. What one entry can tell by
// itself is left to [knowledge.Entry.Validate]. It does not change b.
func Check(b *knowledge.Base, o Options) []Finding {
	c := &checking{base: b, today: o.Today, counted: map[string]grams{}}
	for _, id := range b.IDs() {
		e := b.Entries[id]
		c.languages(e)
		c.parity(e)
		c.links(e)
		c.limits(e)
		c.dates(e)
		c.basis(e)
	}
	for _, slug := range b.Slugs() {
		c.sources(b.Subjects[slug])
		c.alike(slug)
		c.typography(slug)
	}
	c.shared()
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Entry, b.Entry))
	})
	return c.found
}

// Errors returns how many findings are errors.
func Errors(all []Finding) int {
	n := 0
	for _, f := range all {
		if f.Severity == Error {
			n++
		}
	}
	return n
}

// checking is the state of one check.
type checking struct {
	base    *knowledge.Base
	today   knowledge.Date
	counted map[string]grams // by language
	found   []Finding
}

// add reports a mistake in one language of an entry.
func (c *checking) add(s Severity, e *knowledge.Entry, lang, remedy, format string, a ...any) {
	at := e.Text[lang].Position
	c.found = append(c.found, Finding{Severity: s, File: at.File, Line: at.Line, Entry: e.ID, Problem: fmt.Sprintf(format, a...), Remedy: remedy})
}

// spoken are the languages of an entry, in alphabetical order.
func spoken(e *knowledge.Entry) []string {
	var out []string
	for lang := range e.Text {
		out = append(out, lang)
	}
	slices.Sort(out)
	return out
}
