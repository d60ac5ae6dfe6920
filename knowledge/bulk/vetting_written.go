package bulk

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
	"nonmerci/knowledge/understand"
	"nonmerci/knowledge/vet"
)

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Content returns what refuses what a community says of an entry, and what to look at twice.
func (v *Vetting) Content(w transfer.Written, c knowledge.Content) (refused []knowledge.InvalidError, warnings []string) {
	if c.Entry != nil {
		e := *c.Entry
		e.ID = w.ID
		for _, p := range append(e.Validate(), misplaced(&e, v.home)...) {
			p.File, p.Line = w.Position.File, w.Position.Line
			refused = append(refused, p)
		}
		if len(refused) == 0 {
			refused, warnings = v.Entry(&e, nil)
		}
		if !IsOwn(w.ID) || c.Hidden || len(c.Note)+len(c.Phrases) == 0 {
			return append(refused, v.beside(w, c)...), warnings
		}
		return append(refused, ProblemAt(w, "an entry of the community's own takes no note and no further ways to ask", "write them in the entry itself")), warnings
	}
	if said := c.Hidden || len(c.Note)+len(c.Phrases) > 0; said && v.shared.Entries[w.ID] == nil || IsOwn(w.ID) && !slugForm.MatchString(string(w.ID)) {
		refused = append(refused, ProblemAt(w, "the shared base has no such entry", "take the id of one"))
	}
	return append(refused, v.beside(w, c)...), nil
}

// beside refuses notes and ways to ask as a moderator would be refused them.
func (v *Vetting) beside(w transfer.Written, c knowledge.Content) []knowledge.InvalidError {
	var out []knowledge.InvalidError
	for _, lang := range slices.Compact(slices.Sorted(slices.Values(append(slices.Collect(maps.Keys(c.Note)), slices.Collect(maps.Keys(c.Phrases))...)))) {
		if !slices.Contains(understand.Languages, lang) {
			out = append(out, ProblemAt(w, fmt.Sprintf("unknown language %q", lang), "write one of "+strings.Join(understand.Languages, ", ")))
			continue
		}
		t := knowledge.Text{Title: "x", Short: "x", Phrases: c.Phrases[lang]}
		if note := c.Note[lang]; note != "" {
			t.Notes = []string{note}
		}
		e := &knowledge.Entry{ID: "x", Kind: knowledge.Info, Status: knowledge.Published, Revision: 1, Text: map[string]knowledge.Text{lang: t}}
		for _, p := range vet.Entry(e, lang, v.known) {
			if p.Kind == vet.Refuse {
				out = append(out, ProblemAt(w, p.Say(v.lang), ""))
			}
		}
	}
	return out
}
