package check

import (
	"fmt"
	"maps"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// subject reports what is wrong with a subject: by itself, and where its languages rest on other pages.
func (c *checking) subject(s *knowledge.Subject) {
	for _, p := range s.Validate() {
		c.inFront(s.Slug, c.opts.Languages[0], 1, p.Remedy, "%s: %s", p.Field, p.Problem)
	}
	first := c.opts.Languages[0]
	for _, lang := range c.opts.Languages {
		if _, ok := s.Name[lang]; !ok {
			c.inFront(s.Slug, lang, 0, "write the file", "the subject lacks this language")
			continue
		}
		if _, ok := s.Name[first]; ok && lang != first {
			c.samePages(s, first, lang)
		}
	}
}

// samePages refuses a source that is not the same page in two languages.
func (c *checking) samePages(s *knowledge.Subject, first, lang string) {
	a, b := byID(s.Sources[first]), byID(s.Sources[lang])
	all := maps.Clone(a)
	maps.Copy(all, b)
	for _, id := range slices.SortedFunc(maps.Keys(all), knowledge.CompareSourceIDs) {
		x, inA := a[id]
		y, inB := b[id]
		for _, part := range []struct {
			name  string
			equal bool
		}{{"", inA == inB}, {"the address of ", x.URL == y.URL}, {"the date of ", x.Date == y.Date}, {"the basis of ", x.Basis == y.Basis}} {
			if !part.equal {
				c.inFront(s.Slug, lang, 1, same, "%ssource %s is not the same in %s and %s", part.name, id, first, lang)
				break
			}
		}
	}
}

func byID(all []knowledge.Source) map[string]knowledge.Source {
	out := map[string]knowledge.Source{}
	for _, s := range all {
		out[s.ID] = s
	}
	return out
}

// inFront reports a mistake in the front matter of a subject.
func (c *checking) inFront(slug, lang string, line int, remedy, format string, a ...any) {
	c.found = append(c.found, Finding{Severity: Error, File: files.Path(lang, slug), Line: line, Problem: fmt.Sprintf(format, a...), Remedy: remedy})
}
