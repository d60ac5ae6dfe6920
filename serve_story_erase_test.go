package main

import (
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// TestStoryOfErasing: a community that erases everything is asked for a word, and its readers get the shared base again at once.
func TestStoryOfErasing(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p := v.server("Entraide")
		f := p.form(p.must(p.ana.Invoke(p.channel, "kb new")))
		p.presses(p.ana, p.submits(p.ana, f, map[string]any{"title": "Où est la salle du club ?", "short": "Au fond du couloir."}), "Publier")
		p.presses(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Masquer ici")
		v.wants(p.asks(p.lea, "où est la salle du club ?").Text(), "Au fond du couloir.")
		v.lacks(p.asks(p.lea, refuseLinkedIn).Text(), sharedShort)

		f = p.opens(p.ana, p.presses(p.ana, p.uses(p.ana, "kb home"), "Réglages", "Retirer NonMerci"), "Tout effacer ici")
		v.wants(visible(p.submits(p.ana, f, map[string]any{"sure": "oui"})), "écrivez EFFACER")
		v.wants(visible(p.submits(p.ana, f, map[string]any{"sure": "effacer"})), "est effacé")
		time.Sleep(time.Second)
		v.lacks(p.asks(p.lea, "où est la salle du club ?").Text(), "Au fond du couloir.")
		v.wants(p.asks(p.lea, refuseLinkedIn).Text(), sharedShort)
		v.wants(visible(p.uses(p.ana, "kb home")), "Nos fiches (0)")
	})
}

// TestStoryOfADecisionElsewhere: what a member proposes on one platform is decided on the other, and the member is told where they are; the
// group becomes a supergroup in between, and stays linked.
func TestStoryOfADecisionElsewhere(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p := v.server("Entraide")
		nora, max := v.person("Nora"), v.person("Max")
		g := &telegramPlace{town: v, nora: nora, max: max, group: v.telegram.NewChat(telegramtest.Group, "Amis", nora, max)}
		if err := nora.AddBot(g.group); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Second)
		code := linkCode.FindString(visible(p.presses(p.ana, p.uses(p.ana, "kb home"), "Réglages", "Lier", "Faire un code")))
		v.taps(nora, g.arrives(nora, ""), "Réglages", "Lier", "Taper un code")
		v.taps(nora, v.says(nora, code), "Lier maintenant")
		g.switches("Activer : Propositions")
		guide := g.answer(nora.Command(g.group, "guide", ""))

		v.wants(g.answer(max.Command(g.group, "suggest", "Quand le club ouvre-t-il ? Le mardi soir.")).Text, "transmise aux modérateurs")
		var err error
		if g.group, err = nora.Migrate(g.group); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Second)
		proposal := p.presses(p.ana, p.uses(p.ana, "kb home"), "Propositions (1)", "1. ")
		v.wants(visible(p.submits(p.ana, p.opens(p.ana, proposal, "Écarter"), map[string]any{"reason": "C’est déjà écrit à l’entrée."})), "Proposition écartée")
		v.comes(30*time.Second, "the decision", func() bool {
			all := max.Private().FromBot()
			return contains(all[len(all)-1].Text, "C’est déjà écrit à l’entrée.")
		})

		draft := p.submits(p.ana, p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Modifier"), map[string]any{"short": "Le texte commun du club."})
		p.presses(p.ana, draft, "Publier")
		v.wants(g.asks(max, refuseLinkedIn).Text, "Le texte commun du club.")
		moved := 0
		for _, m := range g.group.FromBot() {
			if contains(m.Text, "Dire non") && m.ID != guide.ID {
				moved++
			}
		}
		if moved != 1 {
			t.Errorf("%d guides in the supergroup", moved)
		}
	})
}
