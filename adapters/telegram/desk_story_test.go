package telegram

import (
	"strings"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// TestTheStoryOfAModerator: somebody who has never seen a terminal posts the guide, corrects an entry, publishes it, sees the guide change by
// itself and members get the new text, and undoes it.
func TestTheStoryOfAModerator(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana, bob := people[0], people[1]
		ana.PromoteBot(c, telegramtest.Rights{Pin: true})
		guide := r.answer(ana.Command(c, "guide", ""))
		time.Sleep(5 * time.Second)
		if got := c.Pinned(); len(got) != 1 || got[0] != guide.ID {
			t.Fatalf("pinned: %v", got)
		}
		before, _ := c.Message(guide.ID)

		m := r.arrives(ana, c, "kb", "linkedin refuser")
		wants(t, m, "Résultats pour")
		m = r.taps(ana, m, "4. Comment empêcher LinkedIn")
		wants(t, m, "C’est la fiche commune qui est montrée")
		m = r.taps(ana, m, "Modifier")
		wants(t, m, "Modifier (français) · 1 sur 5", "Question (titre)", "Actuellement")
		m = r.taps(ana, m, "Garder")
		m = r.taps(ana, m, "Garder")
		wants(t, m, "3 sur 5", "Réponse courte")
		m = r.says(ana, "Chez nous, suivez la fiche du club.")
		wants(t, m, "Suite")
		m = r.taps(ana, m, "Suite")
		wants(t, m, "4 sur 5", "Étapes")
		m = r.taps(ana, m, "Garder tout le reste")
		wants(t, m, "Enregistré comme brouillon", "Chez nous, suivez la fiche du club.")
		if now, _ := c.Message(guide.ID); now.EditDate != before.EditDate {
			t.Error("a draft changed the guide")
		}
		m = r.taps(ana, m, "Publier")
		wants(t, m, "Publié")

		now, _ := c.Message(guide.ID)
		if now.EditDate == 0 || now.Text == before.Text || now.EditDate-m.EditDate > 5 {
			t.Errorf("the guide was edited at %d, published at %d:\n%s", now.EditDate, m.EditDate, now.Text)
		}
		if got := c.Pinned(); len(got) != 1 || got[0] != guide.ID {
			t.Errorf("pinned: %v", got)
		}
		if a := r.answer(bob.Command(c, "ask", linkedIn)); !strings.Contains(a.Text, "Chez nous, suivez la fiche du club.") {
			t.Errorf("Bob reads %q", a.Text)
		}
		if a := r.answer(bob.Ask(linkedIn)); strings.Contains(a.Text, "fiche du club") {
			t.Errorf("in private the text of a community is shown: %q", a.Text)
		}
		m = r.taps(ana, m, "Annuler")
		wants(t, m, "Annulé")
		if a := r.answer(bob.Command(c, "ask", linkedIn)); strings.Contains(a.Text, "fiche du club") {
			t.Errorf("Bob still reads %q", a.Text)
		}
		if r.Counts().Unanswered != 0 {
			t.Error("a press was not answered")
		}
	})
}
