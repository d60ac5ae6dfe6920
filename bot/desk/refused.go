package desk

import (
	"fmt"
	"strings"
)

// refused gives a form back with everything typed, and says what is wrong.
func (t *turn) refused(f Form, wrong []string) Screen {
	s := Screen{Title: t.w.ToCorrect, Replace: false}
	s.add(para(t.w.NothingSaved))
	s.add(bullets(wrong...)...)
	t.keepForm(&s, f, false)
	return s
}

// keepForm puts a form into a screen, kept so that it can be opened again with what was typed; a form that cannot be kept is also shown
// as text.
func (t *turn) keepForm(s *Screen, f Form, promoted bool) {
	token := t.d.pad.put(t.caller, f, t.now)
	if token == "" {
		s.add(small(t.w.YourText))
		for _, fl := range f.Fields {
			s.add(heading(fl.Label), para(fl.Value))
		}
		return
	}
	if f.Again, f.Open = NewAct("resume", token), t.w.Correct; promoted {
		f.Open = t.w.OpenForm
	}
	s.Form = &f
	s.add(small(t.w.KeptHalfHour))
	if !promoted { // what is in memory alone does not outlive the program; the file does
		s.Files = append(s.Files, t.textFile(f))
	}
	s.row(Button{Label: f.Open, Act: f.Again, Style: Primary}, Button{Label: t.w.DropText, Act: NewAct("drop", token), Style: Danger})
}

// textFile is what a form holds, as text.
func (t *turn) textFile(f Form) File {
	var b strings.Builder
	for _, fl := range f.Fields {
		if strings.TrimSpace(fl.Value) != "" {
			b.WriteString(fl.Label + "\n\n" + strings.ToValidUTF8(fl.Value, "\ufffd") + "\n\n")
		}
	}
	return File{Name: t.w.YourFile, Type: "text/plain; charset=utf-8", Data: []byte(b.String())}
}

// resume opens a form that was kept.
func (t *turn) resume() (Screen, error) {
	token := t.act.arg(0)
	f, ok := t.d.pad.get(t.caller, token, t.now)
	if !ok {
		return Screen{}, refuse(t.w.Expired)
	}
	f.Again = NewAct("resume", token)
	return Screen{Title: f.Title, Form: &f}, nil
}

// dropText forgets a form that was kept.
func (t *turn) dropText() (Screen, error) {
	t.d.pad.drop(t.caller, t.act.arg(0))
	return t.screen(t.w.Done, t.w.TextDropped), nil
}

// resend submits a form that was kept, as it is: the answer « mine counts » after a conflict. Its own rights are asked again.
func (t *turn) resend() (Screen, error) {
	token := t.act.arg(0)
	f, ok := t.d.pad.get(t.caller, token, t.now)
	if !ok {
		return Screen{}, refuse(t.w.Expired)
	}
	if f.Submit.Verb == t.act.Verb {
		return Screen{}, refuse(t.w.TooOldText)
	}
	inner := *t
	inner.act = f.Submit
	inner.act.Fields = f.values()
	s, err := inner.do()
	if err == nil && s.Form == nil {
		t.d.pad.drop(t.caller, token)
	}
	return s, err
}

// storeTrouble gives a form back when the store could not take it.
func (t *turn) storeTrouble(f Form, err error) (Screen, error) {
	s, serious := t.trouble(err)
	s.Buttons = nil
	t.keepForm(&s, f, false)
	if !serious {
		return s, nil
	}
	return s, fmt.Errorf("keep what was typed: %w", err)
}
