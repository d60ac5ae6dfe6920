package guard

import "testing"

// TestOtherWords: a word that decides nothing may be another or be missing, one that decides may not.
func TestOtherWords(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		// a word that no list has, for one that only carries the sentence
		{"Cette règle influence vos prochaines photos.", "Cette règle impacte vos prochaines photos.", "fr", true},
		{"Cette règle supprime vos prochaines photos.", "Cette règle impacte vos prochaines photos.", "fr", false},
		{"Bumble supprime les phrases écrites par une IA.", "Bumble soumet les phrases écrites par une IA.", "fr", false},
		{"Bumble garde des phrases écrites par une IA.", "Bumble soumet des phrases écrites par une IA.", "fr", false},
		{"Write to leboncoin to object.", "Write to autoscout to object.", "en", false},
		{"The setting appears in the account.", "The setting disappears in the account.", "en", false},
		{"Ouvrez **Paramètres**.", "Ouvrez **Paramètres**, please.", "en", false},
		// kindred words at one place
		{"Vos messages restent chez Meta 30 jours.", "Vos messages sont gardés chez Meta 30 jours.", "fr", true},
		{"Vos messages restent chez Meta 30 jours.", "Vos messages sont vendus chez Meta 30 jours.", "fr", false},
		{"Vos messages restent chez Meta 30 jours.", "Vos messages restent chez Meta 30 semaines.", "fr", false},
		{"The tag does not stop a crawler.", "The tag does not block a crawler.", "en", true},
		{"The tag forbids use by an AI.", "The tag prevents use by an AI.", "en", false},
		// harmless words, and a thing of a list
		{"Ouvrez le menu et coupez le réglage.", "Prenez le temps d’ouvrir le menu et coupez le réglage.", "fr", true},
		{"Cachez vos photos des recherches et coupez les téléchargements.", "Cachez vos photos et coupez les téléchargements.", "fr", false},
		{"The tabs, the reminders and the summaries are gone.", "The tabs and the summaries are gone.", "en", false},
		{"Snapchat garde vos messages.", "Snapchat suit et garde vos messages.", "fr", false},
		{"Your photos are kept.", "Your photos are kept and seen.", "en", false},
		// whom a pronoun speaks of
		{"Écrivez à l’entreprise. Elle doit vous répondre sous un mois.", "Écrivez à l’entreprise. L’entreprise doit vous répondre sous un mois.", "fr", true},
		{"Écrivez à l’entreprise. Elle doit vous répondre sous un mois.", "Écrivez à l’entreprise. L’autorité doit vous répondre sous un mois.", "fr", false},
		// what leads to what comes next
		{"Vos données n’entraînent pas de modèle.", "Vos données ne servent pas à entraîner de modèle.", "fr", true},
		{"Vos données n’entraînent pas de modèle.", "Vos données ne servent pas à vendre de modèle.", "fr", false},
		// what can be done, what there is to do, and what must be
		{"Les contenus se refusent dans toutes les offres.", "Les contenus peuvent être refusés dans toutes les offres.", "fr", true},
		{"Les contenus sont refusés dans toutes les offres.", "Les contenus peuvent être refusés dans toutes les offres.", "fr", false},
		{"For training, there is nothing to refuse.", "For training, nothing has to be refused.", "en", true},
		{"For training, there is nothing to refuse.", "For training, nothing must be refused.", "en", false},
		{"Pour l’entraînement, il n’y a rien à refuser.", "Pour l’entraînement, il n’y a pas de refus à faire.", "fr", true},
		{"C’est à l’auteur de l’autoriser.", "C’est l’auteur qui doit l’autoriser.", "fr", true},
		{"What has already been used cannot be removed.", "Wat al gebruikt is, mag niet worden verwijderd.", "nl", false},
		{"What has already been used cannot be removed.", "Wat al gebruikt is, kan niet worden verwijderd.", "nl", true},
		{"Ces données ne doivent pas être supprimées.", "Diese Daten dürfen nicht gelöscht werden.", "de", true},
		{"Il faut avoir 16 ans.", "À partir de 16 ans.", "fr", true},
		{"Il faut avoir un compte.", "À partir d’un compte.", "fr", false},
		{"Il faut avoir 16 ans.", "Il faut avoir 13 ans.", "fr", false},
		// a clause made of a noun and what is said of it
		{"Les conversations que vous supprimez disparaissent dans les 30 jours.", "Quand vous supprimez des conversations, elles disparaissent dans les 30 jours.", "fr", true},
		{"Meta utilise vos messages et les vend.", "Quand Meta utilise vos messages, elle les vend.", "fr", false},
		{"Vos conversations disparaissent dans les 30 jours.", "Quand vous supprimez vos conversations, elles disparaissent dans les 30 jours.", "fr", false},
		{"Si vous supprimez des conversations, elles disparaissent.", "Les conversations que vous supprimez disparaissent.", "fr", false},
		// only, and no longer anything but
		{"Vos données ne servent plus qu’à votre espace.", "Vos données servent uniquement à votre espace.", "fr", true},
		{"Vos données ne servent plus à votre espace.", "Vos données servent uniquement à votre espace.", "fr", false},
		{"Ce refus est réservé aux habitants de France.", "Ce refus est ouvert aux habitants de France.", "fr", false},
		// by and for, to pin and to unpin, save and save for
		{"Deezer labels music made by AI.", "Deezer labels music made for AI.", "en", false},
		{"Unpin the chats that you want to erase.", "Pin the chats that you want to erase.", "en", false},
		{"This button deletes the chats, except those you pinned.", "This button deletes the chats, save those you pinned.", "en", true},
		{"This button deletes the chats, except those you pinned.", "This button saves those you pinned, and deletes the chats.", "en", false},
		// how many ways there are
		{"You can stop it or leave the meeting.", "There are two ways: you can stop it or leave the meeting.", "en", true},
		{"The two settings are separate.", "The three settings are separate.", "en", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
