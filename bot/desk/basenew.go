package desk

import (
	"fmt"

	"nonmerci/knowledge"
)

// newBaseForm is the form of a new entry of the shared base: what it cannot do without. The rest is edited part by part, before it is published.
func (t *turn) newBaseForm() Form {
	line := func(key string, limit int) Field {
		return Field{Key: key, Label: t.w.field(key), Hint: t.w.hint(key), Required: true, Limit: limit}
	}
	short := line("short", knowledge.MaxShort)
	short.Long = true
	return Form{
		Title:  fill(t.w.NewTitle, "lang", t.w.langName(t.w.Code)),
		Fields: []Field{line("id", 48), line("title", baseTitle), short, line("sources", 200), line("review", 20)},
		Submit: t.to("create"), Again: t.to("new"), Open: t.w.OpenForm,
	}
}

func (t *turn) newBase() (Screen, error) {
	f := t.newBaseForm()
	return Screen{Title: f.Title, Form: &f}, nil
}

// createBase takes a new entry of the shared base, as a draft.
func (t *turn) createBase() (Screen, error) {
	f := t.newBaseForm()
	f.fill(t.act.Fields)
	typed, lang := f.values(), t.w.Code
	wrong := f.unfit(t.w)
	e := &knowledge.Entry{
		ID: knowledge.ID(oneLine(typed["id"])), Kind: knowledge.Info, Status: knowledge.Published, Revision: 1, Sources: spaced(typed["sources"]),
		Text: map[string]knowledge.Text{lang: french(lang, knowledge.Text{Title: oneLine(typed["title"]), Short: oneLine(typed["short"])})},
	}
	var err error
	if e.Review, err = readDay(typed["review"]); err != nil {
		wrong = append(wrong, fill(t.w.NoDay, "field", t.w.field("review"), "text", clip(typed["review"], 40)))
	}
	if e.ID.Intent() == "" || t.d.shared().Subjects[e.ID.Subject()] == nil {
		wrong = append(wrong, t.w.UnknownSubject)
	}
	verdict := t.vetEntry(e, lang)
	wrong = append(wrong, verdict.problems...)
	if _, err := t.d.store.Record(t.ctx, knowledge.SharedBase, e.ID); err == nil {
		wrong = append(wrong, t.w.IDTaken)
	} else if !notFound(err) {
		return t.storeTrouble(f, fmt.Errorf("look for an entry: %w", err))
	}
	if len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	if _, err := t.save(&view{id: e.ID}, knowledge.Content{Entry: e}, 0, true, t.w.SummaryNew); err != nil {
		return t.storeTrouble(f, err)
	}
	t.warnings = verdict.warnings
	return t.waiting(e.ID, t.w.DraftSaved)
}
