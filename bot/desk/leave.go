package desk

import (
	"fmt"

	"nonmerci/bot"
)

// leave says what happens when the bot is removed, and offers to take everything along and to erase at once.
func (t *turn) leave() (Screen, error) {
	s := Screen{Title: t.w.Leave, Replace: true}
	s.add(para(t.w.LeaveMeans))
	if n := len(t.otherPlaces()); n > 0 {
		s.add(para(t.w.number(t.w.LinkedWith, n)), para(t.w.EraseLinked))
		s.row(Button{Label: t.w.Export, Act: NewAct("exports")}, Button{Label: t.w.Unlink, Act: NewAct("unlink")}, t.homeButton())
		return s, nil
	}
	s.row(Button{Label: t.w.Export, Act: NewAct("exports")}, Button{Label: t.w.Erase, Act: NewAct("erase"), Style: Danger}, t.homeButton())
	return s, nil
}

func (t *turn) eraseForm() Form {
	return Form{
		Title:  t.w.Erase,
		Fields: []Field{{Key: "sure", Label: fill(t.w.EraseLabel, "word", t.w.EraseWord), Required: true, Limit: 20}},
		Submit: NewAct("eraseyes"), Again: NewAct("erase"), Open: t.w.Erase,
	}
}

// erase asks for a word, so that nobody erases a community by a slip of the thumb.
func (t *turn) erase() (Screen, error) {
	if len(t.otherPlaces()) > 0 {
		return Screen{}, refuse(t.w.EraseLinked)
	}
	f := t.eraseForm()
	s := Screen{Title: f.Title, Form: &f}
	s.add(para(t.w.EraseMeans))
	return s, nil
}

func (t *turn) eraseYes() (Screen, error) {
	if len(t.otherPlaces()) > 0 {
		return Screen{}, refuse(t.w.EraseLinked)
	}
	f := t.eraseForm()
	f.fill(t.act.Fields)
	if !alike(f.values()["sure"], t.w.EraseWord) {
		return t.refused(f, []string{fill(t.w.EraseUnsure, "word", t.w.EraseWord)}), nil
	}
	if err := t.d.store.Erase(t.ctx, t.home.ID); err != nil {
		return Screen{}, fmt.Errorf("erase a community: %w", err)
	}
	t.refresh()
	return Screen{Title: t.w.Done, Replace: true, Blocks: []bot.Block{para(t.w.Erased)}}, nil
}
