package vet_test

import (
	"testing"

	"nonmerci/knowledge/vet"
)

func TestSay(t *testing.T) {
	for _, c := range []struct {
		p      vet.Problem
		fr, en string
	}{
		{
			vet.Problem{Field: "fr.steps.web.2", Code: vet.Direction, Args: []string{"U+202E", "12", "Ouvrez les"}},
			"Étape 2 (web) : un caractère qui inverse le sens de lecture (U+202E) se cache à la position 12, après « Ouvrez les ». Effacez-le.",
			"Step 2 (web): a character that turns the reading direction round (U+202E) hides at position 12, after “Ouvrez les”. Delete it.",
		},
		{
			vet.Problem{Field: "fr.title", Code: vet.Invisible, Args: []string{"U+200B", "1", ""}},
			"Titre : un caractère invisible (U+200B) se cache à la position 1. Effacez-le.",
			"Title: an invisible character (U+200B) hides at position 1. Delete it.",
		},
		{
			vet.Problem{Field: "fr.links.1", Code: vet.LookAlike, Args: []string{"linkedln.com", "linkedin.com"}},
			"Lien 1 : « linkedln.com » ressemble trop à linkedin.com. Vérifiez l’adresse, lettre par lettre.",
			"Link 1: “linkedln.com” looks too much like linkedin.com. Check the address, letter by letter.",
		},
		{
			vet.Problem{Field: "sources", Kind: vet.Warn, Code: vet.NoSource},
			"Sources : la fiche n’a pas de source. Ajoutez la page qui dit la même chose, si vous la connaissez.",
			"Sources: the entry has no source. Add the page that says the same, if you know it.",
		},
		{
			vet.Problem{Field: "Votre note", Code: vet.Long, Args: []string{"700", "600"}},
			"Votre note : c’est trop long : 700 caractères, 600 au plus. Raccourcissez, ou coupez en deux.",
			"Votre note: it is too long: 700 characters, 600 at most. Shorten it, or cut it in two.",
		},
		{
			vet.Problem{Code: vet.Ping, Args: []string{"{2} @everyone"}},
			"« {2} @everyone » ferait sonner des gens. Écrivez-le autrement, sans @.",
			"“{2} @everyone” would ring at people. Write it another way, without @.",
		},
		{vet.Problem{Field: "fr.steps.any", Code: vet.NoLabels}, "Étapes (tous les appareils) : aucun réglage n’est mis en valeur. Entourez de ** les mots que l’on voit à l’écran : **Confidentialité**.", "Steps (any device): no setting is marked. Put ** around the words that stand on the screen: **Privacy**."},
		{vet.Problem{Code: "nouveau"}, "nouveau", "nouveau"},
	} {
		if got := c.p.Say("fr"); got != c.fr {
			t.Errorf("got  %q\nwant %q", got, c.fr)
		}
		if got := c.p.Say("de"); got != c.en {
			t.Errorf("got  %q\nwant %q", got, c.en)
		}
	}
}

func TestTheOddLetterIsNamed(t *testing.T) {
	for host, odd := range map[string]string{"раypal.com": "р", "facebооk.com": "о"} {
		all := vet.Line("", host, 0)
		if len(all) != 1 || all[0].Code != vet.MixedScript || all[0].Args[1] != odd {
			t.Errorf("%s: %v", host, all)
		}
	}
}
