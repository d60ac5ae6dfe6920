package desk

import (
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
)

func TestAlertReachesSubscribersOnce(t *testing.T) {
	w := newWorld(t)
	cur := w.caller("discord:9")
	w.moderator("alerts", "1")
	w.do(w.caller("telegram:3"), NewAct("alerts", "1"))
	w.do(w.caller("telegram:3"), NewAct("set", "lang", "en"))
	form := w.do(cur, NewAct("alert"))
	says(t, w.submit(cur, form, map[string]string{"fr": "LinkedIn a changé.", "en": ""}), "À corriger", "LinkedIn a changé.")
	s := w.submit(cur, form, map[string]string{"fr": "LinkedIn a changé.", "en": "LinkedIn has changed."})
	says(t, s, "On ne peut pas le reprendre", "LinkedIn has changed.")
	if due, _ := w.desk.Due(t.Context()); len(due) > 0 {
		t.Fatal("sent before it was confirmed")
	}
	says(t, w.press(cur, s, "Corriger"), "LinkedIn a changé.")
	says(t, w.press(cur, s, "Envoyer à tous"), "C’est parti")
	says(t, w.press(cur, s, "Envoyer à tous"), "plus gardé") // a second tap sends nothing
	due, err := w.desk.Due(t.Context())
	if err != nil || len(due) != 2 {
		t.Fatalf("%v: %+v", err, due)
	}
	for _, n := range due {
		text := plainText(n.Blocks)
		switch n.Channel {
		case "discord:100/77":
			if !strings.Contains(text, "LinkedIn a changé.") || !strings.Contains(text, "LinkedIn has changed.") {
				t.Errorf("a community without a language gets:\n%s", text)
			}
		case "telegram:-200/77":
			if strings.Contains(text, "LinkedIn a changé.") || !strings.Contains(text, "LinkedIn has changed.") {
				t.Errorf("an English community gets:\n%s", text)
			}
		default:
			t.Errorf("a notice for %q", n.Channel)
		}
		if err := w.desk.Delivered(t.Context(), n, true); err != nil {
			t.Fatal(err)
		}
	}
	w.pass(time.Hour)
	if again, _ := w.desk.Due(t.Context()); len(again) > 0 {
		t.Errorf("told again: %+v", again)
	}
	says(t, w.moderator("alerts", "0"), "plus d’alertes")
	says(t, w.moderator("alerts", "0"), "plus d’alertes")
}

func TestDigestComesOnceAWeek(t *testing.T) {
	w := newWorld(t)
	w.moderator("set", "gaps", "1")
	w.moderator("set", "digest", "1")
	w.ask("comment couper l’ia du wifi ?")
	says(t, w.moderator("digest"), "NonMerci, cette semaine", "Une question sans réponse.", "wifi")
	if due, _ := w.desk.Due(t.Context()); len(due) > 0 {
		t.Fatalf("on a Friday, at once: %+v", due)
	}
	w.pass(3 * 24 * time.Hour) // Monday
	due, err := w.desk.Due(t.Context())
	if err != nil || len(due) != 1 || due[0].Channel != "discord:100/77" {
		t.Fatalf("%v: %+v", err, due)
	}
	w.pass(11 * time.Minute) // it could not be delivered: it comes again
	if due, _ = w.desk.Due(t.Context()); len(due) != 1 {
		t.Fatalf("%+v", due)
	}
	if err := w.desk.Delivered(t.Context(), due[0], true); err != nil {
		t.Fatal(err)
	}
	w.desk.sent = newOutbox() // a restart
	w.pass(24 * time.Hour)
	if due, _ = w.desk.Due(t.Context()); len(due) > 0 {
		t.Errorf("a second time in a week: %+v", due)
	}
	w.pass(7 * 24 * time.Hour)
	if due, _ = w.desk.Due(t.Context()); len(due) != 1 {
		t.Errorf("the next week: %+v", due)
	}
}

func TestDigestDay(t *testing.T) {
	for at, want := range map[string]string{
		"2026-11-27T14:05:00Z": "2026-11-23", "2026-11-23T07:59:00Z": "2026-11-16", "2026-11-23T08:00:00Z": "2026-11-23", "2026-11-29T23:00:00Z": "2026-11-23",
	} {
		now, _ := time.Parse(time.RFC3339, at)
		if got := knowledge.DayOf(digestDay(now)).String(); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
}
