package desk

import (
	"fmt"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// publish makes a draft what readers see.
func (t *turn) publish() (Screen, error) {
	v, n, err := t.draftNamed()
	if err != nil {
		return Screen{}, err
	}
	dr := v.rec.Draft
	if t.two() && dr.By == t.caller.Who {
		return Screen{}, refuse(t.w.SecondPerson)
	}
	before := v.publishedNumber()
	if err := t.d.store.Publish(t.ctx, t.scope(), v.id, n, t.caller.Who, t.now); err != nil {
		return Screen{}, fmt.Errorf("publish a draft: %w", err)
	}
	t.refresh()
	return t.saved(v.id, n, before, t.w.PublishedDone)
}

// draftNamed finds the draft of an act « verb, code, number ».
func (t *turn) draftNamed() (*view, int, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return nil, 0, err
	}
	n := int(number(t.act.arg(1)))
	if v.rec.Draft == nil || v.rec.Draft.Number != n {
		return nil, 0, refuse(t.w.NotTheDraft)
	}
	return v, n, nil
}

// discard drops a draft; its text stays in the history.
func (t *turn) discard() (Screen, error) {
	v, n, err := t.draftNamed()
	if err != nil {
		return Screen{}, err
	}
	if err := t.d.store.Discard(t.ctx, t.scope(), v.id, n, t.caller.Who, t.now); err != nil {
		return Screen{}, fmt.Errorf("discard a draft: %w", err)
	}
	if v.rec.Published == nil && !t.base {
		if err := t.reopenGaps(v.id); err != nil {
			return Screen{}, err
		}
	}
	s := Screen{Title: t.title(v), Replace: true}
	s.add(para(t.w.Discarded))
	s.row(Button{Label: t.w.History, Act: t.to("history", Code(v.id))}, t.homeButton())
	return s, nil
}

// saved says what was done, shows the entry as it stands now, and offers to undo it.
func (t *turn) saved(id knowledge.ID, number, before int, done string) (Screen, error) {
	v, err := t.view(id)
	if err != nil {
		return Screen{}, err
	}
	s := Screen{Title: t.title(v), Replace: true}
	s.add(para(done))
	s.add(t.warned()...)
	shown, err := t.contentBlocks(v.published(), func(e *knowledge.Entry, lang string) ([]bot.Block, error) {
		return t.w.entryBlocks(e, lang), nil // how large it is was said of the draft
	})
	if err != nil {
		return Screen{}, err
	}
	if c := v.published(); c.Entry != nil || c.Hidden || len(c.Note) > 0 || len(c.Phrases) > 0 {
		s.add(shown...)
	} else if v.shared != nil {
		s.add(para(t.w.State[shownAsShared]))
	}
	s.row(
		Button{Label: t.w.Undo, Act: t.to("undo", Code(id), num(number), num(before))},
		Button{Label: t.w.ToEntry, Act: t.to("show", Code(id))}, t.homeButton(),
	)
	return s, nil
}

// undo puts back what readers saw before a revision, as long as nobody saved since.
func (t *turn) undo() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	n, before := int(number(t.act.arg(1))), int(number(t.act.arg(2)))
	return t.putBack(v, n, before, fill(t.w.SummaryUndo, "n", itoa(n)), t.w.Undone)
}

// rollback makes an old revision the latest again.
func (t *turn) rollback() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	n, latest := int(number(t.act.arg(1))), int(number(t.act.arg(2)))
	if n == 0 {
		return Screen{}, refuse(t.w.GoneText)
	}
	return t.putBack(v, latest, n, fill(t.w.SummaryRollback, "n", itoa(n)), fill(t.w.RolledBack, "n", itoa(n)))
}

// putBack saves the content of an old revision upon the latest; 0 is what there was before the first.
func (t *turn) putBack(v *view, expect, old int, summary, done string) (Screen, error) {
	var c knowledge.Content
	if old > 0 {
		r, err := t.d.store.Revision(t.ctx, t.scope(), v.id, old)
		if err != nil {
			return Screen{}, fmt.Errorf("read a revision: %w", err)
		}
		c = cloneContent(r.Content)
	} else if v.own() { // there was nothing before: the entry is put away, and can still be found
		c = v.content()
		if c.Entry == nil {
			return Screen{}, knowledge.ErrNotFound
		}
		c.Entry.Status = knowledge.Archived
	}
	if v.rec.Latest != expect {
		return t.changedSince(v)
	}
	before := v.publishedNumber()
	rev, err := t.save(v, c, expect, t.two(), summary)
	if err != nil {
		return Screen{}, err
	}
	if t.two() {
		return t.waiting(v.id, t.w.WaitsAsDraft)
	}
	return t.saved(v.id, rev.Number, before, done)
}

// changedSince tells that somebody saved in between, and shows what stands.
func (t *turn) changedSince(v *view) (Screen, error) {
	s, err := t.showView(v)
	s.Blocks = append([]bot.Block{para(t.w.ChangedText)}, s.Blocks...)
	return s, err
}
