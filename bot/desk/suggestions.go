package desk

import (
	"fmt"
	"strings"

	"nonmerci/knowledge"
)

// suggestions lists what members propose, the oldest first.
func (t *turn) suggestions() (Screen, error) {
	all, err := t.d.store.Suggestions(t.ctx, t.home.ID, knowledge.SuggestionOpen, 10*most)
	if err != nil {
		return Screen{}, fmt.Errorf("read the suggestions: %w", err)
	}
	s := Screen{Title: t.w.Suggestions + " (" + itoa(len(all)) + ")", Replace: true}
	switch {
	case !t.home.Settings.Suggest:
		s.add(para(t.w.SuggestOffMeans))
		s.row(Button{Label: t.w.SwitchOn, Act: NewAct("set", "suggest", "1"), Style: Primary})
	case len(all) == 0:
		s.add(para(t.w.SuggestNone))
	}
	n, from, to := page(int(number(t.act.arg(0))), len(all))
	var buttons []Button
	for i, g := range all[from:to] {
		k := itoa(from + i + 1)
		s.add(para(k + ". " + fill(t.w.SuggestLine, "text", clip(g.Text, 160), "about", t.about(g), "when", t.w.day(g.At))))
		buttons = append(buttons, Button{Label: k + ". " + g.Text, Act: NewAct("suggestion", num(g.ID))})
	}
	s.rows(2, buttons)
	s.row(t.turnPages(n, len(all), func(p string) Act { return NewAct("suggestions", p) })...)
	return s, nil
}

// about is the title of the entry that a suggestion is for.
func (t *turn) about(s knowledge.Suggestion) string {
	if s.Entry == "" {
		return t.w.ANewEntry
	}
	if v, err := t.view(s.Entry); err == nil {
		return t.w.quoted(t.title(v))
	}
	return string(s.Entry)
}

func (t *turn) openSuggestion() (knowledge.Suggestion, error) {
	s, err := t.d.store.Suggestion(t.ctx, t.home.ID, number(t.act.arg(0)))
	if err != nil {
		return s, fmt.Errorf("read a suggestion: %w", err)
	}
	if s.State != knowledge.SuggestionOpen {
		return s, refuse(t.w.SuggestDecided)
	}
	return s, nil
}

func (t *turn) suggestion() (Screen, error) {
	g, err := t.openSuggestion()
	if err != nil {
		return Screen{}, err
	}
	s := Screen{Title: t.w.SuggestionTitle, Replace: true}
	s.add(small(fill(t.w.SuggestAbout, "about", t.about(g), "when", t.w.day(g.At))), para(g.Text))
	id := num(g.ID)
	s.row(Button{Label: t.w.Accept, Act: NewAct("accept", id), Style: Primary}, Button{Label: t.w.Decline, Act: NewAct("decline", id), Style: Danger})
	var more []Button
	if g.Entry != "" {
		more = append(more, Button{Label: t.w.ToEntry, Act: NewAct("show", Code(g.Entry))})
	}
	s.row(append(more, Button{Label: t.w.Suggestions, Act: NewAct("suggestions")}, t.homeButton())...)
	return s, nil
}

// accept opens the form that a suggestion leads to. It is accepted once the form is saved.
func (t *turn) accept() (Screen, error) {
	g, err := t.openSuggestion()
	if err != nil {
		return Screen{}, err
	}
	origin := "s" + num(g.ID)
	lang := g.Lang
	if !knownLang(lang) {
		lang = t.lang()
	}
	var f Form
	if g.Entry == "" {
		f = t.newForm(lang, origin, guess(g.Text))
	} else {
		v, err := t.view(g.Entry)
		if err != nil {
			return Screen{}, err
		}
		if f, err = t.sectionForm(v, mainPart, language(v.entry(), lang), origin); err != nil {
			return Screen{}, err
		}
	}
	f.Again = NewAct("accept", num(g.ID))
	s := Screen{Title: t.w.SuggestionTitle, Form: &f}
	s.add(para(g.Text), small(t.w.AcceptMeans))
	return s, nil
}

func (t *turn) declineForm(g knowledge.Suggestion) Form {
	return Form{
		Title:  t.w.Decline,
		Fields: []Field{{Key: "reason", Label: t.w.field("reason"), Hint: t.w.hint("reason"), Long: true, Limit: 500}},
		Submit: NewAct("declined", num(g.ID)), Again: NewAct("decline", num(g.ID)), Open: t.w.Decline,
	}
}

func (t *turn) decline() (Screen, error) {
	g, err := t.openSuggestion()
	if err != nil {
		return Screen{}, err
	}
	f := t.declineForm(g)
	return Screen{Title: f.Title, Form: &f}, nil
}

// declined tells the member why not.
func (t *turn) declined() (Screen, error) {
	g, err := t.openSuggestion()
	if err != nil {
		return Screen{}, err
	}
	f := t.declineForm(g)
	f.fill(t.act.Fields)
	reason := strings.TrimSpace(f.values()["reason"])
	wrong := f.unfit(t.w)
	if wrong = append(wrong, t.vetFree("reason", reason)...); len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	if err := t.d.store.Decide(t.ctx, t.home.ID, g.ID, knowledge.SuggestionDeclined, reason, t.caller.Who, t.now); err != nil {
		return t.storeTrouble(f, fmt.Errorf("decline a suggestion: %w", err))
	}
	s := t.screen(t.w.Done, t.w.DeclinedDone)
	s.Buttons = nil
	s.row(Button{Label: t.w.Suggestions, Act: NewAct("suggestions")}, t.homeButton())
	s.Notices = t.decisionNotice(g.ID)
	return s, nil
}
