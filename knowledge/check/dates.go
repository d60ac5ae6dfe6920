package check

import "nonmerci/knowledge"

// dates compares what an entry says of its checks with today, and with what it rests on.
func (c *checking) dates(e *knowledge.Entry) {
	today := c.opts.Today
	if !today.IsZero() {
		if today.Before(e.Verified) {
			c.addf(Error, e, "", "verified:", "write the day the facts were checked", "verified on %s, which is to come", e.Verified)
		}
		if !e.Review.IsZero() && e.Review.Before(today) {
			c.addf(Warning, e, "", "review:", "check the facts, then move verified and review", "its review was due on %s", e.Review)
		}
	}
	if e.Verified.IsZero() {
		return
	}
	for lang := range e.Text {
		found := false
		for _, s := range c.base.Sources(e, lang) {
			found = found || s.Basis == knowledge.Found
		}
		if !found {
			c.add(Error, e, lang, "verified:", "verified, but every source is from memory", "leave verified out, or name a source that was read (basis: found)")
		}
	}
}
