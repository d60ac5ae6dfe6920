package desk

import (
	"errors"
	"strings"

	"nonmerci/knowledge"
)

// conflict shows both texts when somebody else saved first, and gives the form back: it now rests on what stands. f holds what was typed,
// current what stands, both by key.
func (t *turn) conflict(f Form, current map[string]string) Screen {
	s := Screen{Title: t.w.Changed, Replace: false}
	s.add(para(t.w.BothTexts))
	for _, fl := range f.Fields {
		if strings.TrimSpace(fl.Value) == strings.TrimSpace(current[fl.Key]) {
			continue
		}
		s.add(heading(fill(t.w.Theirs, "field", fl.Label)), para(orNothing(current[fl.Key], t.w)))
		s.add(heading(fill(t.w.Yours, "field", fl.Label)), para(orNothing(fl.Value, t.w)))
	}
	t.keepForm(&s, f, false)
	if f := s.Form; f != nil {
		token := f.Again.arg(0)
		s.row(Button{Label: t.w.MineCounts, Act: NewAct("resend", token)}, t.homeButton())
	}
	return s
}

func orNothing(s string, w *words) string {
	if strings.TrimSpace(s) == "" {
		return w.Nothing
	}
	return s
}

// merged takes the fields that the writer has left as they were from what stands now, so that saving does not undo somebody else's change
// elsewhere in the form.
func (t *turn) merged(f Form, v *view, st stamp, current map[string]string) Form {
	before := v.shared
	if st.expect > 0 {
		r, err := t.d.store.Revision(t.ctx, t.scope(), v.id, st.expect)
		if err != nil {
			return f
		}
		if r.Content.Entry != nil {
			before = r.Content.Entry
		}
	}
	if before == nil {
		return f
	}
	old := Form{Fields: t.w.fields(section(f.Submit.arg(2)), before, f.Submit.arg(1))}
	was := old.values()
	f = f.clone()
	for i, fl := range f.Fields {
		if fl.Value == was[fl.Key] {
			f.Fields[i].Value = current[fl.Key]
		}
	}
	return f
}

// lostRace is conflict when it was the store that noticed.
func (t *turn) lostRace(id knowledge.ID, f Form, current map[string]string, err error) (Screen, error) {
	stale := (*knowledge.StaleError)(nil)
	if !errors.As(err, &stale) {
		return t.storeTrouble(f, err)
	}
	v, err := t.view(id)
	if err != nil {
		return t.storeTrouble(f, err)
	}
	sec := section(f.Submit.arg(2))
	if now, err := t.sectionForm(v, sec, f.Submit.arg(1), f.Submit.arg(4)); err == nil {
		f = t.merged(f, v, parseStamp(f.Submit.arg(3)), now.values())
		f.Submit, current = now.Submit, now.values()
	}
	return t.conflict(f, current), nil
}
