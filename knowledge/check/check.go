package check

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// Severity says whether a base may be published as it is.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// A Finding is one thing that is wrong, where, and what to do.
type Finding struct {
	Severity Severity
	File     string
	Line     int
	Entry    knowledge.ID
	Problem  string
	Remedy   string
}

// String is one line for a person.
func (f Finding) String() string {
	where := knowledge.InvalidError{File: f.File, Line: f.Line, Entry: f.Entry, Problem: f.Problem, Remedy: f.Remedy}
	return string(f.Severity) + ": " + where.Error()
}

// Options say how strict to be. The zero Options check everything that needs no date.
type Options struct {
	Today     knowledge.Date // zero: dates are not compared with today
	Languages []string       // those every entry must have; nil: files.Languages
	Limits    Limits         // zero fields: DefaultLimits
	Alike     float64        // from how close on two entries of a subject cannot be told apart; 0: 0.86
	Files     fs.FS          // where the base was read, to name lines; nil: the line of the entry is named
}

// Check returns everything that is wrong with a base, by file and line. It takes what files.Read gave without problems, or what a
// store holds; it changes nothing and is safe for concurrent use.
func Check(base *knowledge.Base, opts Options) []Finding {
	if opts.Languages == nil {
		opts.Languages = files.Languages
	}
	opts.Alike = cmp.Or(opts.Alike, 0.86)
	opts.Limits = opts.Limits.filled()
	c := &checking{base: base, opts: opts, text: sources{fsys: opts.Files}}
	for _, slug := range base.Slugs() {
		c.subject(base.Subjects[slug])
	}
	ids := slices.SortedFunc(slices.Values(base.IDs()), knowledge.CompareIDs)
	for _, id := range ids {
		c.entry(base.Entries[id])
	}
	c.phrasings(ids)
	c.intents(ids)
	c.alike(ids)
	slices.SortStableFunc(c.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return slices.Compact(c.findings)
}

// Errors returns the findings that forbid publishing.
func Errors(all []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool { return f.Severity != Error })
}

// checking is the state of one check.
type checking struct {
	base     *knowledge.Base
	opts     Options
	text     sources
	findings []Finding
}

func (c *checking) subject(s *knowledge.Subject) {
	for _, p := range s.Validate() {
		c.findings = append(c.findings, Finding{Error, s.Slug, 0, "", p.Field + ": " + p.Problem, p.Remedy})
	}
	for _, lang := range c.opts.Languages {
		if s.Name[lang] == "" {
			c.findings = append(c.findings, Finding{Error, files.Path(lang, s.Slug), 0, "", "the subject lacks this language", "write the file"})
		}
	}
	c.sourceParity(s)
}

func (c *checking) entry(e *knowledge.Entry) {
	for _, p := range e.Validate() {
		c.add(Error, e, langOf(p.Field), "", p.Field+": "+p.Problem, p.Remedy)
	}
	for _, lang := range c.opts.Languages {
		if _, ok := e.Text[lang]; !ok {
			c.add(Error, e, "", "", "the entry lacks the language "+lang, "write it in "+files.Path(lang, e.ID.Subject()))
		}
	}
	c.dates(e)
	c.links(e)
	c.limits(e)
	c.parity(e)
	c.typography(e)
}

// langOf is the language that a field of Validate begins with, "" when it is of the metadata.
func langOf(field string) string {
	if len(field) > 3 && field[2] == '.' {
		return field[:2]
	}
	return ""
}

// add reports on the text of an entry in a language, "" for any; about is a text of it, whose line is looked for.
func (c *checking) add(s Severity, e *knowledge.Entry, lang, about, problem, remedy string) {
	at := e.Text[lang].Position
	for _, l := range files.Languages {
		if at.File == "" {
			at = e.Text[l].Position
		}
	}
	c.findings = append(c.findings, Finding{s, at.File, c.text.line(at, about), e.ID, problem, remedy})
}

func (c *checking) addf(s Severity, e *knowledge.Entry, lang, about, remedy, format string, args ...any) {
	c.add(s, e, lang, about, fmt.Sprintf(format, args...), remedy)
}
