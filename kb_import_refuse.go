package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/understand"
)

// refusal is a problem at the place where an entry was read.
func refusal(e *knowledge.Entry, problem, remedy string) knowledge.InvalidError {
	out := knowledge.InvalidError{Entry: e.ID, Problem: problem, Remedy: remedy}
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		out.File, out.Line = e.Text[lang].Position.File, e.Text[lang].Position.Line
		break
	}
	return out
}

// misplaced refuses ids and languages that have no place in the shared base, or in what a community writes.
func misplaced(e *knowledge.Entry, home knowledge.CommunityID) []knowledge.InvalidError {
	languages := understand.Languages
	var out []knowledge.InvalidError
	if home == knowledge.SharedBase {
		languages = files.Languages
		if e.ID.Intent() == "" {
			out = append(out, refusal(e, "an entry of the shared base is called subject/intent", "write such an id, or name a community with --community"))
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		if !slices.Contains(languages, lang) {
			out = append(out, refusal(e, fmt.Sprintf("unknown language %q", lang), "write one of "+strings.Join(languages, ", ")))
		}
	}
	return out
}

// stale says that others have changed an entry since a file was written upon a revision of it; "" when nobody has. Imports do not count: whoever
// keeps a sheet imports it again and again. In files of Markdown, and where none is written, the revision is 1.
func (i *importing) stale(ctx context.Context, home knowledge.CommunityID, r knowledge.Record, number int) (string, error) {
	if i.s == nil || number >= shownNumber(r) {
		return "", nil
	}
	all, err := (&stored{Store: i.s.Store, home: home}).history(ctx, r)
	if err != nil {
		return "", err
	}
	for _, rev := range all {
		if rev.Number > number && rev.Origin != knowledge.FromImport && (r.Draft == nil || rev.Number != r.Draft.Number) {
			return fmt.Sprintf("the file is of revision %d, and %s has changed it since, in revision %d", number, rev.By, rev.Number), nil
		}
	}
	return "", nil
}

// shownNumber is the revision that an export of a record bears, 0 for none.
func shownNumber(r knowledge.Record) int {
	rev := standing(r)
	if rev.Content.Entry == nil {
		return rev.Number
	}
	return entryOf(r.Entry, rev, false).Revision
}
