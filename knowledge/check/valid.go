package check

import (
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/typography"
)

// valid reports what an entry can tell by itself.
func (c *checking) valid(e *knowledge.Entry) {
	for _, p := range e.Validate() {
		lang, _, _ := strings.Cut(p.Field, ".")
		if _, ok := e.Text[lang]; !ok {
			lang = ""
		}
		c.addf(Error, e, lang, "", p.Remedy, "%s: %s", p.Field, p.Problem)
	}
}

// languages refuses an entry that is not in every language.
func (c *checking) languages(e *knowledge.Entry) {
	for _, lang := range c.opts.Languages {
		if _, ok := e.Text[lang]; !ok {
			c.addf(Error, e, "", "", "write it in that language too", "the entry lacks the language %s", lang)
		}
	}
}

// dates warns of an entry whose day to look again has come, and refuses a verification that has not happened yet.
func (c *checking) dates(e *knowledge.Entry) {
	today := c.opts.Today
	if today.IsZero() || e.Status == knowledge.Archived {
		return
	}
	if !e.Review.IsZero() && e.Review.Time().Before(today.Time()) {
		c.addf(Warning, e, "", "review:", "check the facts again, then set verified and review", "its review was due on %s", e.Review)
	}
	if e.Verified.Time().After(today.Time()) {
		c.addf(Error, e, "", "verified:", "write the day on which the facts were checked", "verified on %s, which is to come", e.Verified)
	}
}

// basis refuses « verified » on an entry that rests on memory alone.
func (c *checking) basis(e *knowledge.Entry) {
	if e.Verified.IsZero() {
		return
	}
	for _, lang := range c.spoken(e) {
		found := false
		for _, s := range c.base.Sources(e, lang) {
			found = found || s.Basis == knowledge.Found
		}
		if !found {
			c.addf(Error, e, lang, "verified:", "leave verified out, or name a page that was read", "verified, but every source is from memory")
		}
	}
}

// typography warns of French whose spaces and apostrophes are as typed, once an entry: one command mends them all.
func (c *checking) typography(e *knowledge.Entry) {
	t, ok := e.Text["fr"]
	if !ok {
		return
	}
	changes := knowledge.Diff(french(t), french(typography.FrenchText(t)))
	if len(changes) == 0 {
		return
	}
	problem := "a space that French does not break"
	if strings.Count(changes[0].New, "'") < strings.Count(changes[0].Old, "'") {
		problem = "a straight apostrophe"
	}
	c.addf(Warning, e, "fr", "", "run « nonmerci kb fmt --write » on the folder", "%s in %s", problem, changes[0].Field)
}

func french(t knowledge.Text) *knowledge.Entry {
	return &knowledge.Entry{Text: map[string]knowledge.Text{"fr": t}}
}
