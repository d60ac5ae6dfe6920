package check

import (
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// languages refuses an entry that is not in every language of the base.
func (c *checking) languages(e *knowledge.Entry) {
	for _, lang := range files.Languages {
		if _, ok := e.Text[lang]; ok {
			continue
		}
		for _, have := range spoken(e)[:min(1, len(e.Text))] {
			c.add(Error, e, have, "write it in "+files.Path(lang, e.ID.Subject()), "the entry is not in %s", lang)
		}
	}
}

const sameInBoth = "make the two languages say the same"

// parity refuses two languages of an entry that do not tell a reader to do the same things.
func (c *checking) parity(e *knowledge.Entry) {
	if len(e.Text) < 2 {
		return
	}
	first := spoken(e)[0]
	for _, lang := range spoken(e)[1:] {
		a, b := e.Text[first], e.Text[lang]
		c.sameSteps(e, first, lang, a.Steps, b.Steps)
		if x, y := leads(a.Links), leads(b.Links); !slices.Equal(x, y) {
			c.add(Error, e, lang, sameInBoth, "the links are %s in %s, and %s in %s", show(y), lang, show(x), first)
		}
		for _, part := range []struct {
			name string
			a, b int
		}{{"changes", len(a.Changes), len(b.Changes)}, {"keeps", len(a.Keeps), len(b.Keeps)}, {"notes", len(a.Notes), len(b.Notes)}} {
			if part.a != part.b {
				c.add(Warning, e, lang, sameInBoth, "%d %s in %s, %d in %s", part.b, part.name, lang, part.a, first)
			}
		}
	}
}

func (c *checking) sameSteps(e *knowledge.Entry, first, lang string, a, b []knowledge.DeviceSteps) {
	if x, y := devices(a), devices(b); !slices.Equal(x, y) {
		c.add(Error, e, lang, sameInBoth, "the devices are %s in %s, and %s in %s", show(y), lang, show(x), first)
		return
	}
	for i := range a {
		if x, y := len(a[i].Steps), len(b[i].Steps); x != y {
			c.add(Error, e, lang, sameInBoth, "steps.%s: %d steps in %s, and %d in %s", a[i].Device, y, lang, x, first)
			continue
		}
		for k := range a[i].Steps {
			if x, y := labels(a[i].Steps[k]), labels(b[i].Steps[k]); !slices.Equal(x, y) {
				c.add(Error, e, lang, "give the same labels, each in the languages it is known in", "steps.%s.%d: the labels are %s in %s, and %s in %s", a[i].Device, k+1, show(y), lang, show(x), first)
			}
		}
	}
}

func devices(all []knowledge.DeviceSteps) []string {
	var out []string
	for _, d := range all {
		out = append(out, string(d.Device))
	}
	return out
}

// leads are where links lead, sorted.
func leads(all []knowledge.Link) []string {
	var out []string
	for _, l := range all {
		out = append(out, string(l.Kind)+" "+l.URL)
	}
	slices.Sort(out)
	return out
}

func show(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// sources refuses sources that are not the same pages in each language, or that lead nowhere.
func (c *checking) sources(s *knowledge.Subject) {
	for _, lang := range files.Languages {
		for _, src := range s.Sources[lang] {
			if src.URL == "" {
				continue
			}
			if problem := unsafe(src.URL); problem != "" {
				c.inFront(s, lang, Warning, wholeAddress, "source "+src.ID+": "+problem)
			}
		}
	}
	for _, lang := range files.Languages[1:] {
		a, b := pages(s.Sources[files.Languages[0]]), pages(s.Sources[lang])
		if len(a) == 0 || len(b) == 0 {
			continue // the language is missing, which is said of the entries
		}
		for _, id := range differing(a, b) {
			c.inFront(s, lang, Error, sameInBoth, "source "+id+" is "+orNone(b[id])+" in "+lang+", and "+orNone(a[id])+" in "+files.Languages[0])
		}
	}
}

// inFront reports a mistake in the front matter of a subject.
func (c *checking) inFront(s *knowledge.Subject, lang string, sev Severity, remedy, problem string) {
	c.found = append(c.found, Finding{Severity: sev, File: c.file(s.Slug, lang), Line: 1, Problem: problem, Remedy: remedy})
}

// file is where a subject was read in a language.
func (c *checking) file(slug, lang string) string {
	for _, e := range c.base.Of(slug) {
		if t, ok := e.Text[lang]; ok && t.Position.File != "" {
			return t.Position.File
		}
	}
	return files.Path(lang, slug)
}

// pages are sources without the words that each language has for them.
func pages(all []knowledge.Source) map[string]string {
	out := map[string]string{}
	for _, s := range all {
		out[s.ID] = strings.Join(strings.Fields(s.URL+" "+string(s.Date)+" "+string(s.Basis)), " ")
	}
	return out
}

func differing(a, b map[string]string) []string {
	var out []string
	for id := range a {
		if a[id] != b[id] {
			out = append(out, id)
		}
	}
	for id := range b {
		if _, ok := a[id]; !ok {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, knowledge.CompareSourceIDs)
	return out
}

func orNone(s string) string {
	if s == "" {
		return "absent"
	}
	return s
}
