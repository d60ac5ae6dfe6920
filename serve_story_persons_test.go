package main

import (
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// TestStoryOfTwoPersons: where a second person is wanted nothing is said to be done before that person has published it.
func TestStoryOfTwoPersons(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p := v.server("Entraide")
		p.switches("Activer : Deux personnes")
		waits := p.presses(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Masquer ici")
		v.wants(visible(waits), "les lecteurs n’en voient encore rien", "un autre modérateur doit publier")
		v.lacks(visible(waits), "Fiche masquée", "[Publier]")
		v.wants(p.asks(p.lea, refuseLinkedIn).Text(), sharedShort)
		drafts := p.presses(p.zoe, p.uses(p.zoe, "kb home"), "Brouillons (1)", "1. ")
		v.wants(visible(drafts), "[Publier]")
		published := p.presses(p.zoe, drafts, "Publier")
		v.wants(visible(published), "Publié")
		v.lacks(p.asks(p.lea, refuseLinkedIn).Text(), sharedShort)
		undone := p.presses(p.zoe, published, "Annuler")
		v.wants(visible(undone), "les lecteurs n’en voient encore rien")
		v.lacks(p.asks(p.lea, refuseLinkedIn).Text(), sharedShort)
		p.presses(p.ana, p.presses(p.ana, p.uses(p.ana, "kb home"), "Brouillons (1)", "1. "), "Publier")
		v.wants(p.asks(p.lea, refuseLinkedIn).Text(), sharedShort)
	})
}

// TestStoryOfAMessageThatBecomesAnEntry: from its menu on Discord, by a reply on Telegram; what it tells of a person does not come along.
func TestStoryOfAMessageThatBecomesAnEntry(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, g := v.server("Entraide"), v.group("Amis")
		const said = "Le code du wifi du club est affiché au bar. Demandez à lea@exemple.fr en cas de souci."
		x := p.must(p.lea.Say(p.channel, said))
		m := p.screen(p.must(p.ana.UseOnMessage("Add to the base", x.Question())))
		draft := p.submits(p.ana, p.opens(p.ana, m, "Ouvrir le formulaire"), nil)
		v.wants(visible(draft), "Enregistré comme brouillon", "code du wifi du club")
		v.lacks(visible(draft), "lea@exemple.fr")
		p.presses(p.ana, draft, "Publier")
		v.wants(p.asks(p.zoe, "le code du wifi du club").Text(), "en cas de souci")

		sent := g.max.Write(g.group, telegramtest.Post{Text: said})
		time.Sleep(time.Second)
		link := v.answer(g.nora.Reply(sent.Message(), "/kb@"+v.telegram.Bot().Username+" add"))
		form := v.follows(g.nora, link, "Continuer en privé")
		v.wants(shown(form), "Des données personnelles ont été retirées")
		if hasButton(form, "Ouvrir le formulaire") {
			form = v.taps(g.nora, form, "Ouvrir le formulaire")
		}
		v.wants(shown(form), "1 sur 5", "Le code du wifi du club est affiché au bar.")
		kept := v.taps(g.nora, form, "Garder tout le reste")
		v.wants(shown(kept), "Enregistré comme brouillon")
		v.lacks(shown(kept), "lea@exemple.fr")
	})
}

func hasButton(m telegramtest.Message, words string) bool {
	for _, b := range m.Buttons() {
		if labelled(plain(b.Text), words) {
			return true
		}
	}
	return false
}
