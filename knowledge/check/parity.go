package check

import (
	"slices"
	"strings"

	"nonmerci/knowledge"
)

const same = "make the two languages say the same"

// parity refuses two languages of an entry that do not tell a reader to do the same things.
func (c *checking) parity(e *knowledge.Entry) {
	langs := c.spoken(e)
	for _, lang := range langs[min(1, len(langs)):] {
		first, a, b := langs[0], e.Text[langs[0]], e.Text[lang]
		c.steps(e, first, lang)
		if x, y := leads(a.Links), leads(b.Links); !slices.Equal(x, y) {
			c.addf(Error, e, lang, "", same, "links to %s in %s, to %s in %s", none(x), first, none(y), lang)
		}
		if x, y := slices.Sorted(slices.Values(inText(a))), slices.Sorted(slices.Values(inText(b))); !slices.Equal(x, y) {
			c.addf(Error, e, lang, "", same, "its sentences link to %s in %s, to %s in %s", none(x), first, none(y), lang)
		}
		for _, part := range []struct {
			name string
			a, b []string
		}{{"changes", a.Changes, b.Changes}, {"keeps", a.Keeps, b.Keeps}, {"notes", a.Notes, b.Notes}} {
			if len(part.a) != len(part.b) {
				c.addf(Warning, e, lang, "", same, "%d %s in %s, %d in %s", len(part.a), part.name, first, len(part.b), lang)
			}
		}
	}
}

// steps compares the devices, the number of steps and the labels of each.
func (c *checking) steps(e *knowledge.Entry, first, lang string) {
	a, b := e.Text[first].Steps, e.Text[lang].Steps
	if x, y := devices(a), devices(b); !slices.Equal(x, y) {
		c.addf(Error, e, lang, "", same, "steps for %s in %s, for %s in %s", none(x), first, none(y), lang)
		return
	}
	for i := range a {
		if x, y := len(a[i].Steps), len(b[i].Steps); x != y {
			c.addf(Error, e, lang, "", same, "%d steps for %s in %s, %d in %s", x, a[i].Device, first, y, lang)
			continue
		}
		for k, step := range b[i].Steps {
			if x, y := labels(a[i].Steps[k]), labels(step); !slices.Equal(x, y) {
				c.addf(Error, e, lang, step, "give each label in the languages it is known in, in both files", "step %d for %s has the labels %s in %s, %s in %s",
					k+1, a[i].Device, bars(x), first, bars(y), lang)
			}
		}
	}
}

func devices(all []knowledge.DeviceSteps) []string {
	out := make([]string, len(all))
	for i, d := range all {
		out[i] = string(d.Device)
	}
	return out
}

// leads are where links lead, sorted.
func leads(all []knowledge.Link) []string {
	out := make([]string, len(all))
	for i, l := range all {
		out[i] = string(l.Kind) + " " + l.URL
	}
	slices.Sort(out)
	return out
}

// labels are those a step marks, as they are compared, sorted: each language names its own first.
func labels(step string) []string {
	out := knowledge.Labels(step)
	for i, l := range out {
		out[i] = words(l)
	}
	slices.Sort(out)
	return out
}

func none(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

func bars(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, " | ")
}
