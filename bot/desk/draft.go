package desk

import (
	"nonmerci/bot"
	"nonmerci/knowledge"
)

// draftScreen shows the draft that waits, as readers would see it, with what can be done with it.
func (t *turn) draftScreen() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	return t.showDraft(v, "")
}

// waiting is the draft that an act has just made or changed.
func (t *turn) waiting(id knowledge.ID, done string) (Screen, error) {
	v, err := t.view(id)
	if err != nil {
		return Screen{}, err
	}
	return t.showDraft(v, done)
}

func (t *turn) showDraft(v *view, done string) (Screen, error) {
	dr := v.rec.Draft
	if dr == nil {
		s, err := t.showView(v)
		s.Blocks = append([]bot.Block{para(t.w.NoDraft)}, s.Blocks...)
		return s, err
	}
	mine := t.two() && dr.By == t.caller.Who
	if mine && done == t.w.DraftSaved { // to publish it is for somebody else
		done = t.w.WaitsAsDraft
	}
	s := Screen{Title: fill(t.w.DraftOf, "title", t.title(v)), Replace: true, Notices: t.notices}
	if done != "" {
		s.add(para(done))
	}
	s.add(t.warned()...)
	if dr.Origin == knowledge.FromRelease {
		s.add(para(t.w.ReleaseWaits))
		s.add(t.diffBlocks(v.published(), dr.Content)...)
	} else {
		s.add(small(t.w.DraftNotSeen))
		shown, err := t.contentBlocks(dr.Content, t.previewBlocks)
		if err != nil {
			return Screen{}, err
		}
		s.add(shown...)
	}
	if mine {
		s.add(para(t.w.SecondPerson))
	}
	s.rows(3, t.draftButtons(v, mine))
	return s, nil
}

func (t *turn) draftButtons(v *view, mine bool) []Button {
	w, code, dr := t.w, Code(v.id), v.rec.Draft
	publish, discard := w.Publish, w.Discard
	if dr.Origin == knowledge.FromRelease {
		publish, discard = w.TakeRelease, w.KeepOurs
	}
	var out []Button
	if !mine {
		out = append(out, Button{Label: publish, Act: t.to("publish", code, num(dr.Number)), Style: Primary})
	}
	if dr.Content.Entry != nil {
		lang := language(dr.Content.Entry, t.w.Code)
		out = append(out, Button{Label: fill(w.EditIn, "lang", w.langName(lang)), Act: t.to("edit", code, lang)})
	}
	return append(out, Button{Label: discard, Act: t.to("discard", code, num(dr.Number)), Style: Danger},
		Button{Label: w.SeeDiff, Act: t.to("diff", code, num(dr.Number))}, Button{Label: w.ToEntry, Act: t.to("show", code)}, t.homeButton())
}

// warned are the warnings of what was saved, if there are any.
func (t *turn) warned() []bot.Block {
	if len(t.warnings) == 0 {
		return nil
	}
	return append([]bot.Block{heading(t.w.Warnings)}, bullets(t.warnings...)...)
}

// contentBlocks shows a content as readers would meet it, its entry by draw.
func (t *turn) contentBlocks(c knowledge.Content, draw func(e *knowledge.Entry, lang string) ([]bot.Block, error)) ([]bot.Block, error) {
	var out []bot.Block
	if c.Hidden {
		out = append(out, para(t.w.State[hidden]))
	}
	for _, lang := range sortedKeys(c.Note) {
		out = append(out, heading(fill(t.w.NoteIn, "lang", t.w.langName(lang))), bot.Block{Kind: bot.Paragraph, Spans: inline(c.Note[lang])})
	}
	for _, lang := range sortedKeys(c.Phrases) {
		out = append(out, heading(fill(t.w.PhrasesIn, "lang", t.w.langName(lang))))
		out = append(out, bullets(c.Phrases[lang]...)...)
	}
	if c.Entry == nil {
		if len(out) == 0 {
			out = append(out, para(t.w.SaysNothing))
		}
		return out, nil
	}
	shown, err := draw(c.Entry, language(c.Entry, t.w.Code))
	return append(out, shown...), err
}
