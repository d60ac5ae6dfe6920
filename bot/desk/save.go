package desk

import (
	"errors"
	"fmt"
	"slices"

	"nonmerci/knowledge"
)

// save adds a revision that rests on the revision expect.
func (t *turn) save(v *view, c knowledge.Content, expect int, draft bool, summary string) (knowledge.Revision, error) {
	if c.Entry != nil {
		c.Entry.Revision = expect + 1
	}
	if c.Base == 0 || c.Entry == nil { // an override stays upon the text that it was written on, until somebody compares
		c.Base = v.sharedNumber()
	}
	rev, err := t.d.store.Save(t.ctx, knowledge.Save{
		Community: t.scope(), Entry: v.id, Expect: expect, Draft: draft, By: t.caller.Who, Origin: knowledge.FromPerson,
		Summary: clip(summary, 200), Content: c, At: t.now,
	})
	if err != nil {
		return rev, fmt.Errorf("save an entry: %w", err)
	}
	if !draft {
		t.refresh()
	}
	return rev, nil
}

// change saves a small change at once: a phrasing, a note, hiding. Where a draft waits the change joins it, and where a second person is
// wanted it becomes a draft. It is made again on what stands when somebody else saved in between: such changes do not touch each other.
func (t *turn) change(id knowledge.ID, summary string, done string, change func(v *view, c *knowledge.Content) error) (Screen, error) {
	for tries := 0; ; tries++ {
		v, err := t.view(id)
		if err != nil {
			return Screen{}, err
		}
		if dr := v.rec.Draft; dr != nil && dr.Origin == knowledge.FromRelease {
			return Screen{}, refuse(t.w.ReleaseFirst)
		}
		before := v.publishedNumber()
		c := v.content()
		if err := change(v, &c); err != nil {
			return Screen{}, err
		}
		waits := v.rec.Draft != nil || t.two()
		rev, err := t.save(v, c, v.rec.Latest, waits, summary)
		if stale := (*knowledge.StaleError)(nil); errors.As(err, &stale) && tries < 3 {
			continue
		}
		if err != nil {
			return Screen{}, err
		}
		if waits {
			return t.waiting(id, t.w.WaitsAsDraft)
		}
		return t.saved(id, rev.Number, before, done)
	}
}

// publishedNumber is the number of the revision that readers see, 0 for none.
func (v *view) publishedNumber() int {
	if v.rec.Published == nil {
		return 0
	}
	return v.rec.Published.Number
}

// newID mints the id of an entry of a community from its title: one that neither the community nor the shared base has, nor had.
func (t *turn) newID(title string) (knowledge.ID, error) {
	all, err := t.d.records(t.ctx, t.scope())
	if err != nil {
		return "", err
	}
	stem := slugOf(title)
	for n := 1; ; n++ {
		id := knowledge.ID(stem)
		if n > 1 {
			id = knowledge.ID(stem + "-" + itoa(n))
		}
		code := Code(id)
		_, taken := t.d.codes.find(t.d.shared(), code)
		taken = taken || t.d.shared().Subjects[string(id)] != nil
		taken = taken || slices.ContainsFunc(all, func(r knowledge.Record) bool { return r.Entry == id || Code(r.Entry) == code })
		if !taken {
			return id, nil
		}
	}
}
