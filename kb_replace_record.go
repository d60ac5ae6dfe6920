package main

import (
	"maps"
	"slices"
	"time"

	"nonmerci/knowledge"
)

// A replaced is one address that changes.
type replaced struct {
	id       knowledge.ID
	field    string // « fr.links.2 », « en.steps.web.3 », « fr.sources.S1 », « note.fr »
	old, now string
}

// replacing goes through records and gathers what changes.
type replacing struct {
	re      replacement
	home    knowledge.CommunityID
	at      time.Time
	vetting *vetting

	found   []replaced
	entries int // in which something was found
	saves   []knowledge.Save
	refused []error // for what would not be fit to be shown any more
}

// record replaces in what is published of an entry, and in the draft that waits. A draft of a release is left to the release.
func (p *replacing) record(r knowledge.Record) {
	before := len(p.found)
	as := knowledge.Save{
		Community: p.home, By: knowledge.ByCommandLine, Origin: knowledge.FromPerson, Summary: oneSummary(p.re.old + " → " + p.re.now), At: p.at,
	}
	if r.Published != nil {
		if c, changed := p.content(r.Entry, "", r.Published.Content); changed {
			p.saves = append(p.saves, publishing(knowledge.Record{Community: r.Community, Entry: r.Entry, Latest: r.Latest}, c, as)...)
		}
	}
	published := len(p.found) > before
	if r.Draft != nil {
		c, changed := r.Draft.Content, false
		if r.Draft.Origin != knowledge.FromRelease {
			c, changed = p.content(r.Entry, "draft.", c)
		}
		expect := r.Latest
		if published {
			expect++
		}
		if published || changed {
			p.saves = append(p.saves, redraft(r, c, expect, p.at))
		}
	}
	if len(p.found) > before {
		p.entries++
	}
}

// content returns a copy of a content with the addresses replaced; what is a field is named after a prefix.
func (p *replacing) content(id knowledge.ID, prefix string, c knowledge.Content) (knowledge.Content, bool) {
	before := len(p.found)
	at := func(field string, url *string) {
		if now, ok := p.re.url(*url); ok {
			p.found = append(p.found, replaced{id, prefix + field, *url, now})
			*url = now
		}
	}
	inline := func(field string, s *string) {
		now, olds := p.re.inline(*s)
		for _, old := range olds {
			url, _ := p.re.url(old)
			p.found = append(p.found, replaced{id, prefix + field, old, url})
		}
		*s = now
	}
	if c.Entry != nil {
		e := *c.Entry
		e.ID, e.Text = id, maps.Clone(e.Text)
		for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
			e.Text[lang] = replaceText(e.Text[lang], lang, at, inline)
		}
		if len(p.found) > before {
			p.vet(c.Entry, &e)
		}
		c.Entry = &e
	}
	if c.Subject != nil {
		s := *c.Subject
		s.Sources = maps.Clone(s.Sources)
		for _, lang := range slices.Sorted(maps.Keys(s.Sources)) {
			s.Sources[lang] = slices.Clone(s.Sources[lang])
			for i := range s.Sources[lang] {
				at(lang+".sources."+s.Sources[lang][i].ID, &s.Sources[lang][i].URL)
			}
		}
		c.Subject = &s
	}
	c.Note = maps.Clone(c.Note)
	for _, lang := range slices.Sorted(maps.Keys(c.Note)) {
		note := c.Note[lang]
		inline("note."+lang, &note)
		c.Note[lang] = note
	}
	return c, len(p.found) > before
}

// vet refuses an entry for what was not wrong with it before.
func (p *replacing) vet(before, now *knowledge.Entry) {
	old := *before
	old.ID = now.ID
	was, _ := p.vetting.entry(&old, nil)
	is, _ := p.vetting.entry(now, nil)
	for _, problem := range is {
		if !slices.Contains(was, problem) {
			p.refused = append(p.refused, problem)
		}
	}
}
