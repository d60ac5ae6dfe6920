package bulk

import (
	"maps"
	"net/url"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/check"
	"nonmerci/knowledge/vet"
)

// A Vetting finds what must not be shown to readers in texts that are about to be saved. It is safe for concurrent use.
type Vetting struct {
	known  func(host string) bool // whether the shared base links there
	shared *knowledge.Base
	home   knowledge.CommunityID
	lang   string // of what it says, where there are words in several
}

// NewVetting returns the vetting for what is saved in a community, or in the shared base. lang is the language of what it says, where there are
// words in several: « fr », else English.
func NewVetting(shared *knowledge.Base, home knowledge.CommunityID, lang string) *Vetting {
	return &Vetting{known: vet.Known(hostsOf(shared)), shared: shared, home: home, lang: lang}
}

// KnownHost says whether the shared base leads to a host.
func (v *Vetting) KnownHost(host string) bool { return v.known(host) }

// hostsOf are the hosts that a base leads to: in links, in sentences and in sources.
func hostsOf(b *knowledge.Base) []string {
	var out []string
	add := func(address string) {
		if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
			out = append(out, u.Hostname())
		}
	}
	for _, s := range b.Subjects {
		for _, all := range s.Sources {
			for _, src := range all {
				add(src.URL)
			}
		}
	}
	for _, e := range b.Entries {
		if e.Status == knowledge.Archived {
			continue
		}
		for _, t := range e.Text {
			for _, l := range t.Links {
				add(l.URL)
			}
			for _, s := range sentences(t) {
				spans, _ := knowledge.Spans(s)
				for _, sp := range spans {
					add(sp.URL)
				}
			}
		}
	}
	return out
}

// sentences are the parts of a text that may hold links.
func sentences(t knowledge.Text) []string {
	out := slices.Concat([]string{t.Short}, t.Changes, t.Keeps, t.Notes)
	for _, d := range t.Steps {
		out = append(out, d.Steps...)
	}
	return out
}

// Entry returns what refuses an entry, and what a person should look at twice: hosts that the shared base does not link to. subject describes its
// sources; nil for that of the shared base.
func (v *Vetting) Entry(e *knowledge.Entry, subject *knowledge.Subject) (refused []knowledge.InvalidError, warnings []string) {
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		for _, p := range vet.Entry(e, lang, v.known) {
			switch {
			case p.Kind == vet.Refuse:
				refused = append(refused, v.invalid(e, lang, p))
			case p.Code == vet.UnknownHost:
				warnings = append(warnings, lang+": "+p.Say(v.lang))
			}
		}
	}
	if v.home != knowledge.SharedBase {
		return append(refused, v.Overlaid(e)...), warnings
	}
	if len(refused) == 0 { // what no platform could show; much of the rest vet has found already
		refused = unshowable(e, subject)
	}
	return refused, warnings
}

// invalid is a problem at the place where the text was read.
func (v *Vetting) invalid(e *knowledge.Entry, lang string, p vet.Problem) knowledge.InvalidError {
	at := e.Text[lang].Position
	return knowledge.InvalidError{File: at.File, Line: at.Line, Entry: e.ID, Field: lang, Problem: p.Say(v.lang)}
}

// Overlaid refuses a name that a community cannot give an entry.
func (v *Vetting) Overlaid(e *knowledge.Entry) []knowledge.InvalidError {
	at := knowledge.Position{}
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		at = e.Text[lang].Position
		break
	}
	wrong := knowledge.InvalidError{File: at.File, Line: at.Line, Entry: e.ID}
	switch {
	case !IsOwn(e.ID) && v.shared.Entries[e.ID] == nil:
		wrong.Problem, wrong.Remedy = "the shared base has no such entry", "take the id of one, or for an entry of the community's own an id without a slash"
	case IsOwn(e.ID) && v.shared.Subjects[string(e.ID)] != nil:
		wrong.Problem, wrong.Remedy = "a subject of the shared base has this name", "take another id"
	default:
		return nil
	}
	return []knowledge.InvalidError{wrong}
}

// unshowable is what the platforms would not take of an entry of the shared base, and what a check would call an error. Each language is looked
// at by itself: one may be changed before the other.
func unshowable(e *knowledge.Entry, subject *knowledge.Subject) []knowledge.InvalidError {
	var out []knowledge.InvalidError
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		alone := knowledge.NewBase()
		one := *e
		one.Text = map[string]knowledge.Text{lang: e.Text[lang]}
		alone.Entries[e.ID] = &one
		if subject != nil {
			alone.Subjects[subject.Slug] = subject
		}
		for _, f := range check.Errors(check.Check(alone, check.Options{Languages: []string{lang}})) {
			p := knowledge.InvalidError{File: f.File, Line: f.Line, Entry: f.Entry, Problem: f.Problem, Remedy: f.Remedy}
			if f.Entry == e.ID && !slices.Contains(out, p) { // not what is said of the subject, whose other entries are not here
				out = append(out, p)
			}
		}
	}
	return out
}
