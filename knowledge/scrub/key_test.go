package scrub_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nonmerci/knowledge/scrub"
)

func TestQuestionsThatAreAlikeJoin(t *testing.T) {
	for _, c := range []struct {
		lang   string
		joined []string
	}{
		{"fr", []string{
			"comment couper l'IA de Strava ?", "strava IA couper comment", "Couper l’IA sur Strava", "bonjour, je voudrais couper l'IA de Strava svp merci",
			"COMMENT COUPER L'IA DE STRAVA", "comment coupe-t-on l'ia de strava", "Est-ce que je peux couper l'IA chez Strava ?", "couuuuper l'ia strava",
			"[nom] comment couper l'IA de Strava ? [e-mail]", "je veux couper les IA de Strava",
		}},
		{"fr-CA", []string{"photos de profil", "photo de mon profil"}},
		{"fr", []string{"désactiver l'apprentissage", "desactiver apprentissage", "Désactiver cet apprentissage !"}},
		{"fr", []string{"je ne veux pas de l'IA", "je veux pas d'IA"}},
		{"en", []string{"How do I turn off Strava's AI?", "please can you help me turn the AI off in Strava", "strava ai turn off"}},
		{"en", []string{"deleting photos", "delete my photo"}},
		{"de", []string{"Wie schalte ich die KI von Strava aus?", "strava KI schalten aus"}},
		{"es", []string{"¿Cómo desactivo la IA de Strava?", "desactivo IA strava"}},
		{"it", []string{"Come disattivo l'IA di Strava?", "strava disattivo ia"}},
		{"pt", []string{"Como desativo a IA do Strava?", "desativo IA Strava"}},
		{"nl", []string{"Hoe zet ik AI van Strava uit?", "strava AI zet ... uit"}},
	} {
		want := scrub.Key(c.lang, c.joined[0])
		for _, s := range c.joined[1:] {
			if got := scrub.Key(c.lang, s); got != want {
				t.Errorf("%s: %q has the key %q, %q has %q", c.lang, s, got, c.joined[0], want)
			}
		}
	}
}

func TestQuestionsThatDifferDoNotJoin(t *testing.T) {
	for _, c := range [][3]string{
		{"fr", "activer l'IA de Strava", "désactiver l'IA de Strava"},
		{"fr", "avec l'IA", "sans l'IA"},
		{"fr", "je veux l'IA de Strava", "je ne veux pas l'IA de Strava"},
		{"fr", "je veux l'IA", "je ne veux plus l'IA"},
		{"fr", "je veux l'IA", "je ne veux jamais l'IA"},
		{"fr", "couper l'IA de Strava", "couper l'IA de Garmin"},
		{"fr", "couper l'IA de X", "couper l'IA"},
		{"fr", "l'IA de Meta", "je mets l'IA"},
		{"fr", "pour l'IA", "contre l'IA"},
		{"fr", "comment refuser", "pourquoi refuser"},
		{"fr", "quand ont-ils commencé", "où ont-ils commencé"},
		{"fr", "accepter les cookies", "refuser les cookies"},
		{"fr", "iPhone 15", "iPhone 16"},
		{"fr", "Instagram photos", "Instagram messages"},
		{"fr", "avant 2025", "après 2025"},
		{"fr", "comment faire ?", "qui êtes-vous ?"},
		{"en", "turn on the AI", "turn off the AI"},
		{"en", "use it with AI", "use it without AI"},
		{"en", "I want AI", "I do not want AI"},
		{"en", "opt in", "opt out"},
		{"en", "I can see it", "I can't see it"},
		{"de", "mit KI", "ohne KI"},
		{"de", "ich will die KI", "ich will die KI nicht"},
		{"de", "die KI", "keine KI"},
		{"de", "KI einschalten", "KI ausschalten"},
		{"es", "con IA", "sin IA"},
		{"es", "quiero IA", "no quiero IA"},
		{"it", "con IA", "senza IA"},
		{"it", "voglio l'IA", "non voglio l'IA"},
		{"pt", "com IA", "sem IA"},
		{"pt", "quero IA", "não quero IA"},
		{"nl", "met AI", "zonder AI"},
		{"nl", "ik wil AI", "ik wil geen AI"},
	} {
		if a, b := scrub.Key(c[0], c[1]), scrub.Key(c[0], c[2]); a == b {
			t.Errorf("%s: %q and %q have the key %q", c[0], c[1], c[2], a)
		}
	}
}

func TestKeysOfOddTexts(t *testing.T) {
	for s, want := range map[string]string{
		"":                     "",
		"🙂 !":                  "",
		"[nom] [e-mail]":       "",
		"comment faire ?":      "comment faire",
		"[note] Strava":        "not strava",
		"X":                    "x",
		"Strava strava STRAVA": "strava",
		"[numéro][numéro] ia":  "ia",
	} {
		if got := scrub.Key("fr", s); got != want {
			t.Errorf("%q has the key %q, want %q", s, got, want)
		}
	}
	if got := scrub.Key("ja", "the 猫 photos"); got != "photos the" {
		t.Errorf("a language we do not stem: %q", got)
	}
	long := strings.Repeat("anticonstitutionnellement été mot", 50)
	a, b := scrub.Key("fr", long+" zèbre"), scrub.Key("fr", long+strings.Repeat(" abc1 abc2 abc3 abcd4 abcde5 éa6 éb7 éc8 éd9", 9)+" zygote")
	if a == b || len(a) > scrub.MaxKey || len(b) > scrub.MaxKey || !utf8.ValidString(b) {
		t.Errorf("long questions have the keys %q and %q", a, b)
	}
	if one := scrub.Key("fr", strings.Repeat("é", 300)+"b"); one == "" || len(one) > scrub.MaxKey || !utf8.ValidString(one) {
		t.Errorf("one long word has the key %q", one)
	}
}

func BenchmarkKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		scrub.Key("fr", "Bonjour, comment refuser que Strava entraîne son IA avec mes sorties ?")
	}
}
