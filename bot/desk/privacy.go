package desk

import (
	"fmt"
	"strings"

	"nonmerci/bot"
)

// privacy shows anybody exactly what is stored about them, and what a model gets where there is one.
func (t *turn) privacy() (Screen, error) {
	s, err := t.stored()
	if err == nil {
		t.modelPrivacy(&s)
	}
	return s, err
}

// stored says what is stored about the caller: rows of the store that name them, by what they are, and what waits in memory.
func (t *turn) stored() (Screen, error) {
	traces, err := t.d.store.Traces(t.ctx, t.caller.Who)
	if err != nil {
		return Screen{}, fmt.Errorf("look for what names somebody: %w", err)
	}
	s := Screen{Title: t.w.PrivacyTitle, Replace: true}
	s.add(para(t.w.PrivacyIntro))
	var lines []string
	for _, kind := range sortedKeys(traces) {
		if traces[kind] > 0 {
			lines = append(lines, t.w.trace(kind)+t.w.Colon+itoa(traces[kind]))
		}
	}
	if n := t.d.pad.count(t.caller.Who, t.now) + t.d.uploads.count(t.caller.Who, t.now); n > 0 {
		lines = append(lines, t.w.InMemory+t.w.Colon+itoa(n))
	}
	if len(lines) == 0 {
		s.add(para(t.w.PrivacyNone))
		return s, nil
	}
	s.add(heading(t.w.PrivacyHas))
	s.add(bullets(lines...)...)
	s.add(small(t.w.PrivacyWhy))
	s.row(Button{Label: t.w.ForgetMe, Act: NewAct("forget"), Style: Danger})
	return s, nil
}

// forget asks once more.
func (t *turn) forget() (Screen, error) {
	s := Screen{Title: t.w.PrivacyTitle, Replace: true}
	s.add(para(t.w.ForgetAsk))
	s.row(Button{Label: t.w.ForgetYes, Act: NewAct("forgetyes"), Style: Danger}, Button{Label: t.w.Cancel, Act: NewAct("privacy")})
	return s, nil
}

// forgetYes takes the caller's name off everything.
func (t *turn) forgetYes() (Screen, error) {
	if !strings.Contains(string(t.caller.Who), ":") { // « cli » and « release » are nobody's to take back
		return Screen{}, refuse(t.w.PrivacyNone)
	}
	n, err := t.d.store.Forget(t.ctx, t.caller.Who)
	if err != nil {
		return Screen{}, fmt.Errorf("forget somebody: %w", err)
	}
	t.d.pad.forget(t.caller.Who)
	if m := t.d.opts.Model; m != nil {
		m.Choose(t.caller.Who, bot.ModelChoice{})
	}
	t.d.uploads.forget(t.caller.Who)
	return Screen{Title: t.w.Done, Replace: true, Blocks: []bot.Block{para(fill(t.w.Forgotten, "n", itoa(n)))}}, nil
}
