package desk

import "nonmerci/knowledge"

// showSubject is a subject of the shared base: its names and sources came with the program, and are changed in its files.
func (t *turn) showSubject(v *view) (Screen, error) {
	c := v.content()
	if c.Subject == nil {
		return t.showGone(v), nil
	}
	s := Screen{Title: string(v.id), Replace: true}
	s.add(bullets(t.standing(v)...)...)
	for _, ch := range knowledge.DiffSubject(nil, c.Subject) {
		s.add(heading(t.w.changeName(ch.Field)), para(ch.New))
	}
	s.add(small(t.w.SubjectInFiles))
	var buttons []Button
	if v.rec.Draft != nil {
		buttons = append(buttons, Button{Label: t.w.SeeDraft, Act: t.to("draft", Code(v.id)), Style: Primary})
	}
	s.row(append(buttons, Button{Label: t.w.History, Act: t.to("history", Code(v.id))}, t.homeButton())...)
	return s, nil
}

// showGone is an entry that was discarded or taken back: only its history is left.
func (t *turn) showGone(v *view) Screen {
	s := t.screen(string(v.id), t.w.State[gone])
	s.Buttons = nil
	s.row(Button{Label: t.w.History, Act: t.to("history", Code(v.id))}, t.homeButton())
	return s
}
