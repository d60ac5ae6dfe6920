package check

import (
	"cmp"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/text"
)

// parity compares the languages of an entry with the first it has: the same devices, as many steps, the same labels in each step,
// the same links.
func (c *checking) parity(e *knowledge.Entry) {
	first := ""
	for _, lang := range files.Languages {
		t, ok := e.Text[lang]
		switch {
		case ok && first == "":
			first = lang
		case ok:
			c.sameSteps(e, first, lang)
			c.sameLinks(e, e.Text[first], t, first, lang)
			c.sameLengths(e, e.Text[first], t, first, lang)
		}
	}
}

func (c *checking) sameSteps(e *knowledge.Entry, first, lang string) {
	a, b := e.Text[first].Steps, e.Text[lang].Steps
	if da, db := devices(a), devices(b); da != db {
		c.addf(Error, e, lang, "", "give both languages the same devices", "steps for %s in %s, for %s in %s", da, first, db, lang)
		return
	}
	for i := range a {
		if len(a[i].Steps) != len(b[i].Steps) {
			c.addf(Error, e, lang, b[i].Steps[0], "make it the same actions", "%d steps for %s in %s, %d in %s", len(a[i].Steps), a[i].Device, first, len(b[i].Steps), lang)
			continue
		}
		for k, s := range b[i].Steps {
			if la, lb := labels(a[i].Steps[k]), labels(s); la != lb {
				c.addf(Error, e, lang, s, "write the same labels in both languages", "step %d for %s has the labels %s in %s, %s in %s", k+1, a[i].Device, orNone(la), first, orNone(lb), lang)
			}
		}
	}
}

func devices(all []knowledge.DeviceSteps) string {
	names := make([]string, len(all))
	for i, d := range all {
		names[i] = string(d.Device)
	}
	return orNone(strings.Join(names, ", "))
}

// labels are the labels of a step in alphabetical order, folded: the languages name them in another order.
func labels(s string) string {
	all := knowledge.Labels(s)
	for i, l := range all {
		all[i] = strings.Join(strings.Fields(text.Fold(l)), " ")
	}
	slices.Sort(all)
	return strings.Join(all, " | ")
}

func orNone(s string) string { return cmp.Or(s, "none") }

func (c *checking) sameLinks(e *knowledge.Entry, a, b knowledge.Text, first, lang string) {
	if la, lb := targets(a.Links), targets(b.Links); la != lb {
		c.addf(Error, e, lang, "", "give both languages the same links", "links to %s in %s, to %s in %s", orNone(la), first, orNone(lb), lang)
	}
	if la, lb := inlineTargets(a), inlineTargets(b); la != lb {
		c.addf(Error, e, lang, "", "give both languages the same links", "its sentences link to %s in %s, to %s in %s", orNone(la), first, orNone(lb), lang)
	}
}

func targets(all []knowledge.Link) string {
	out := make([]string, len(all))
	for i, l := range all {
		out[i] = string(l.Kind) + " " + l.URL
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func inlineTargets(t knowledge.Text) string {
	var out []string
	for _, s := range items(t) {
		spans, _ := knowledge.Spans(s)
		for _, sp := range spans {
			if sp.Kind == knowledge.LinkSpan {
				out = append(out, sp.URL)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// sameLengths warns where a language says something that the other does not.
func (c *checking) sameLengths(e *knowledge.Entry, a, b knowledge.Text, first, lang string) {
	for _, p := range []struct {
		name string
		a, b []string
	}{{"changes", a.Changes, b.Changes}, {"keeps", a.Keeps, b.Keeps}, {"notes", a.Notes, b.Notes}} {
		if len(p.a) != len(p.b) {
			c.addf(Warning, e, lang, "", "say the same in both languages", "%d %s in %s, %d in %s", len(p.a), p.name, first, len(p.b), lang)
		}
	}
}

// sourceParity compares the sources of a subject: the same ids, addresses, dates and bases in each language.
func (c *checking) sourceParity(s *knowledge.Subject) {
	first := ""
	for _, lang := range files.Languages {
		switch {
		case s.Name[lang] == "":
		case first == "":
			first = lang
		default:
			for _, d := range differences(s.Sources[first], s.Sources[lang]) {
				c.findings = append(c.findings, Finding{Error, files.Path(lang, s.Slug), 1, "", d + " in " + first + " and " + lang, "make them the same"})
			}
		}
	}
}

func differences(a, b []knowledge.Source) []string {
	var out []string
	for _, s := range a {
		i := slices.IndexFunc(b, func(o knowledge.Source) bool { return o.ID == s.ID })
		switch {
		case i < 0:
			out = append(out, "source "+s.ID+" is not the same")
		case s.URL != b[i].URL:
			out = append(out, "the address of source "+s.ID+" is not the same")
		case s.Date != b[i].Date:
			out = append(out, "the date of source "+s.ID+" is not the same")
		case s.Basis != b[i].Basis:
			out = append(out, "the basis of source "+s.ID+" is not the same")
		}
	}
	for _, s := range b {
		if !slices.ContainsFunc(a, func(o knowledge.Source) bool { return o.ID == s.ID }) {
			out = append(out, "source "+s.ID+" is not the same")
		}
	}
	return out
}
