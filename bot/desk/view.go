package desk

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"nonmerci/knowledge"
)

// A view is an entry as a moderator of one community, or a curator, meets it.
type view struct {
	id     knowledge.ID
	rec    knowledge.Record // the zero Record when the community has said nothing of the entry
	shared *knowledge.Entry // the entry of the shared base beneath; nil for a community's own, and in the shared base
}

// find returns the entry that a code names.
func (t *turn) find(code string) (*view, error) {
	if id, ok := t.d.codes.find(t.d.shared(), code); ok {
		return t.view(id)
	}
	id, err := t.d.resolveIn(t.ctx, t.scope(), code)
	if err != nil {
		return nil, err
	}
	return t.view(id)
}

// view reads one entry. ErrNotFound when neither the scope nor the shared base has it.
func (t *turn) view(id knowledge.ID) (*view, error) {
	rec, err := t.d.store.Record(t.ctx, t.scope(), id)
	missing := errors.Is(err, knowledge.ErrNotFound)
	if err != nil && !missing {
		return nil, fmt.Errorf("read an entry: %w", err)
	}
	v := &view{id: id, rec: rec}
	if !t.base {
		v.shared = t.d.shared().Entries[id]
	}
	if missing && v.shared == nil {
		return nil, knowledge.ErrNotFound
	}
	return v, nil
}

// content is what an edit begins with: the draft that waits, else what is published.
func (v *view) content() knowledge.Content {
	switch {
	case v.rec.Draft != nil:
		return cloneContent(v.rec.Draft.Content)
	case v.rec.Published != nil:
		return cloneContent(v.rec.Published.Content)
	}
	return knowledge.Content{}
}

// published is what the scope itself says to readers; the zero Content when it says nothing.
func (v *view) published() knowledge.Content {
	if v.rec.Published == nil {
		return knowledge.Content{}
	}
	return v.rec.Published.Content
}

// entry is the text that an edit begins with: that of the draft, of what is published, or of the shared base. It is the caller's to change;
// nil when there is none.
func (v *view) entry() *knowledge.Entry {
	c := v.content()
	if c.Entry != nil {
		return c.Entry
	}
	return cloneEntry(v.shared)
}

// own says that the entry is not one of the shared base beneath.
func (v *view) own() bool { return v.shared == nil }

// sharedNumber is the number of the revision of the shared entry beneath, 0 when there is none.
func (v *view) sharedNumber() int {
	if v.shared == nil {
		return 0
	}
	return v.shared.Revision
}

// behind says whether the shared entry has changed since the community put its own text in its place.
func (v *view) behind() bool { return v.peek().Entry != nil && v.sharedNumber() > v.peek().Base }

func (v *view) state() state {
	c := v.published()
	switch {
	case c.Hidden:
		return hidden
	case c.Entry != nil && c.Entry.Status == knowledge.Archived:
		return archived
	case c.Entry != nil || c.Subject != nil:
		return published
	case v.shared != nil:
		return shownAsShared
	case v.rec.Draft != nil:
		return draftOnly
	}
	return gone
}

// local says whether the community has said anything of a shared entry that stands.
func (v *view) local() bool {
	c := v.content()
	return c.Entry != nil || c.Hidden || len(c.Note) > 0 || len(c.Phrases) > 0
}

// title is the title of an entry in the language nearest to lang, and its id when it has none.
func title(e *knowledge.Entry, id knowledge.ID, lang string) string {
	if e != nil {
		for _, l := range append([]string{lang, "fr", "en"}, languages(e)...) {
			if s := e.Text[l].Title; s != "" {
				return s
			}
		}
	}
	return string(id)
}

func (t *turn) title(v *view) string { return title(v.entry(), v.id, t.w.Code) }

// languages are those that an entry is written in, in the order that they are offered.
func languages(e *knowledge.Entry) []string {
	return slices.SortedFunc(maps.Keys(e.Text), func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(Languages, a), rank(Languages, b)), cmp.Compare(a, b))
	})
}

// language is the one of an entry to show: the wanted one, else the nearest that it has.
func language(e *knowledge.Entry, want string) string {
	if e == nil {
		return want
	}
	for _, l := range append([]string{want, "fr", "en"}, languages(e)...) {
		if _, ok := e.Text[l]; ok {
			return l
		}
	}
	return want
}
