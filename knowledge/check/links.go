package check

import (
	"strings"

	"nonmerci/knowledge"
)

// links refuses an address that a reader should not be sent to: not protected, or in a sentence and not whole. Validate has seen the
// rest.
func (c *checking) links(e *knowledge.Entry) {
	for _, lang := range c.spoken(e) {
		for _, l := range e.Text[lang].Links {
			c.protected(e, lang, l.URL)
		}
		for _, url := range inText(e.Text[lang]) {
			c.protected(e, lang, url)
		}
	}
}

func (c *checking) protected(e *knowledge.Entry, lang, url string) {
	if strings.HasPrefix(url, "http://") {
		c.addf(Error, e, lang, url, "write the address that begins with https://", "%s is not protected", url)
	}
}

// inText are the addresses that the sentences of a text link to, in order.
func inText(t knowledge.Text) []string {
	var out []string
	for _, b := range blocks(t) {
		spans, _ := knowledge.Spans(b.text)
		for _, sp := range spans {
			if sp.Kind == knowledge.LinkSpan {
				out = append(out, sp.URL)
			}
		}
	}
	return out
}

// A block is a part of a text that holds marks: the short answer, a step, an item. A card is never cut inside one.
type block struct{ section, text string }

func blocks(t knowledge.Text) []block {
	out := []block{{"short", t.Short}}
	add := func(section string, items []string) {
		for _, s := range items {
			out = append(out, block{section, s})
		}
	}
	for _, d := range t.Steps {
		add("steps for "+string(d.Device), d.Steps)
	}
	add("changes", t.Changes)
	add("keeps", t.Keeps)
	add("notes", t.Notes)
	return out
}
