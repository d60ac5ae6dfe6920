package desk

import (
	"fmt"

	"nonmerci/knowledge"
)

// history lists the revisions of an entry, the latest first.
func (t *turn) history() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	before := int(number(t.act.arg(1)))
	all, err := t.d.store.History(t.ctx, t.scope(), v.id, before, pageSize+1)
	if err != nil {
		return Screen{}, fmt.Errorf("read the history: %w", err)
	}
	s := Screen{Title: fill(t.w.HistoryOf, "title", t.title(v)), Replace: true}
	more := len(all) > pageSize
	if more {
		all = all[:pageSize]
	}
	if len(all) == 0 {
		s.add(para(t.w.NoHistory))
	}
	var lines []string
	var buttons []Button
	for _, r := range all {
		line := fill(t.w.HistoryLine, "n", itoa(r.Number), "when", t.w.when(r.At), "who", t.who(r.By), "summary", r.Summary)
		switch {
		case v.rec.Published != nil && v.rec.Published.Number == r.Number:
			line += t.w.IsPublished
		case v.rec.Draft != nil && v.rec.Draft.Number == r.Number:
			line += t.w.IsDraft
		}
		lines = append(lines, line)
		buttons = append(buttons, Button{Label: fill(t.w.RevisionButton, "n", itoa(r.Number)), Act: t.to("diff", Code(v.id), num(r.Number))})
	}
	s.add(bullets(lines...)...)
	s.rows(2, buttons)
	var last []Button
	if more {
		last = append(last, Button{Label: t.w.Older, Act: t.to("history", Code(v.id), num(all[len(all)-1].Number))})
	}
	s.row(append(last, Button{Label: t.w.ToEntry, Act: t.to("show", Code(v.id))}, t.homeButton())...)
	return s, nil
}

// diff shows what one revision changed, and offers to go back to it.
func (t *turn) diff() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	n := int(number(t.act.arg(1)))
	r, err := t.d.store.Revision(t.ctx, t.scope(), v.id, n)
	if err != nil {
		return Screen{}, fmt.Errorf("read a revision: %w", err)
	}
	var before knowledge.Content
	if n > 1 {
		old, err := t.d.store.Revision(t.ctx, t.scope(), v.id, n-1)
		if err != nil {
			return Screen{}, fmt.Errorf("read a revision: %w", err)
		}
		before = old.Content
	}
	s := Screen{Title: fill(t.w.RevisionOf, "n", itoa(n), "title", t.title(v)), Replace: true}
	s.add(small(fill(t.w.HistoryLine, "n", itoa(n), "when", t.w.when(r.At), "who", t.who(r.By), "summary", r.Summary)))
	s.add(t.diffBlocks(t.beneath(v, before), t.beneath(v, r.Content))...)
	var buttons []Button
	if v.rec.Draft != nil && v.rec.Draft.Number == n {
		buttons = append(buttons, Button{Label: t.w.SeeDraft, Act: t.to("draft", Code(v.id)), Style: Primary})
	} else if n != v.rec.Latest || v.rec.Published == nil || v.rec.Published.Number != n {
		buttons = append(buttons, Button{Label: t.w.Rollback, Act: t.to("rollback", Code(v.id), num(n), num(v.rec.Latest)), Style: Danger})
	}
	if n > 1 {
		buttons = append(buttons, Button{Label: t.w.Before, Act: t.to("diff", Code(v.id), num(n-1))})
	}
	if n < v.rec.Latest {
		buttons = append(buttons, Button{Label: t.w.After, Act: t.to("diff", Code(v.id), num(n+1))})
	}
	s.rows(2, append(buttons, Button{Label: t.w.History, Act: t.to("history", Code(v.id))}, Button{Label: t.w.ToEntry, Act: t.to("show", Code(v.id))}))
	return s, nil
}

// beneath puts the shared entry under a content that had no text: the first override is compared with what it replaced.
func (t *turn) beneath(v *view, c knowledge.Content) knowledge.Content {
	if c.Entry == nil && v.shared != nil {
		c.Entry = v.shared
	}
	return c
}

// log lists what was done in the community, the latest first: the audit log.
func (t *turn) log() (Screen, error) {
	before := number(t.act.arg(0))
	all, err := t.d.store.Events(t.ctx, t.scope(), before, pageSize*2+1)
	if err != nil {
		return Screen{}, fmt.Errorf("read the log: %w", err)
	}
	s := Screen{Title: t.w.LogTitle, Replace: true}
	more := len(all) > pageSize*2
	if more {
		all = all[:pageSize*2]
	}
	entries, err := t.items()
	if err != nil {
		return Screen{}, err
	}
	titles := map[knowledge.ID]string{}
	for _, i := range entries {
		titles[i.id] = title(i.entry, i.id, t.w.Code)
	}
	var lines []string
	for _, e := range all {
		line := t.w.when(e.At) + " · " + t.w.action(e.Action)
		if e.By != "" {
			line += " · " + t.who(e.By)
		}
		if e.Entry != "" {
			line += " · " + or(titles[e.Entry], string(e.Entry))
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		s.add(para(t.w.LogEmpty))
	}
	s.add(bullets(lines...)...)
	var last []Button
	if more {
		last = append(last, Button{Label: t.w.Older, Act: t.to("log", num(all[len(all)-1].Seq))})
	}
	s.row(append(last, t.homeButton())...)
	return s, nil
}
