package check

import (
	"net/url"

	"nonmerci/knowledge"
)

// links warns of an address that a reader cannot follow safely. What is no address at all is for Validate to say.
func (c *checking) links(e *knowledge.Entry) {
	for lang, t := range e.Text {
		for _, l := range t.Links {
			c.secure(e, lang, l.URL)
		}
		for _, s := range items(t) {
			spans, _ := knowledge.Spans(s)
			for _, sp := range spans {
				if sp.Kind == knowledge.LinkSpan {
					c.secure(e, lang, sp.URL)
				}
			}
		}
		for _, s := range c.base.Sources(e, lang) {
			if s.URL != "" {
				c.secure(e, lang, s.URL)
			}
		}
	}
}

func (c *checking) secure(e *knowledge.Entry, lang, address string) {
	if u, err := url.Parse(address); err == nil && u.Scheme == "http" {
		c.add(Warning, e, lang, address, address+" is not protected", "write https://")
	}
}

// items are the texts of an entry that hold inline Markdown.
func items(t knowledge.Text) []string {
	out := []string{t.Short}
	for _, p := range parts(t) {
		out = append(out, p...)
	}
	return out
}
