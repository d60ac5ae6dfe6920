package main

import (
	"strings"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// TestStoryOfAModeratorOnTelegram: the same as on Discord, by the dialogue in private that a command in the group leads to.
func TestStoryOfAModeratorOnTelegram(t *testing.T) {
	t.Parallel()
	inTown(t, whole, func(v *town) {
		p := v.group("Amis")
		v.wants(shown(p.arrives(p.nora, "")), "Vos fiches", "[Nouvelle fiche]", "[Réglages]")
		guide := p.answer(p.nora.Command(p.group, "guide", ""))
		v.comes(5*time.Second, "the pin", func() bool { pins := p.group.Pinned(); return len(pins) == 1 && pins[0] == guide.ID })
		v.wants(shown(guide), "Dire non", "Refuser")
		v.wants(p.asks(p.max, refuseLinkedIn).Text, sharedShort)

		time.Sleep(2 * time.Minute)
		m := p.arrives(p.nora, "linkedin")
		m = v.taps(p.nora, m, v.numbered(m, "Comment empêcher LinkedIn d’entraîner"), "Modifier")
		v.wants(shown(m), "1 sur 5", "Question (titre)", linkedInTitle, "[Garder]")
		m = v.taps(p.nora, m, "Garder", "Garder")
		v.wants(shown(m), "3 sur 5", "Réponse courte", "Actuellement")
		m = v.taps(p.nora, v.says(p.nora, "Chez nous, suivez la fiche du club."), "Suite")
		v.wants(shown(m), "4 sur 5", "Étapes", sharedShort)
		draft := v.taps(p.nora, m, "Garder tout le reste")
		v.wants(shown(draft), "Enregistré comme brouillon", "fiche du club", "Sur chaque plateforme", "Discord", "Telegram")
		v.lacks(p.asks(p.max, refuseLinkedIn).Text, "fiche du club")

		before, _ := p.group.Message(guide.ID)
		if a, err := p.nora.Press(draft, v.button(draft, "Publier")).Wait(v.ctx); err != nil || a.Text != "" {
			t.Fatalf("%+v, %v", a, err)
		}
		at := time.Now()
		v.comes(time.Second, "the new words", func() bool { return strings.Contains(p.asks(p.max, refuseLinkedIn).Text, "fiche du club") })
		v.comes(5*time.Second, "the guide", func() bool { now, _ := p.group.Message(guide.ID); return now.Text != before.Text })
		v.within(10*time.Second, at, "all of it")
		published := v.private(p.nora)
		v.wants(shown(published), "Publié", "[Annuler]")

		history := v.taps(p.nora, published, "Voir la fiche", "Historique")
		v.wants(shown(history), "Version 1", "vous", "(publiée)")
		version := v.taps(p.nora, history, "Version 1")
		v.wants(shown(version), "Avant", "Après", "fiche du club")
		again := v.taps(p.nora, version, "Historique", "Voir la fiche", "Aperçu")
		v.wants(shown(again), "Discord", "Telegram", "fiche du club")

		m = v.taps(p.nora, p.edits(p.nora, "linkedin", "Comment empêcher LinkedIn d’entraîner", "Deuxième texte du club."), "Publier", "Annuler")
		v.wants(shown(m), "Annulé")
		v.wants(p.asks(p.max, refuseLinkedIn).Text, "suivez la fiche du club")
		m = v.taps(p.nora, m, "Voir la fiche", "Retirer notre version")
		v.wants(shown(m), "Votre version est retirée")
		v.wants(p.asks(p.max, refuseLinkedIn).Text, sharedShort)
	})
}

// TestStoryOfTheGuideOnTelegram: its links lead everybody into menus of their own, page after page, and back.
func TestStoryOfTheGuideOnTelegram(t *testing.T) {
	t.Parallel()
	inTown(t, whole, func(v *town) {
		p := v.group("Amis")
		guide := p.answer(p.nora.Command(p.group, "guide", ""))
		m := v.follows(p.max, guide, "Refuser")
		v.wants(shown(m), "[Suite]", "[Retour]")
		first := shown(m)
		m = v.taps(p.max, m, "Suite")
		if shown(m) == first {
			t.Error("the second page is the first one")
		}
		m = v.taps(p.max, m, "Retour")
		if shown(m) != first {
			t.Errorf("back is another page:\n%s", shown(m))
		}
		m = v.taps(p.max, m, "Retour")
		v.wants(shown(m), "Choisissez un service ou une question")

		two := p.answer(p.nora.Command(p.group, "guide", "fr en"))
		v.comes(10*time.Second, "the move", func() bool {
			pins := p.group.Pinned()
			_, old := p.group.Message(guide.ID)
			return len(pins) == 1 && pins[0] == two.ID || !old
		})
		v.wants(shown(two), "Dire non", "Say no")
		v.wants(p.answer(p.nora.Command(p.group, "guide", "off")).Text, "Le guide est retiré")
	})
}

// TestStoryOfRefusalsOnTelegram: what somebody may not do, or no longer may, is refused in words, and nothing of it is done.
func TestStoryOfRefusalsOnTelegram(t *testing.T) {
	t.Parallel()
	inTown(t, small, func(v *town) {
		p := v.group("Amis")
		v.wants(p.answer(p.max.Command(p.group, "kb", "")).Text, "réservé aux administrateurs", "/suggest")
		zoe := v.person("Zoé")
		p.group.Join(zoe)
		p.group.Promote(zoe, telegramtest.AllRights(), false)
		time.Sleep(time.Second)
		home := p.arrives(zoe, "")
		data := v.button(home, "Réglages")
		theirs := v.private(p.max)
		if a, err := p.max.Forge(theirs, data).Wait(v.ctx); err != nil || !a.Alert || a.Text == "" {
			t.Errorf("somebody else’s button: %+v, %v", a, err)
		}

		m := p.arrives(zoe, "linkedin")
		v.taps(zoe, m, v.numbered(m, "Comment empêcher LinkedIn d’entraîner"), "Modifier", "Garder", "Garder")
		m = v.taps(zoe, v.says(zoe, "Tout le travail du club."), "Suite")
		p.group.Demote(zoe)
		time.Sleep(time.Second)
		m = v.taps(zoe, m, "Garder tout le reste")
		v.wants(shown(m), "Réservé", "Il faut être modérateur", "Tout le travail du club.")
		v.lacks(p.asks(p.max, refuseLinkedIn).Text, "travail du club")
		p.group.Promote(zoe, telegramtest.AllRights(), false)
		time.Sleep(time.Second)

		v.taps(p.nora, p.arrives(p.nora, ""), "Nouvelle fiche")
		long := strings.Repeat("Une question beaucoup trop longue pour le club. ", 20)
		m = v.says(p.nora, long)
		v.wants(shown(m), "C’est trop long", strings.TrimSpace(long)[:200])
		v.wants(shown(v.says(p.nora, "Où est la salle du club ?")), "2 sur 5")
	})
}
