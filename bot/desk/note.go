package desk

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/vet"
)

// noteForm asks for the note above a shared entry; an empty one takes it away.
func (t *turn) noteForm(v *view, lang string) Form {
	return Form{
		Title: fill(t.w.NoteTitle, "lang", t.w.langName(lang)),
		Fields: []Field{{
			Key: "note", Label: t.w.field("note"), Hint: t.w.hint("note"), Value: v.content().Note[lang], Long: true, Limit: vet.MaxItem,
		}},
		Submit: NewAct("setnote", Code(v.id), lang, num(v.rec.Latest)), Again: NewAct("note", Code(v.id), lang), Open: t.w.OpenForm,
	}
}

func (t *turn) note() (Screen, error) {
	v, lang, err := t.findIn()
	if err != nil {
		return Screen{}, err
	}
	if v.own() {
		return Screen{}, refuse(t.w.NoteOnlyShared)
	}
	f := t.noteForm(v, lang)
	return Screen{Title: f.Title, Form: &f}, nil
}

func (t *turn) setNote() (Screen, error) {
	vet := func(typed, lang string) verdict { return t.vetNote(oneLine(typed), lang) }
	return t.setOne(t.noteForm, vet, t.w.NoteSet, func(c *knowledge.Content, lang, typed string) {
		if c.Note == nil {
			c.Note = map[string]string{}
		}
		c.Note[lang] = oneLine(typed)
		if c.Note[lang] == "" {
			delete(c.Note, lang)
		}
	})
}

// setOne takes the one text of a form that says something beside a shared entry, and saves it unless somebody saved since.
func (t *turn) setOne(
	form func(*view, string) Form, vet func(typed, lang string) verdict, done string, set func(c *knowledge.Content, lang, typed string),
) (Screen, error) {
	v, lang, err := t.findIn()
	if err != nil {
		return Screen{}, err
	}
	if v.own() {
		return Screen{}, refuse(t.w.NoteOnlyShared)
	}
	f := form(v, lang)
	current := f.values()
	f.fill(t.act.Fields)
	typed := f.Fields[0].Value
	if v.rec.Latest != int(number(t.act.arg(2))) && current[f.Fields[0].Key] != typed {
		return t.conflict(f, current), nil
	}
	verdict := vet(typed, lang)
	if wrong := append(f.unfit(t.w), verdict.problems...); len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	t.warnings = verdict.warnings
	return t.change(v.id, f.Title, done, func(_ *view, c *knowledge.Content) error {
		set(c, lang, typed)
		return nil
	})
}
