package check

import (
	"strings"

	"nonmerci/knowledge"
)

const wholeAddress = "write the whole address: https://example.org/page"

// links refuses an address that a platform would not show as a link, or that a reader should not be sent to.
func (c *checking) links(e *knowledge.Entry) {
	for _, lang := range spoken(e) {
		for _, l := range e.Text[lang].Links {
			c.address(e, lang, l.URL)
		}
		for _, s := range passages(e.Text[lang]) {
			spans, _ := knowledge.Spans(s.text)
			for _, sp := range spans {
				if sp.Kind == knowledge.LinkSpan {
					c.address(e, lang, sp.URL)
				}
			}
		}
	}
}

func (c *checking) address(e *knowledge.Entry, lang, url string) {
	if problem := unsafe(url); problem != "" {
		c.add(Error, e, lang, wholeAddress, "%s: %s", lang, problem)
	}
}

// unsafe says what is wrong with an address, "" when nothing is.
func unsafe(url string) string {
	if err := knowledge.CheckURL(url); err != nil {
		return err.Error()
	}
	if !strings.HasPrefix(url, "https://") {
		return url + " is not https"
	}
	return ""
}

// A passage is one block of a text, with the name of its place.
type passage struct{ where, text string }

// passages are the blocks of a text that may hold marks.
func passages(t knowledge.Text) []passage {
	out := []passage{{"short", t.Short}}
	add := func(where string, items []string) {
		for _, s := range items {
			out = append(out, passage{where, s})
		}
	}
	for _, d := range t.Steps {
		add("steps."+string(d.Device), d.Steps)
	}
	add("changes", t.Changes)
	add("keeps", t.Keeps)
	add("notes", t.Notes)
	return out
}
