package desk

import (
	"slices"

	"nonmerci/knowledge"
)

// edit opens the form of an entry in a language: its own text, or the shared text to be put in the community's words.
func (t *turn) edit() (Screen, error) { return t.openSection(t.sections()[0]) }

// part opens the form of another section.
func (t *turn) part() (Screen, error) { return t.openSection(section(t.act.arg(2))) }

func (t *turn) openSection(sec section) (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	f, err := t.sectionForm(v, sec, t.act.arg(1), "")
	if err != nil {
		return Screen{}, err
	}
	s := Screen{Title: f.Title, Form: &f}
	return s, nil
}

// sectionForm is the form of a section as the entry stands. origin is the gap or the suggestion that it answers, « g1 », « s1 » or "".
func (t *turn) sectionForm(v *view, sec section, lang, origin string) (Form, error) {
	e := v.entry()
	if e == nil || !knownLang(lang) || !slices.Contains(t.sections(), sec) {
		return Form{}, refuse(t.w.TooOldText)
	}
	st := stamp{expect: v.rec.Latest, base: v.content().Base}
	if !v.own() && v.content().Entry == nil {
		st.base = v.sharedNumber()
	}
	args := []string{Code(v.id), lang, string(sec), st.String()}
	f := Form{
		Title: fill(t.w.SectionTitle[sec], "lang", t.w.langName(lang)), Fields: t.w.fields(sec, e, lang),
		Submit: t.to("save", args...), Again: t.to("part", args[:3]...), Open: t.w.OpenForm,
	}
	if sec == t.sections()[0] {
		f.Again = t.to("edit", args[:2]...)
	}
	if origin != "" {
		f.Submit.Args = append(f.Submit.Args, origin)
	}
	if f.tooLong() {
		return Form{}, refuse(t.w.TooLongHere)
	}
	return f, nil
}

// parts offers the other sections.
func (t *turn) parts() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	lang := t.act.arg(1)
	if !knownLang(lang) {
		lang = t.w.Code
	}
	s := Screen{Title: t.title(v), Replace: true}
	s.add(para(t.w.WhichPart))
	var buttons []Button
	for i, sec := range t.sections() {
		act := t.to("part", Code(v.id), lang, string(sec))
		if i == 0 {
			act = t.to("edit", Code(v.id), lang)
		}
		buttons = append(buttons, Button{Label: t.w.SectionName[sec], Act: act})
	}
	s.rows(2, append(buttons, Button{Label: t.w.ToEntry, Act: t.to("show", Code(v.id))}))
	return s, nil
}

// lang offers the languages that an entry can be written in.
func (t *turn) langs() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	e := v.entry()
	if e == nil {
		return t.showGone(v), nil
	}
	s := Screen{Title: t.title(v), Replace: true}
	s.add(para(t.w.WhichLang))
	var buttons []Button
	for _, l := range Languages {
		label := t.w.EditIn
		if _, ok := e.Text[l]; !ok {
			label = t.w.WriteIn
		}
		buttons = append(buttons, Button{Label: fill(label, "lang", t.w.langName(l)), Act: t.to("edit", Code(v.id), l)})
	}
	s.rows(2, append(buttons, Button{Label: t.w.ToEntry, Act: t.to("show", Code(v.id))}))
	return s, nil
}

// saveSection takes what was typed for a section: it becomes a draft, or comes back with what is wrong.
func (t *turn) saveSection() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	lang, sec, st, origin := t.act.arg(1), section(t.act.arg(2)), parseStamp(t.act.arg(3)), t.act.arg(4)
	f, err := t.sectionForm(v, sec, lang, origin)
	if err != nil {
		return Screen{}, err
	}
	current := f.values()
	f.fill(t.act.Fields)
	if v.rec.Latest != st.expect {
		return t.conflict(t.merged(f, v, st, current), current), nil
	}
	f.Submit.Args[3] = st.String()
	c := v.content()
	if c.Entry == nil {
		c.Entry, c.Base, c.Subject = v.entry(), st.base, nil
	}
	e := c.Entry
	before := cloneEntry(e)
	wrong := append(f.unfit(t.w), t.w.apply(sec, e, lang, f.values())...)
	e.Text[lang] = french(lang, e.Text[lang])
	if same(before, e) && len(wrong) == 0 {
		return t.nothingChanged(v)
	}
	if e.Status != knowledge.Archived {
		e.Status = knowledge.Published
	}
	verdict := t.vetEntry(e, lang)
	if wrong = append(wrong, verdict.problems...); len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	summary := fill(t.w.SummaryEdit, "part", t.w.SectionName[sec], "lang", t.w.langName(lang))
	if _, err := t.save(v, c, st.expect, true, summary); err != nil {
		return t.lostRace(v.id, f, current, err)
	}
	if err := t.settle(origin, v.id); err != nil {
		return Screen{}, err
	}
	t.warnings = verdict.warnings
	return t.waiting(v.id, t.w.DraftSaved)
}

// same says whether two versions of an entry say the same.
func same(a, b *knowledge.Entry) bool { return len(entryDiff(a, b)) == 0 }

func (t *turn) nothingChanged(v *view) (Screen, error) {
	if v.rec.Draft != nil {
		return t.showDraft(v, t.w.NothingChanged)
	}
	s := t.screen(t.title(v), t.w.NothingChanged)
	s.Buttons = nil
	s.row(Button{Label: t.w.ToEntry, Act: t.to("show", Code(v.id))}, t.homeButton())
	return s, nil
}
