package desk

import (
	"fmt"
	"strings"

	"nonmerci/knowledge"
)

// gapLink says that an entry answers a question: the question becomes one of its phrasings.
func (t *turn) gapLink() (Screen, error) {
	g, err := t.openGap()
	if err != nil {
		return Screen{}, err
	}
	v, err := t.find(t.act.arg(1))
	if err != nil {
		return Screen{}, err
	}
	s, added, err := t.addQuestion(v.id, g.Text, g.Lang)
	if err != nil || !added {
		return s, err
	}
	if err := t.settle("g"+num(g.ID), v.id); err != nil {
		return Screen{}, err
	}
	s.row(Button{Label: t.w.Gaps, Act: NewAct("gaps")})
	return s, nil
}

// plainWords takes out of a question the signs that a phrasing cannot have.
func plainWords(s string) string {
	return oneLine(strings.Map(func(r rune) rune {
		if strings.ContainsRune("*_`<>[]{}|\\#~^", r) {
			return ' '
		}
		return r
	}, s))
}

// gapWrite opens the form of a new entry with the question in it.
func (t *turn) gapWrite() (Screen, error) {
	g, err := t.openGap()
	if err != nil {
		return Screen{}, err
	}
	lang := g.Lang
	if !knownLang(lang) {
		lang = t.lang()
	}
	f := t.newForm(lang, "g"+num(g.ID), questionText(g.Text))
	f.Again = NewAct("gapwrite", num(g.ID))
	return Screen{Title: f.Title, Form: &f}, nil
}

func (t *turn) gapDrop() (Screen, error) {
	g, err := t.openGap()
	if err != nil {
		return Screen{}, err
	}
	if err := t.d.store.SettleGap(t.ctx, t.home.ID, g.ID, knowledge.GapDismissed, "", t.caller.Who, t.now); err != nil {
		return Screen{}, fmt.Errorf("dismiss a gap: %w", err)
	}
	s := t.screen(t.w.Done, t.w.GapDropped)
	s.Buttons = nil
	s.row(Button{Label: t.w.Gaps, Act: NewAct("gaps")}, t.homeButton())
	return s, nil
}

// settle closes the gap or the suggestion that an entry answers, « g1 » or « s1 ».
func (t *turn) settle(origin string, id knowledge.ID) error {
	if origin == "" || t.base {
		return nil
	}
	n := number(origin[1:])
	var err error
	switch origin[0] {
	case 'g':
		err = t.d.store.SettleGap(t.ctx, t.home.ID, n, knowledge.GapLinked, id, t.caller.Who, t.now)
	case 's':
		err = t.d.store.Decide(t.ctx, t.home.ID, n, knowledge.SuggestionAccepted, "", t.caller.Who, t.now)
		t.notices = t.decisionNotice(n)
	}
	if err != nil && !notFound(err) { // settled by somebody else in between: the entry is written all the same
		return fmt.Errorf("close what the entry answers: %w", err)
	}
	return nil
}

// reopenGaps opens the questions again that an entry was written for, when it was discarded before anybody saw it.
func (t *turn) reopenGaps(id knowledge.ID) error {
	all, err := t.d.store.Gaps(t.ctx, t.home.ID, knowledge.GapLinked, 10*most)
	if err != nil {
		return fmt.Errorf("read the gaps: %w", err)
	}
	for _, g := range all {
		if g.Entry != id {
			continue
		}
		if err := t.d.store.SettleGap(t.ctx, t.home.ID, g.ID, knowledge.GapOpen, "", t.caller.Who, t.now); err != nil {
			return fmt.Errorf("open a gap again: %w", err)
		}
	}
	return nil
}
