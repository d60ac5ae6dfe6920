package telegram

import (
	"strings"
	"testing"

	"nonmerci/internal/telegramtest"
)

func TestAnswerAndItsButtons(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		m := r.answer(p.Ask("comment désactiver l’IA de LinkedIn ?"))
		if !strings.Contains(m.Text, "LinkedIn · refuser") || len(m.Buttons()) < 4 {
			t.Errorf("%q %v", m.Text, m.Buttons())
		}
		press := p.Press(m, "iPhone")
		if _, err := press.Wait(r.soon(5e9)); err != nil {
			t.Fatal(err)
		}
		edited, err := press.WaitMessage(r.soon(5e9), func(m telegramtest.Message) bool { return strings.Contains(m.Text, "· iPhone") })
		if err != nil || edited.ID != m.ID {
			t.Errorf("%v %q", err, edited.Text)
		}
	})
}
