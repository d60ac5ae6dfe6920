package bulk

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

// spoken are the languages of an entry, those of the files first.
func spoken(e *knowledge.Entry) []string {
	all := slices.Sorted(maps.Keys(e.Text))
	slices.SortStableFunc(all, func(a, b string) int { return rank(a) - rank(b) })
	return all
}

func rank(lang string) int {
	if i := slices.Index(files.Languages, lang); i >= 0 {
		return i
	}
	return len(files.Languages)
}

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
func (i *Import) stale(ctx context.Context, home knowledge.CommunityID, r knowledge.Record, number int) (string, error) {
	if i.Store == nil || number >= shownNumber(r) {
		return "", nil
	}
	all, err := History(ctx, i.Store, home, r.Entry)
	if err != nil {
		return "", err
	}
	for _, rev := range all {
		if rev.Number > number && rev.Origin != knowledge.FromImport && (r.Draft == nil || rev.Number != r.Draft.Number) {
			return fmt.Sprintf("the file is of revision %d, and %s has changed it since, in revision %d", number, i.who(rev.By), rev.Number), nil
		}
	}
	return "", nil
}

// shownNumber is the revision that an export of a record bears, 0 for none.
func shownNumber(r knowledge.Record) int {
	rev := Standing(r)
	if rev.Content.Entry == nil {
		return rev.Number
	}
	return EntryOf(r.Entry, rev, false).Revision
}

// History returns every revision of an entry, the latest first.
func History(ctx context.Context, store knowledge.Revisions, home knowledge.CommunityID, id knowledge.ID) ([]knowledge.Revision, error) {
	const page = 200
	var out []knowledge.Revision
	before := 0
	for {
		some, err := store.History(ctx, home, id, before, page)
		if err != nil {
			return nil, fmt.Errorf("read the history of %s: %w", id, err)
		}
		out = append(out, some...)
		if len(some) < page {
			return out, nil
		}
		before = some[len(some)-1].Number
	}
}
