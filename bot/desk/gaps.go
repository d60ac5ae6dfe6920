package desk

import (
	"fmt"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// gaps lists the questions that nobody could answer, the most asked first.
func (t *turn) gaps() (Screen, error) {
	all, err := t.d.store.Gaps(t.ctx, t.home.ID, knowledge.GapOpen, 10*most)
	if err != nil {
		return Screen{}, fmt.Errorf("read the gaps: %w", err)
	}
	s := Screen{Title: t.w.Gaps + " (" + itoa(len(all)) + ")", Replace: true}
	if !t.home.Settings.KeepGaps {
		s.add(para(t.w.GapsOffMeans))
		s.row(Button{Label: t.w.SwitchOn, Act: NewAct("set", "gaps", "1"), Style: Primary})
	} else {
		s.add(small(t.w.GapsMeans))
		if len(all) == 0 {
			s.add(para(t.w.GapsNone))
		}
	}
	n, from, to := page(int(number(t.act.arg(0))), len(all))
	var buttons []Button
	for i, g := range all[from:to] {
		k := itoa(from + i + 1)
		s.add(para(k + ". " + fill(t.w.GapLine, "text", clip(g.Text, 160), "times", t.w.number(t.w.Asked, g.Count), "when", t.w.day(g.Last))))
		buttons = append(buttons, Button{Label: k + ". " + g.Text, Act: NewAct("gap", num(g.ID))})
	}
	s.rows(2, buttons)
	s.row(t.turnPages(n, len(all), func(p string) Act { return NewAct("gaps", p) })...)
	return s, nil
}

// gap shows one question, with the entries that may answer it.
func (t *turn) gap() (Screen, error) {
	g, err := t.openGap()
	if err != nil {
		return Screen{}, err
	}
	near, err := t.nearest(g.Text, g.Lang, 4)
	if err != nil {
		return Screen{}, err
	}
	return t.gapScreen(g, near), nil
}

func (t *turn) openGap() (knowledge.Gap, error) {
	g, err := t.d.store.Gap(t.ctx, t.home.ID, number(t.act.arg(0)))
	if err != nil {
		return g, fmt.Errorf("read a gap: %w", err)
	}
	if g.State != knowledge.GapOpen {
		return g, refuse(t.w.GapSettled)
	}
	return g, nil
}

func (t *turn) gapScreen(g knowledge.Gap, near []item) Screen {
	s := Screen{Title: t.w.GapTitle, Replace: true}
	s.add(para(t.w.quoted(g.Text)), small(fill(t.w.GapFacts, "times", t.w.number(t.w.Asked, g.Count), "first", t.w.day(g.First), "last", t.w.day(g.Last))))
	if len(near) > 0 {
		s.add(para(t.w.GapNear))
		t.addItems(&s, near, 0, "gaplink", num(g.ID))
	}
	id := num(g.ID)
	s.row(
		Button{Label: t.w.GapOther, Act: NewAct("gapfind", id)}, Button{Label: t.w.GapWrite, Act: NewAct("gapwrite", id), Style: Primary},
		Button{Label: t.w.GapDrop, Act: NewAct("gapdrop", id), Style: Danger}, Button{Label: t.w.Gaps, Act: NewAct("gaps")}, t.homeButton(),
	)
	return s
}

func (t *turn) gapFindForm() Form {
	f := t.findForm()
	f.Submit, f.Again = NewAct("gapfound", t.act.arg(0)), NewAct("gapfind", t.act.arg(0))
	return f
}

// gapFind asks for words to look for another entry.
func (t *turn) gapFind() (Screen, error) {
	f := t.gapFindForm()
	return Screen{Title: f.Title, Form: &f}, nil
}

func (t *turn) gapFound() (Screen, error) {
	g, err := t.openGap()
	if err != nil {
		return Screen{}, err
	}
	f := t.gapFindForm()
	near, again, err := t.sought(&f)
	if err != nil {
		return Screen{}, err
	}
	if again != nil {
		return *again, nil
	}
	s := t.gapScreen(g, near)
	if len(near) == 0 {
		s.Blocks = append([]bot.Block{para(t.w.FoundNothing)}, s.Blocks...)
	}
	return s, nil
}
