package guard

import "testing"

// TestReadings: turns that are read as what they say, and others that look like them.
func TestReadings(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		// nobody in particular
		{"Personne ne vous demande votre accord.", "On ne vous demande pas votre accord.", "fr", true},
		{"Nobody asks for your consent.", "Your consent is not asked for.", "en", true},
		{"Personne ne vous demande votre accord.", "Meta ne vous demande pas votre accord.", "fr", false},
		{"Personne ne vous demande votre accord.", "On vous demande votre accord.", "fr", false},
		{"Nobody asks for your consent.", "You do not ask for consent.", "en", false},
		{"Personne ne vous demande votre accord.", "On ne donne pas votre accord.", "fr", false},
		{"It changed nobody’s settings.", "Its settings were not changed.", "en", false},
		// nothing that was read
		{"We have read nothing that leaves private messages out.", "Nothing we have read leaves private messages out.", "en", true},
		{"We have read nothing that leaves private messages out.", "Nothing leaves private messages out.", "en", false},
		{"Meta changed nothing in your settings.", "Nothing changed Meta in your settings.", "en", false},
		{"Nothing we have read says that Meta sells your messages.", "We have read that Meta sells nothing.", "en", false},
		// only from then on
		{"From then on, your data serves only your space.", "À partir de là, vos données ne servent plus qu’à votre espace.", "fr", true},
		{"Your data serves only your space.", "Vos données ne servent plus à votre espace.", "fr", false},
		{"Your data serves only your space.", "Your data no longer serves only your space.", "en", false},
		{"From then on, your data serves only your space.", "À partir de là, vos données ne servent plus à votre espace.", "fr", false},
		// all that somebody did
		{"If you only signed a document, write to the company.", "If all you did was sign a document, write to the company.", "en", true},
		{"If you signed all the documents, write to the company.", "If all you did was sign the documents, write to the company.", "en", false},
		{"If you only signed a document, write to the company.", "If all you did is signed, write to the company.", "en", false},
		// a box that is cleared, and what is cleared
		{"Untick **Ads**.", "Clear **Ads**.", "en", true},
		{"Untick the box.", "Clear the box.", "en", true},
		{"Tick **Ads**.", "Clear **Ads**.", "en", false},
		{"Untick **Ads**.", "Clear the history.", "en", false},
		{"Turn off your history.", "Clear your history.", "en", false},
		// only if, in German
		{"Seulement si vous acceptez.", "Nur wenn Sie zustimmen.", "de", true},
		{"Si vous acceptez, vos photos servent.", "Nur wenn Sie zustimmen, werden Ihre Fotos verwendet.", "de", false},
		{"Vos photos servent seulement si vous acceptez.", "Ihre Fotos werden verwendet, wenn Sie zustimmen.", "de", false},
		// said yes
		{"Seulement si vous avez dit oui.", "Only if you have accepted.", "en", true},
		{"Seulement si vous avez dit oui.", "Only if you have refused.", "en", false},
		{"Google dit que oui : Gmail entraîne Gemini.", "Google accepte : Gmail entraîne Gemini.", "fr", false},
		// what trains, and what is trained with it
		{"Le contenu de Gmail n’entraîne pas Gemini.", "Gemini n’est pas entraîné avec le contenu de Gmail.", "fr", true},
		{"Le contenu de Gmail n’entraîne pas Gemini.", "Gemini n’entraîne pas le contenu de Gmail.", "fr", false},
		{"Meta utilise les données de Google.", "Les données de Meta sont utilisées par Google.", "fr", false},
		// since and because
		{"Go to your employer, not to Slack: in principle your employer answers for your data.", "Go to your employer, not to Slack, since in principle your employer answers for your data.", "en", true},
		{"It is used, since 2024, for training.", "It is used, because of 2024, for training.", "en", false},
		// an age, and what must be
		{"Minors: at least 13.", "Minors must be at least 13.", "en", true},
		{"Minors may ask at least 13 times.", "Minors must ask at least 13 times.", "en", false},
		{"Minors: at least 13.", "Minors must be at least 16.", "en", false},
		// lets, may
		{"Une page de Strava permet de supprimer son compte.", "Una página de Strava permite eliminar su cuenta.", "es", true},
		{"Une page de Strava supprime son compte.", "Una página de Strava permite eliminar su cuenta.", "es", false},
		// what is in force, and what no list has
		{"Sa politique, en vigueur depuis 2026, prévoit une licence.", "Sa politique, caduque depuis 2026, prévoit une licence.", "fr", false},
		{"The tool is available in France.", "The tool is banned in France.", "en", false},
		{"Nous ne savons pas ce que deviennent les modèles.", "Nous ne savons pas ce que valent les modèles.", "fr", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
