package desk

import (
	"fmt"
	"strings"

	"nonmerci/knowledge"
)

func (t *turn) alertForm() Form {
	text := func(key string, required bool) Field {
		return Field{Key: key, Label: t.w.field(key), Hint: t.w.hint("alert"), Long: true, Required: required, Limit: 1000}
	}
	return Form{
		Title: t.w.WriteAlert, Fields: []Field{text("fr", true), text("en", true)},
		Submit: NewAct("alerted"), Again: NewAct("alert"), Open: t.w.WriteAlert,
	}
}

// alert asks a curator for the change to be told, in both languages.
func (t *turn) alert() (Screen, error) {
	f := t.alertForm()
	s := Screen{Title: f.Title, Form: &f}
	s.add(para(t.w.AlertMeans))
	return s, nil
}

// alerted shows the message once more before it goes to every subscribed channel.
func (t *turn) alerted() (Screen, error) {
	f := t.alertForm()
	f.fill(t.act.Fields)
	typed := f.values()
	wrong := f.unfit(t.w)
	for _, lang := range []string{"fr", "en"} {
		wrong = append(wrong, t.vetFree(lang, typed[lang])...)
	}
	if len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	f.Submit = NewAct("alertyes")
	token := t.d.pad.put(t.caller, f, t.now)
	s := Screen{Title: t.w.WriteAlert}
	s.add(para(t.w.AlertAsk), heading(t.w.langName("fr")), para(typed["fr"]), heading(t.w.langName("en")), para(typed["en"]))
	s.row(
		Button{Label: t.w.AlertYes, Act: NewAct("resend", token), Style: Danger}, Button{Label: t.w.Correct, Act: NewAct("alertagain", token)},
		Button{Label: t.w.DropText, Act: NewAct("drop", token)},
	)
	return s, nil
}

// alertAgain opens the form of a message that was about to be sent.
func (t *turn) alertAgain() (Screen, error) {
	f, ok := t.d.pad.get(t.caller, t.act.arg(0), t.now)
	if !ok {
		return Screen{}, refuse(t.w.Expired)
	}
	f.Submit, f.Again = NewAct("alerted"), NewAct("alertagain", t.act.arg(0))
	return Screen{Title: f.Title, Form: &f}, nil
}

// alertYes sends it: the store has it, and every subscribed channel gets it by Due.
func (t *turn) alertYes() (Screen, error) {
	f := t.alertForm()
	f.fill(t.act.Fields)
	typed := f.values()
	wrong := f.unfit(t.w)
	a := knowledge.Alert{Text: map[string]string{}, By: t.caller.Who, At: t.now}
	for _, lang := range []string{"fr", "en"} {
		a.Text[lang] = strings.TrimSpace(typed[lang])
		wrong = append(wrong, t.vetFree(lang, a.Text[lang])...)
	}
	if len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	if _, err := t.d.store.AddAlert(t.ctx, a); err != nil {
		return t.storeTrouble(f, fmt.Errorf("keep an alert: %w", err))
	}
	return t.screen(t.w.Done, t.w.AlertSent), nil
}
