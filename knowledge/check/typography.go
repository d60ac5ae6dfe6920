package check

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/typography"
)

// typography warns of French that is not set as it is printed.
func (c *checking) typography(e *knowledge.Entry) {
	t, ok := e.Text["fr"]
	if !ok {
		return
	}
	all := append([]string{t.Title}, t.Phrases...)
	for _, l := range t.Links {
		all = append(all, l.Text)
	}
	for _, s := range append(all, items(t)...) {
		if p := typography.Problem(s); p != "" {
			c.add(Warning, e, "fr", s, p, "let the program set the text")
		}
	}
}
