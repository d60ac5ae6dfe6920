package discord

import (
	"strings"
	"testing"
	"time"
)

// TestTheStoryOfAModerator: somebody who has never seen a terminal posts the guide, corrects an entry, publishes it, sees the guide change
// by itself and members get the new text, and undoes it.
func TestTheStoryOfAModerator(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.wants(d.uses(d.ana, "guide"), "Le guide est posté et épinglé")
		before, ok := d.guideNow()
		if pins := d.channel.Pins(); !ok || len(pins) != 1 || pins[0] != before.ID {
			t.Fatalf("pinned: %v", pins)
		}
		d.wants(d.uses(d.ana, "kb home"), "Nouvelle fiche")

		time.Sleep(2 * time.Minute) // the guide says when it changed, to the minute
		m := d.entry(d.ana)
		d.wants(m, "C’est la fiche commune qui est montrée")
		f := d.opens(d.ana, m, "Modifier")
		if len(f.Inputs()) != 5 || f.Title == "" {
			t.Fatalf("%+v", f)
		}
		m = d.submits(d.ana, f, map[string]any{"short": "Chez nous, suivez la fiche du club."})
		d.wants(m, "Enregistré comme brouillon", "Chez nous, suivez la fiche du club.")
		time.Sleep(5 * time.Second)
		if now, _ := d.guideNow(); now.Edits != before.Edits {
			t.Error("a draft changed the guide")
		}
		if a := d.reads(question); strings.Contains(a, "fiche du club") {
			t.Errorf("a draft is shown: %q", a)
		}
		m = d.presses(d.ana, m, "Publier")
		d.wants(m, "Publié")

		time.Sleep(5 * time.Second)
		now, _ := d.guideNow()
		if now.Edits != before.Edits+1 || now.Content == before.Content {
			t.Errorf("%d edits:\n%s", now.Edits, now.Content)
		}
		if a := d.reads(question); !strings.Contains(a, "Chez nous, suivez la fiche du club.") {
			t.Errorf("Lea reads %q", a)
		}
		if a := d.answerOf(d.say(question)); !strings.Contains(a.Content, "fiche du club") {
			t.Errorf("to a mention: %q", a.Content)
		}
		dm := must(d.lea.Say(d.lea.DM(), question))(t)
		if a := d.answerOf(dm); strings.Contains(a.Content, "fiche du club") {
			t.Errorf("in private the text of a community is shown: %q", a.Content)
		}
		m = d.presses(d.ana, m, "Annuler")
		d.wants(m, "Annulé")
		if a := d.reads(question); strings.Contains(a, "fiche du club") {
			t.Errorf("Lea still reads %q", a)
		}
		if n := len(d.channel.Pins()); n != 1 {
			t.Errorf("%d pins", n)
		}
	}, checked(t))
}
