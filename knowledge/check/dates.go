package check

import "nonmerci/knowledge"

// dates warns of an entry whose day to look again has come, and refuses a verification that has not happened yet.
func (c *checking) dates(e *knowledge.Entry) {
	if c.today.IsZero() || e.Status == knowledge.Archived {
		return
	}
	for _, lang := range spoken(e)[:min(1, len(e.Text))] {
		if !e.Review.IsZero() && e.Review.Time().Before(c.today.Time()) {
			c.add(Warning, e, lang, "check the facts again, then set verified and review", "the review of %s is past", e.Review)
		}
		if e.Verified.Time().After(c.today.Time()) {
			c.add(Error, e, lang, "write the day on which the facts were checked", "verified on %s, which is to come", e.Verified)
		}
	}
}

// basis refuses « verified » on an entry that rests on memory alone.
func (c *checking) basis(e *knowledge.Entry) {
	if e.Verified.IsZero() {
		return
	}
	for _, lang := range spoken(e) {
		sources := c.base.Sources(e, lang)
		memory := 0
		for _, s := range sources {
			if s.Basis == knowledge.Memory {
				memory++
			}
		}
		if memory == len(sources) {
			c.add(Error, e, lang, "leave verified out, or name a page that was read", "%s: the entry is verified, and rests on memory alone", lang)
		}
	}
}
