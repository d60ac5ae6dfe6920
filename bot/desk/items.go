package desk

import (
	"slices"

	"nonmerci/knowledge"
)

// An item is one line of a list of entries.
type item struct {
	id    knowledge.ID
	entry *knowledge.Entry // nil for a subject
	view  *view
}

// Filters of the list of entries.
const (
	filterAll      = "all"
	filterOwn      = "own"      // of the community alone
	filterLocal    = "local"    // shared ones that the community has said something of
	filterDrafts   = "drafts"   // that wait
	filterRelease  = "release"  // drafts of a release, in the shared base
	filterArchived = "archived" // archived, hidden
)

var filters = []string{filterAll, filterOwn, filterLocal, filterDrafts, filterRelease, filterArchived}

// items are the entries of the scope and, for a community, the shared ones beneath, in the order of files.
func (t *turn) items() ([]item, error) {
	all, err := t.d.records(t.ctx, t.scope())
	if err != nil {
		return nil, err
	}
	shared := t.d.shared()
	var out []item
	seen := make(map[knowledge.ID]bool, len(all))
	for _, r := range all {
		v := &view{id: r.Entry, rec: r}
		if !t.base {
			v.shared = shared.Entries[r.Entry]
		}
		seen[r.Entry] = true
		e := v.shared
		if c := v.peek(); c.Entry != nil {
			e = c.Entry
		}
		out = append(out, item{id: r.Entry, view: v, entry: e})
	}
	if !t.base {
		for id, e := range shared.Entries {
			if !seen[id] {
				out = append(out, item{id: id, entry: e, view: &view{id: id, shared: e}})
			}
		}
	}
	slices.SortFunc(out, func(a, b item) int { return knowledge.CompareIDs(a.id, b.id) })
	return out, nil
}

// peek is content without a copy: it must not be changed.
func (v *view) peek() knowledge.Content {
	if v.rec.Draft != nil {
		return v.rec.Draft.Content
	}
	return v.published()
}

// matches says whether an item belongs to a list.
func (i item) matches(filter string) bool {
	v := i.view
	st := v.state()
	switch filter {
	case filterOwn:
		return v.own() && i.entry != nil && (st == published || st == draftOnly)
	case filterLocal:
		return !v.own() && v.local()
	case filterDrafts:
		return v.rec.Draft != nil && v.rec.Draft.Origin != knowledge.FromRelease
	case filterRelease:
		return v.rec.Draft != nil && v.rec.Draft.Origin == knowledge.FromRelease
	case filterArchived:
		return st == archived || st == hidden || st == gone
	}
	return i.entry != nil && st != archived && st != gone
}

func pick(all []item, filter string) []item {
	var out []item
	for _, i := range all {
		if i.matches(filter) {
			out = append(out, i)
		}
	}
	return out
}
