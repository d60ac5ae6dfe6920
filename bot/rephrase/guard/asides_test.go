package guard

import "testing"

// TestAsides: words that only string sentences together are no operators there, and stay operators elsewhere; synonyms that models write stand for
// nothing but what they mean.
func TestAsides(t *testing.T) {
	judge(t, []verdictOf{
		{"But it is not too late.", "Still, it is not too late.", "en", true},
		{"On the same page, open **Privacy**.", "Still on that same page, open **Privacy**.", "en", true},
		{"You are not asked, but a right to object exists.", "You are not asked, yet there is a right to object.", "en", true},
		{"Open **Account**, then **Privacy**.", "Open **Account**, next **Privacy**.", "en", true},
		{"Then open **Account**.", "Later, open **Account**.", "en", true},
		{"Yes: 16 in the European Union, 13 elsewhere.", "Yes, from 16 in the European Union, and from 13 elsewhere.", "en", true},
		{"The date when training began is not known.", "We do not know the date when training started.", "en", true},
		{"Technical data may be used.", "Los datos técnicos sí pueden usarse.", "es", true},
		{"From your profile, open **Privacy**.", "Desde su perfil, abra **Privacy**.", "es", true},
		{"The sources contradict each other.", "The sources do not agree.", "en", true},
		{"Spotify s’appuie sur son « intérêt légitime ».", "Spotify invoque son « intérêt légitime ».", "fr", true},
		{"Un faux message circule dans les groupes.", "Un faux message tourne dans les groupes.", "fr", true},
		{"Vos textes sont gardés.", "Ce que vous écrivez est gardé.", "fr", true},
		{"Your posts are public.", "What you’ve posted is public.", "en", true},
		{"Switch off tracking (we do not know its exact label).", "Switch off tracking (we do not know what exactly it’s called).", "en", true},

		{"Your photos are kept.", "Your photos are still kept.", "en", false},
		{"Nobody has confirmed it.", "Nobody has confirmed it yet.", "en", false},
		{"Your conversations serve the training.", "Your next conversations serve the training.", "en", false},
		{"You can delete them.", "You can delete them later.", "en", false},
		{"It has been on for 3 November 2025.", "It has been on from 3 November 2025.", "en", false},
		{"Your data is used when you post.", "Your data is used.", "en", false},
		{"The setting exists.", "El ajuste existe desde noviembre.", "es", false},
		{"The setting exists since November 2025.", "El ajuste existe en noviembre de 2025.", "es", false},
		{"If you do not agree, write to Meta.", "If you contradict, write to Meta.", "en", false},
		{"Vos messages sont gardés.", "Ce que vous publiez est gardé.", "fr", false},
		{"Your private texts are kept.", "What you post is kept.", "en", false},
	})
}
