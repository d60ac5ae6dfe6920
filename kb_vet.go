package main

import (
	"maps"
	"net/url"
	"slices"

	"nonmerci/internal/links"
	"nonmerci/knowledge"
	"nonmerci/knowledge/check"
	"nonmerci/knowledge/vet"
)

// A vetting finds what must not be shown to readers in texts that are about to be saved.
type vetting struct {
	known  func(host string) bool // whether the shared base links there
	shared *knowledge.Base
	home   knowledge.CommunityID
}

func newVetting(shared *knowledge.Base, home knowledge.CommunityID) *vetting {
	var hosts []string
	for _, l := range links.Collect(shared) {
		if u, err := url.Parse(l.URL); err == nil && u.Hostname() != "" {
			hosts = append(hosts, u.Hostname())
		}
	}
	return &vetting{known: vet.Known(hosts), shared: shared, home: home}
}

// entry returns what refuses an entry, and what a person should look at twice: hosts that the shared base does not link to. subject describes its
// sources; nil for that of the shared base.
func (v *vetting) entry(e *knowledge.Entry, subject *knowledge.Subject) (refused []knowledge.InvalidError, warnings []string) {
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		for _, p := range vet.Entry(e, lang, v.known) {
			switch {
			case p.Kind == vet.Refuse:
				refused = append(refused, invalid(e, lang, p))
			case p.Code == vet.UnknownHost:
				warnings = append(warnings, lang+": "+p.Say("en"))
			}
		}
	}
	if v.home != knowledge.SharedBase {
		return append(refused, v.overlaid(e)...), warnings
	}
	if len(refused) == 0 { // what no platform could show; much of the rest vet has found already
		refused = unshowable(e, subject)
	}
	return refused, warnings
}

// invalid is a problem at the place where the text was read.
func invalid(e *knowledge.Entry, lang string, p vet.Problem) knowledge.InvalidError {
	at := e.Text[lang].Position
	return knowledge.InvalidError{File: at.File, Line: at.Line, Entry: e.ID, Field: lang, Problem: p.Say("en")}
}

// overlaid refuses a name that a community cannot give an entry.
func (v *vetting) overlaid(e *knowledge.Entry) []knowledge.InvalidError {
	at := knowledge.Position{}
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		at = e.Text[lang].Position
		break
	}
	wrong := knowledge.InvalidError{File: at.File, Line: at.Line, Entry: e.ID}
	switch {
	case !isOwn(e.ID) && v.shared.Entries[e.ID] == nil:
		wrong.Problem, wrong.Remedy = "the shared base has no such entry", "take the id of one, or for an entry of the community's own an id without a slash"
	case isOwn(e.ID) && v.shared.Subjects[string(e.ID)] != nil:
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
		alone.Entries[e.ID] = onlyIn(e, lang)
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
