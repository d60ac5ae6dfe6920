package check

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
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

// String is how bad it is, where, what, and the remedy, on one line.
func (f Finding) String() string {
	return string(f.Severity) + ": " + knowledge.InvalidError{File: f.File, Line: f.Line, Entry: f.Entry, Problem: f.Problem, Remedy: f.Remedy}.Error()
}

// Options is what a check depends on besides the base.
type Options struct {
	Today     knowledge.Date // zero: dates are not compared with today
	Files     fs.FS          // where the base was read, to find lines in; nil: the line of the entry is given
	Languages []string       // those that an entry must have; nil: those of the files
	Alike     float64        // from how close two entries are not told apart; 0: DefaultAlike
	Only      knowledge.ID   // say only what concerns this entry, which the others are there to be compared with; "": say everything
}

// DefaultAlike is the cosine from which two entries of a subject are not told apart. In a base of 417 entries, none of the 2,212 pairs
// of a subject and language comes closer than 0.78 (the median is 0.41), while an entry beside a copy of itself with one phrasing in
// three rewritten is above 0.80 three times in four.
const DefaultAlike = 0.80

// Check returns everything that is wrong with a base, in the order of files and lines; nil when nothing is. It does not change it.
func Check(b *knowledge.Base, o Options) []Finding {
	if o.Languages == nil {
		o.Languages = files.Languages
	}
	o.Alike = cmp.Or(o.Alike, DefaultAlike)
	c := &checking{base: b, opts: o, sources: sources{fsys: o.Files}}
	ids := slices.SortedFunc(slices.Values(b.IDs()), knowledge.CompareIDs)
	for _, id := range ids {
		if c.wanted(id) {
			c.entry(b.Entries[id])
		}
	}
	for _, slug := range b.Slugs() {
		if c.wanted("") {
			c.subject(b.Subjects[slug])
		}
	}
	c.phrasings(ids)
	c.intents(ids)
	c.alike(ids)
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), knowledge.CompareIDs(a.Entry, b.Entry))
	})
	return c.found
}

// Errors returns the findings that are errors.
func Errors(all []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool { return f.Severity != Error })
}

// checking is the state of one check.
type checking struct {
	base    *knowledge.Base
	opts    Options
	sources sources
	found   []Finding
}

// wanted says whether what is found of an entry is to be said; of "", whether what concerns no entry is.
func (c *checking) wanted(id knowledge.ID) bool { return c.opts.Only == "" || c.opts.Only == id }

func (c *checking) entry(e *knowledge.Entry) {
	c.valid(e)
	c.languages(e)
	c.dates(e)
	c.basis(e)
	c.links(e)
	c.parity(e)
	c.limits(e)
	c.typography(e)
}

// addf reports a mistake of an entry at the line of its file in lang that holds text; lang "" is the first that it has.
func (c *checking) addf(s Severity, e *knowledge.Entry, lang, text, remedy, format string, a ...any) {
	if !c.wanted(e.ID) {
		return
	}
	if lang == "" {
		lang = c.first(e)
	}
	at := e.Text[lang].Position
	c.found = append(c.found, Finding{Severity: s, File: at.File, Line: c.sources.line(at, text), Entry: e.ID, Problem: fmt.Sprintf(format, a...), Remedy: remedy})
}

// first is the first language that an entry has, "" when it has none.
func (c *checking) first(e *knowledge.Entry) string {
	for _, lang := range c.opts.Languages {
		if _, ok := e.Text[lang]; ok {
			return lang
		}
	}
	return ""
}

// spoken are the languages of the base that an entry has, in their order.
func (c *checking) spoken(e *knowledge.Entry) []string {
	return slices.DeleteFunc(slices.Clone(c.opts.Languages), func(lang string) bool { _, ok := e.Text[lang]; return !ok })
}
