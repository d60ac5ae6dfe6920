package bulk

import (
	"maps"
	"slices"
	"strings"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/vet"
)

// An Address is one address that changes.
type Address struct {
	Entry    knowledge.ID
	Field    string // « fr.links.2 », « en.steps.web.3 », « fr.sources.S1 », « note.fr »; after « draft. » in a draft that waits
	Old, New string
}

// A Replacing puts one address in the place of another.
type Replacing struct {
	Replacement
	By     knowledge.Actor
	Drafts bool   // what changes waits for somebody else to publish it
	Lang   string // of what is refused: « fr », else English
	At     time.Time
}

// A Replaced is what a replacement is going to do: nothing when anything is refused.
type Replaced struct {
	Found   []Address                // in the order of entries
	Entries int                      // in which something was found
	Saves   []knowledge.Save         // to be done all or none
	Refused []knowledge.InvalidError // what would not be fit to be shown any more
	About   []vet.Problem            // what is to be said of the new address: some refuse it
}

// Plan says what changes in a state.
func (re Replacing) Plan(s *State) *Replaced {
	v := NewVetting(s.Shared, s.Home, re.Lang)
	p := replacing{re: re, home: s.Home, vetting: v}
	for _, id := range slices.Sorted(maps.Keys(s.Records)) {
		p.record(s.Records[id])
	}
	p.About = AboutAddress(re.New, v.known)
	return &p.Replaced
}

// AboutAddress is what is to be said of an address, wherever it stands; known says whether a host is one that the shared base leads to, nil knows
// none.
func AboutAddress(url string, known func(string) bool) []vet.Problem {
	text := knowledge.Text{Title: "x", Short: "x", Links: []knowledge.Link{{Kind: knowledge.HelpLink, Text: "x", URL: url}}}
	e := &knowledge.Entry{ID: "x", Kind: knowledge.Info, Text: map[string]knowledge.Text{"en": text}}
	all := slices.DeleteFunc(vet.Entry(e, "en", known), func(p vet.Problem) bool { return !strings.HasPrefix(p.Field, "en.links") })
	for i := range all {
		all[i].Field = "" // it stands nowhere yet
	}
	return all
}

// replacing goes through records and gathers what changes.
type replacing struct {
	Replaced
	re      Replacing
	home    knowledge.CommunityID
	vetting *Vetting
}

// record replaces in what is published of an entry, and in the draft that waits. A draft of a release is left to the release.
func (p *replacing) record(r knowledge.Record) {
	before := len(p.Found)
	as := knowledge.Save{
		Community: p.home, By: p.re.By, Origin: knowledge.FromPerson, Summary: Summary(p.re.Old + " → " + p.re.New), At: p.re.At,
	}
	if p.re.Drafts {
		p.draft(r, as)
		return
	}
	if r.Published != nil {
		if c, changed := p.content(r.Entry, "", r.Published.Content); changed {
			p.Saves = append(p.Saves, Publishing(knowledge.Record{Community: r.Community, Entry: r.Entry, Latest: r.Latest}, c, as)...)
		}
	}
	published := len(p.Found) > before
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
			p.Saves = append(p.Saves, redraft(r, c, expect, p.re.At))
		}
	}
	if len(p.Found) > before {
		p.Entries++
	}
}

// draft replaces in the draft that waits, else in what is published, which then waits as a draft.
func (p *replacing) draft(r knowledge.Record, as knowledge.Save) {
	before, from := len(p.Found), r.Published
	if r.Draft != nil {
		from = r.Draft
	}
	if from == nil || r.Draft != nil && r.Draft.Origin == knowledge.FromRelease {
		return
	}
	c, changed := p.content(r.Entry, "", from.Content)
	if !changed {
		return
	}
	as.Entry, as.Expect, as.Content, as.Draft = r.Entry, r.Latest, Numbered(c, r.Latest+1), true
	p.Saves = append(p.Saves, as)
	if len(p.Found) > before {
		p.Entries++
	}
}

// content returns a copy of a content with the addresses replaced; what is a field is named after a prefix.
func (p *replacing) content(id knowledge.ID, prefix string, c knowledge.Content) (knowledge.Content, bool) {
	before := len(p.Found)
	at := func(field string, url *string) {
		if now, ok := p.re.url(*url); ok {
			p.Found = append(p.Found, Address{id, prefix + field, *url, now})
			*url = now
		}
	}
	inline := func(field string, s *string) {
		now, olds := p.re.inline(*s)
		for _, old := range olds {
			url, _ := p.re.url(old)
			p.Found = append(p.Found, Address{id, prefix + field, old, url})
		}
		*s = now
	}
	if c.Entry != nil {
		e := *c.Entry
		e.ID, e.Text = id, maps.Clone(e.Text)
		for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
			e.Text[lang] = replaceText(e.Text[lang], lang, at, inline)
		}
		if len(p.Found) > before {
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
	return c, len(p.Found) > before
}

// vet refuses an entry for what was not wrong with it before.
func (p *replacing) vet(before, now *knowledge.Entry) {
	old := *before
	old.ID = now.ID
	was, _ := p.vetting.Entry(&old, nil)
	is, _ := p.vetting.Entry(now, nil)
	for _, problem := range is {
		if !slices.Contains(was, problem) {
			p.Refused = append(p.Refused, problem)
		}
	}
}
