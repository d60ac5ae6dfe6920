package main

import (
	"regexp"
	"testing"
	"time"
)

var linkCode = regexp.MustCompile(`[A-Z]{4} [A-Z]{4}`)

// TestStoryOfTwoPlacesLinked: a server and a group share their entries by a code, an edit in one is an answer in the other, a third place sees
// none of it; unlinked, each goes on alone.
func TestStoryOfTwoPlacesLinked(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, g, other := v.server("Entraide"), v.group("Amis"), v.group("Voisins")
		linking := p.presses(p.ana, p.uses(p.ana, "kb home"), "Réglages", "Lier")
		v.wants(visible(linking), "Deux lieux liés")
		code := linkCode.FindString(visible(p.presses(p.ana, linking, "Faire un code")))
		if code == "" {
			t.Fatal("no code")
		}
		v.taps(g.nora, g.arrives(g.nora, ""), "Réglages", "Lier", "Taper un code")
		m := v.says(g.nora, code)
		v.wants(shown(m), "rejoindra une communauté qui compte un lieu", "aucune fiche", "[Lier maintenant]")
		v.wants(shown(v.taps(g.nora, m, "Lier maintenant")), "C’est lié")

		draft := p.submits(p.ana, p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Modifier"), map[string]any{"short": "Le texte commun du club."})
		p.presses(p.ana, draft, "Publier")
		at := time.Now()
		v.wants(g.asks(g.max, refuseLinkedIn).Text, "Le texte commun du club.")
		v.within(time.Second, at, "what the other place reads")
		v.lacks(other.asks(other.max, refuseLinkedIn).Text, "club")
		v.lacks(v.answer(other.max.Ask(refuseLinkedIn)).Text, "club")

		guide := g.answer(g.nora.Command(g.group, "guide", ""))
		v.lacks(shown(guide), "Fiches de la communauté")
		f := p.form(p.must(p.ana.Invoke(p.channel, "kb new")))
		p.presses(p.ana, p.submits(p.ana, f, map[string]any{"title": "Où est la salle du club ?", "short": "Au fond du couloir."}), "Publier")
		v.comes(5*time.Second, "the guide of the other place", func() bool {
			now, _ := g.group.Message(guide.ID)
			return contains(shown(now), "Fiches de la communauté")
		})
		v.wants(shown(g.asks(g.max, "où est la salle du club ?")), "Au fond du couloir.")

		open := p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Modifier")
		v.taps(g.nora, g.edits(g.nora, "linkedin", "Comment empêcher LinkedIn d’entraîner", "Le texte de Nora pour le club."), "Publier")
		v.wants(p.asks(p.lea, refuseLinkedIn).Text(), "Le texte de Nora pour le club.")
		both := p.submits(p.ana, open, map[string]any{"short": "Le texte d’Ana pour le club."})
		v.wants(visible(both), "Modifié entre-temps", "Le texte de Nora pour le club.", "Le texte d’Ana pour le club.")
		v.wants(visible(p.presses(p.ana, p.uses(p.ana, "kb home"), "Journal")), "lieu lié", "un modérateur")

		m = v.taps(g.nora, g.arrives(g.nora, ""), "Réglages", "Lier", "Délier ce lieu", "Délier ce lieu")
		v.wants(shown(m), "C’est délié")
		v.wants(g.asks(g.max, refuseLinkedIn).Text, "Le texte de Nora pour le club.") // a copy
		draft = p.submits(p.ana, p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Modifier"), map[string]any{"short": "Le serveur seul, sans le groupe du club."})
		p.presses(p.ana, draft, "Publier")
		v.wants(p.asks(p.lea, refuseLinkedIn).Text(), "Le serveur seul")
		v.lacks(g.asks(g.max, refuseLinkedIn).Text, "Le serveur seul")
		v.lacks(other.asks(other.max, refuseLinkedIn).Text, "club")
	})
}

// TestStoryOfADigestAfterUnlinking: the digest of a community does not follow a place that has left it, nor one that has joined another.
func TestStoryOfADigestAfterUnlinking(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, g := v.server("Entraide"), v.group("Amis")
		code := linkCode.FindString(visible(p.presses(p.ana, p.uses(p.ana, "kb home"), "Réglages", "Lier", "Faire un code")))
		v.taps(g.nora, g.arrives(g.nora, ""), "Réglages", "Lier", "Taper un code")
		v.taps(g.nora, v.says(g.nora, code), "Lier maintenant")
		g.switches("Activer : Résumé", "Activer : Questions")
		m := v.taps(g.nora, g.arrives(g.nora, ""), "Réglages", "Lier", "Délier ce lieu", "Délier ce lieu")
		v.wants(shown(m), "C’est délié")
		p.asks(p.lea, "comment refuser l’IA de Boursorama ?")
		time.Sleep(10 * time.Second)
		v.wants(visible(p.presses(p.ana, p.uses(p.ana, "kb home"), "Réglages")), "Résumé hebdomadaire : non")
		v.halts()
		time.Sleep(time.Until(time.Date(2026, 11, 30, 8, 30, 0, 0, time.UTC)))
		v.starts()
		time.Sleep(time.Minute)
		for _, m := range g.group.FromBot() {
			v.lacks(m.Text, "Boursorama", "cette semaine")
		}
	})
}
