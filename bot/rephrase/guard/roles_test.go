package guard

import "testing"

// TestRoles: words do not change places across a preposition; a statement is no condition, and a condition no order.
func TestRoles(t *testing.T) {
	judge(t, []verdictOf{
		{"Switch off the setting with the link below.", "Switch off the link below with the setting.", "en", false},
		{"The app reads your messages to answer you.", "The app reads your answers to message you.", "en", false},
		{"Prenez DeepL Pro pour les textes.", "Prenez les textes pour DeepL Pro.", "fr", false},
		{"Your posts are public: anyone can copy them.", "If your posts are public, anyone can copy them.", "en", false},
		{"If you use Meta AI, your questions are kept.", "Use Meta AI: your questions are kept.", "en", false},
		{"Company: Deezer S.A., in Paris.", "The company behind Deezer S.A. is in Paris.", "en", false},
		{"Flickr is run by SmugMug and its team.", "Flickr is owned by SmugMug and run by its team.", "en", false},
		{"Flickr is run by SmugMug and its team.", "Flickr belongs to SmugMug and is run by its team.", "en", false},
		{"Flickr est géré par SmugMug et son équipe.", "Flickr appartient à SmugMug et est géré par son équipe.", "fr", false},
		{"Flickr est géré par SmugMug et son équipe.", "Flickr pertenece a SmugMug y lo gestiona su equipo.", "es", false},
		{"Flickr est géré par SmugMug et son équipe.", "Flickr è di proprietà di SmugMug ed è gestito dal suo team.", "it", false},
		{"Flickr est géré par SmugMug et son équipe.", "Flickr pertence à SmugMug e é gerido pela sua equipa.", "pt", false},
		{"Si vous aviez déjà refusé avant le changement, votre refus est conservé.", "Si vous refusez avant le changement, votre refus est conservé.", "fr", false},

		{"Switch off the setting with the link below.", "With the link below, switch off the setting.", "en", true},
		{"Pour un sujet sensible, prenez une discussion secrète.", "Si le sujet est sensible, optez pour une discussion secrète.", "fr", true},
		{"Company: Deezer S.A., in Paris.", "The company behind it is Deezer S.A., based in Paris.", "en", true},
	})
}
