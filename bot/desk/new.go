package desk

import (
	"errors"

	"nonmerci/knowledge"
)

// newEntry opens the form of an entry that does not exist yet.
func (t *turn) newEntry() (Screen, error) {
	lang := t.act.arg(0)
	if !knownLang(lang) {
		lang = t.lang()
	}
	f := t.newForm(lang, "", knowledge.Text{})
	return Screen{Title: f.Title, Form: &f}, nil
}

// newForm is the form of a new entry of a community, with what is known of it already.
func (t *turn) newForm(lang, origin string, text knowledge.Text) Form {
	e := &knowledge.Entry{Text: map[string]knowledge.Text{lang: text}}
	f := Form{
		Title: fill(t.w.NewTitle, "lang", t.w.langName(lang)), Fields: t.w.fields(mainPart, e, lang),
		Submit: NewAct("create", lang), Again: NewAct("new", lang), Open: t.w.OpenForm,
	}
	if origin != "" {
		f.Submit.Args = append(f.Submit.Args, origin)
	}
	return f
}

// create takes what was typed for a new entry: it becomes a draft, or comes back with what is wrong.
func (t *turn) create() (Screen, error) {
	lang, origin := t.act.arg(0), t.act.arg(1)
	if !knownLang(lang) {
		return Screen{}, refuse(t.w.TooOldText)
	}
	f := t.newForm(lang, origin, knowledge.Text{})
	f.fill(t.act.Fields)
	e := &knowledge.Entry{Kind: knowledge.Info, Status: knowledge.Published, Revision: 1, Text: map[string]knowledge.Text{}}
	wrong := append(f.unfit(t.w), t.w.apply(mainPart, e, lang, f.values())...)
	e.Text[lang] = french(lang, e.Text[lang])
	var verdict verdict
	var err error
	for tries := 0; ; tries++ {
		if e.ID, err = t.newID(e.Text[lang].Title); err != nil {
			return t.storeTrouble(f, err)
		}
		verdict = t.vetEntry(e, lang)
		if wrong = append(wrong, verdict.problems...); len(wrong) > 0 {
			return t.refused(f, wrong), nil
		}
		_, err = t.save(&view{id: e.ID}, knowledge.Content{Entry: e}, 0, true, t.w.SummaryNew)
		if stale := (*knowledge.StaleError)(nil); !errors.As(err, &stale) || tries >= 3 { // somebody has just taken the id
			break
		}
	}
	if err != nil {
		return t.storeTrouble(f, err)
	}
	if err := t.settle(origin, e.ID); err != nil {
		return Screen{}, err
	}
	t.warnings = verdict.warnings
	return t.waiting(e.ID, t.w.DraftSaved)
}
