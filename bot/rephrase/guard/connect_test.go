package guard

import "testing"

// TestOpeningSaysNothing: an opening greets, connects and says back what is wanted; anything else is refused.
func TestOpeningSaysNothing(t *testing.T) {
	for _, c := range []struct {
		source, lang, opening string
		pass                  bool
	}{
		{"linkedin-opt-out.fr.ios", "fr", "", true},
		{"linkedin-opt-out.fr.ios", "fr", "Bonjour !", true},
		{"linkedin-opt-out.fr.ios", "fr", "Voici comment faire :", true},
		{"linkedin-opt-out.fr.ios", "fr", "Bien sûr ! Voici la marche à suivre.", true},
		{"linkedin-opt-out.fr.ios", "fr", "Pour refuser que LinkedIn entraîne son IA avec vos données, voici comment faire :", true},
		{"linkedin-opt-out.fr.ios", "fr", "Voici comment refuser que LinkedIn entraîne son IA avec vos données :", true},
		{"linkedin-opt-out.fr.ios", "fr", "Vous voulez refuser que LinkedIn utilise vos données ? Voici comment faire.", true},
		{"linkedin-opt-out.fr.ios", "en", "Sure! Here is how to do it:", true},
		{"linkedin-opt-out.fr.ios", "en", "Here’s how to stop LinkedIn from training its AI on your data:", true},
		{"linkedin-opt-out.fr.ios", "de", "Hier ist die Antwort:", true},

		{"linkedin-opt-out.fr.ios", "fr", "C’est fait !", false},
		{"linkedin-opt-out.fr.ios", "fr", "Rassurez-vous, c’est légal.", false},
		{"linkedin-opt-out.fr.ios", "fr", "C’est très simple et garanti :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Pour accepter que LinkedIn entraîne son IA, voici comment faire :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Pour refuser que Facebook entraîne son IA, voici comment faire :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Pour supprimer votre compte, voici comment faire :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Voici comment faire avant le 3 novembre :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Voici comment faire, @everyone :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Voici **comment** faire :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Voici comment faire sur example.test :", false},
		{"linkedin-opt-out.fr.ios", "fr", "Non.", false},
		{"linkedin-opt-out.fr.ios", "fr", "Tu n’as rien à faire.", false},
		{"linkedin-opt-out.fr.ios", "fr", "Here is how to do it:", false},
		{"linkedin-opt-out.fr.ios", "ru", "Bonjour !", false},
		// Nothing can be refused there, so that nobody is told how.
		{"reddit-opt-out.fr", "fr", "Bonjour !", true},
		{"reddit-opt-out.fr", "fr", "Bien sûr !", false},
		{"reddit-opt-out.fr", "fr", "Pour refuser que Reddit entraîne son IA, voici comment faire :", false},
	} {
		v := Opening(source(t, c.source), c.opening, c.lang)
		if v.Pass != c.pass || v.Pass != (len(v.Reasons) == 0) {
			t.Errorf("%s, %q: %v", c.source, c.opening, v)
		}
	}
}

// TestAssemblePutsFactsBack: a template holds every fact once, in order, and nothing else that says anything.
func TestAssemblePutsFactsBack(t *testing.T) {
	s := NewSource("Coupez le réglage **IA**.\n\n**Étapes**\n\n1. Ouvrez **Paramètres**.\n2. Coupez **IA**.", "fr")
	if n := len(s.Facts()); n != 2 {
		t.Fatalf("%d facts: %q", n, s.Facts())
	}
	for _, c := range []struct{ template, want string }{
		{"Bonjour ! {1} Voici comment faire : {2}", "Bonjour ! Coupez le réglage **IA**. Voici comment faire :\n\n**Étapes**\n\n1. Ouvrez **Paramètres**.\n2. Coupez **IA**."},
		{"{1}{2}", "Coupez le réglage **IA**.\n\n**Étapes**\n\n1. Ouvrez **Paramètres**.\n2. Coupez **IA**."},
		{"{1}", ""},
		{"{2}{1}", ""},
		{"{1}{1}{2}", ""},
		{"{1}{2}{3}", ""},
		{"{1} Faites-le avant demain. {2}", ""},
		{"{1} C’est garanti. {2}", ""},
		{"{1} [ici](https://example.test) {2}", ""},
	} {
		text, v := Assemble(s, c.template, "fr")
		if text != c.want || v.Pass != (c.want != "") {
			t.Errorf("%q: %q, %v", c.template, text, v.Reasons)
		}
	}
}
