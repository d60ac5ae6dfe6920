package desk

import (
	"fmt"

	"nonmerci/knowledge"
)

// changed compares an override with the shared entry: what changed there since, and how the two differ.
func (t *turn) changed() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	c := v.content()
	if v.own() || c.Entry == nil {
		return Screen{}, refuse(t.w.NoOverride)
	}
	n := v.sharedNumber()
	s := Screen{Title: t.title(v), Replace: true}
	if n > c.Base && c.Base > 0 {
		old, err := t.d.store.Revision(t.ctx, knowledge.SharedBase, v.id, c.Base)
		if err != nil {
			return Screen{}, fmt.Errorf("read the shared entry as it was: %w", err)
		}
		now, err := t.d.store.Revision(t.ctx, knowledge.SharedBase, v.id, n)
		if err != nil {
			return Screen{}, fmt.Errorf("read the shared entry: %w", err)
		}
		s.add(para(t.w.SharedChanged), heading(t.w.SharedDiff))
		s.add(t.diffBlocks(old.Content, now.Content)...)
	} else {
		s.add(para(t.w.SharedSame), heading(t.w.OursDiff))
		s.add(t.diffBlocks(knowledge.Content{Entry: v.shared}, knowledge.Content{Entry: c.Entry})...)
	}
	code, lang := Code(v.id), language(c.Entry, t.w.Code)
	var buttons []Button
	if n > c.Base {
		buttons = append(buttons, Button{Label: t.w.KeepOurs, Act: NewAct("keep", code, num(v.rec.Latest), num(n)), Style: Primary})
	}
	s.rows(2, append(
		buttons, Button{Label: t.w.TakeShared, Act: NewAct("unoverride", code, num(v.rec.Latest))},
		Button{Label: fill(t.w.EditIn, "lang", t.w.langName(lang)), Act: NewAct("edit", code, lang)},
		Button{Label: t.w.ToEntry, Act: NewAct("show", code)}, t.homeButton(),
	))
	return s, nil
}

// keep notes that the community has seen the shared entry as it stands, and keeps its own text.
func (t *turn) keep() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	expect, n := int(number(t.act.arg(1))), int(number(t.act.arg(2)))
	if v.rec.Latest != expect {
		return t.changedSince(v)
	}
	if n > v.sharedNumber() || v.content().Entry == nil {
		return Screen{}, refuse(t.w.NoOverride)
	}
	return t.change(v.id, t.w.SummaryKeep, t.w.KeptOurs, func(_ *view, c *knowledge.Content) error {
		c.Base = n
		return nil
	})
}

// unoverride takes the community's text back: readers get the shared entry again. Note, phrasings and hiding stay.
func (t *turn) unoverride() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	if v.own() || v.content().Entry == nil {
		return Screen{}, refuse(t.w.NoOverride)
	}
	if expect := t.act.arg(1); expect != "" && int(number(expect)) != v.rec.Latest {
		return t.changedSince(v)
	}
	return t.change(v.id, t.w.SummaryTakeBack, t.w.TakenBack, func(_ *view, c *knowledge.Content) error {
		c.Entry = nil
		return nil
	})
}
