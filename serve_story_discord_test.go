package main

import (
	"strings"
	"testing"
	"time"
)

const (
	refuseLinkedIn = "comment désactiver l’IA de LinkedIn ?"
	linkedInTitle  = "Comment empêcher LinkedIn"
	sharedShort    = "Données pour l’amélioration de l’IA générative" // words of the shared entry
)

// TestStoryOfAModeratorOnDiscord: from the first command to an edit that is undone, with the guide following by itself.
func TestStoryOfAModeratorOnDiscord(t *testing.T) {
	t.Parallel()
	inTown(t, whole, func(v *town) {
		p := v.server("Entraide")
		v.wants(visible(p.uses(p.ana, "kb home")), "Vos fiches", "[Nouvelle fiche]", "[Réglages]")
		v.wants(visible(p.uses(p.ana, "guide")), "posté et épinglé")
		before := p.guide()
		v.lacks(visible(p.asks(p.lea, refuseLinkedIn)), "fiche du club")

		time.Sleep(2 * time.Minute) // the guide says when it changed, to the minute
		entry := p.entry(p.ana, "linkedin", linkedInTitle)
		v.wants(visible(entry), "C’est la fiche commune qui est montrée")
		f := p.opens(p.ana, entry, "Modifier")
		was := value(f, "short")
		v.wants(value(f, "title"), linkedInTitle)
		v.wants(value(f, "steps"), "Web :", sharedShort)
		v.wants(value(f, "links"), "https://")
		draft := p.submits(p.ana, f, map[string]any{"short": "Chez nous, suivez la fiche du club."})
		v.wants(visible(draft), "Enregistré comme brouillon", "fiche du club", "Sur chaque plateforme", "Discord :", "Telegram :")
		preview := p.presses(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Aperçu")
		v.wants(visible(preview), "Discord", "Telegram", "fiche du club")
		v.lacks(visible(p.asks(p.lea, refuseLinkedIn)), "fiche du club")

		published := p.presses(p.ana, p.presses(p.ana, preview, "Voir la fiche", "Voir le brouillon"), "Publier")
		at := time.Now()
		v.wants(visible(published), "Publié")
		v.wants(visible(p.asks(p.lea, refuseLinkedIn)), "fiche du club")
		v.within(time.Second, at, "what a member reads")
		v.comes(5*time.Second, "the guide", func() bool { now := p.guide(); return now.Edits > before.Edits && now.Content != before.Content })
		if now := p.guide(); now.ID != before.ID {
			t.Errorf("the guide %s is now %s", before.ID, now.ID)
		}

		history := p.presses(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Historique")
		v.wants(visible(history), "Version 1", "vous", "(publiée)")
		v.wants(visible(p.presses(p.ana, history, "Version 1")), "Réponse courte", "Avant", was[:20], "Après", "fiche du club")

		v.wants(visible(p.presses(p.ana, published, "Annuler")), "Annulé")
		v.wants(visible(p.asks(p.lea, refuseLinkedIn)), sharedShort)
		v.lacks(visible(p.asks(p.lea, refuseLinkedIn)), "fiche du club")
		v.wants(visible(p.presses(p.ana, p.uses(p.ana, "kb home"), "Journal")), "brouillon écrit", "brouillon publié", "publication", "vous")
	})
}

// TestStoryOfAnOverlayOnDiscord: a shared entry is overridden, another hidden, a note put above a third, and an entry of the community added,
// which is found by each of its wordings; another server sees nothing of it.
func TestStoryOfAnOverlayOnDiscord(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p, other := v.server("Entraide"), v.server("Ailleurs")
		const hideable = "Comment désactiver Meta AI"
		v.wants(p.asks(p.lea, "désactiver meta ai dans whatsapp").Text(), "Le rond bleu")
		v.wants(visible(p.presses(p.ana, p.entry(p.ana, "whatsapp", hideable), "Masquer ici")), "Fiche masquée")
		v.lacks(p.asks(p.lea, "désactiver meta ai dans whatsapp").Text(), "Le rond bleu")
		v.wants(other.asks(other.lea, "désactiver meta ai dans whatsapp").Text(), "Le rond bleu")
		v.wants(visible(p.presses(p.ana, p.entry(p.ana, "whatsapp", hideable), "Ne plus masquer")), "de nouveau montrée")
		v.wants(p.asks(p.lea, "désactiver meta ai dans whatsapp").Text(), "Le rond bleu")

		note := p.submits(p.ana, p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Note"), map[string]any{"note": "Permanence du club le mardi."})
		v.wants(visible(note), "Note enregistrée", "Permanence du club")
		v.wants(p.asks(p.lea, refuseLinkedIn).Text(), "Note de cette communauté", "Permanence du club", sharedShort)
		v.lacks(other.asks(other.lea, refuseLinkedIn).Text(), "Permanence")

		f := p.form(p.must(p.ana.Invoke(p.channel, "kb new")))
		draft := p.submits(p.ana, f, map[string]any{
			"title": "Quel est le mot de passe du wifi du club ?", "phrases": "c koi le wifi\ncode wifi salle", "short": "Il est affiché au bar.",
		})
		v.wants(visible(draft), "Enregistré comme brouillon", "Il est affiché au bar.")
		v.lacks(p.asks(p.lea, "c koi le wifi").Text(), "affiché au bar")
		v.wants(visible(p.presses(p.ana, draft, "Publier")), "Publié")
		for _, asked := range []string{"c koi le wifi", "C koi le WIFI ??", "code wifi salle", "quel est le mot de passe du wifi du club"} {
			v.wants(p.asks(p.lea, asked).Text(), "affiché au bar")
			v.lacks(other.asks(other.lea, asked).Text(), "affiché au bar")
		}
		list, err := p.must(other.lea.Type(other.channel, "ask", "question", "wifi")).WaitChoices(v.ctx)
		for _, c := range list {
			if err != nil || strings.Contains(c.Name, "wifi du club") {
				t.Errorf("completed elsewhere: %+v, %v", list, err)
			}
		}
		v.wants(visible(p.presses(p.ana, p.uses(p.ana, "kb home"), "Nos fiches (1)")), "mot de passe du wifi du club")
	})
}

// TestStoryOfRefusalsOnDiscord: what somebody may not do, or no longer may, is refused in words, and nothing of it is done.
func TestStoryOfRefusalsOnDiscord(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p := v.server("Entraide")
		home := p.uses(p.ana, "kb home")
		settings := home.Input("Réglages").CustomID
		p.uses(p.ana, "guide")
		v.wants(visible(p.screen(p.must(p.lea.Forge(p.guide(), settings)))), "pour quelqu’un d’autre")
		v.wants(visible(p.screen(p.must(p.ana.Forge(home, strings.Replace(settings, "settings", "leave", 1))))), "plus valable")
		if _, err := p.lea.Invoke(p.channel, "kb home"); err == nil {
			t.Error("a member is offered the command")
		}

		f := p.opens(p.ana, p.entry(p.ana, "linkedin", linkedInTitle), "Modifier")
		second := p.opens(p.zoe, p.entry(p.zoe, "linkedin", linkedInTitle), "Modifier")
		p.guild.AddMember(p.ana)
		v.wants(visible(p.submits(p.ana, f, map[string]any{"short": "Tout le travail du club."})), "Réservé", "Il faut être modérateur", "Tout le travail du club.")
		v.wants(visible(p.presses(p.ana, home, "Journal")), "Réservé")
		p.guild.AddMember(p.ana, p.role)
		v.wants(visible(p.submits(p.ana, f, map[string]any{"short": "Le texte d’Ana pour le club."})), "Enregistré comme brouillon")

		both := p.submits(p.zoe, second, map[string]any{"short": "Le texte de Zoé pour le club."})
		v.wants(visible(both), "Modifié entre-temps", "Le texte d’Ana pour le club.", "Le texte de Zoé pour le club.", "[Enregistrer le mien]")
		v.wants(visible(p.presses(p.zoe, both, "Enregistrer le mien")), "Enregistré comme brouillon", "Le texte de Zoé pour le club.")

		f = p.form(p.must(p.ana.Invoke(p.channel, "kb new")))
		refused := p.submits(p.ana, f, map[string]any{"title": "Le wifi du club", "short": "Au bar.", "links": "Le code | javascript:alert(1)"})
		v.wants(visible(refused), "À corriger", "Rien n’a encore été enregistré")
		if f = p.opens(p.ana, refused, "Corriger"); value(f, "title") != "Le wifi du club" || !strings.Contains(value(f, "links"), "javascript") {
			t.Errorf("given back: %+v", f.Inputs())
		}
	})
}
