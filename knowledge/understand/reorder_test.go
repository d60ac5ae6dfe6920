package understand

import "testing"

// TestKeywordsHaveNoOrder: a few words with a name are as likely ours whichever comes first, and what is not ours stays so.
func TestKeywordsHaveNoOrder(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words string
		ours  bool
	}{
		{"désactiver", true},
		{"refuser", true},
		{"désactiver ia", true},
		{"turn off ai", true},
		{"ki ausschalten", true},
		{"supprimer compte", true},
		{"mot de passe", false},
		{"mode sombre", false},
		{"abonnement prix", false},
		{"password reset", false},
		{"photo de profil", false},
	} {
		for _, name := range []string{"notion", "Claude", "linkedin", "duck ai"} {
			first, last := m.Read(name+" "+c.words, Context{}, ""), m.Read(c.words+" "+name, Context{}, "")
			for _, r := range []*Reading{first, last} {
				if r.Subject.Slug != last.Subject.Slug || (r.Ours > 0.85) != c.ours {
					t.Errorf("%q: %s, ours %.2f", r.Folded, r.Subject.Slug, r.Ours)
				}
			}
		}
	}
}

func TestTurned(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for question, want := range map[string]string{
		"désactiver l’IA de Notion":        "notion desactiver l ia",
		"notion désactiver":                "desactiver notion",
		"refuser chez LinkedIn ?":          "linkedin refuser ?",
		"duck ai off":                      "off duck ai",
		"linkedin":                         "",             // nothing beside it
		"sur linkedin":                     "",             // nor here
		"refuser Facebook et Instagram":    "",             // two names
		"mon Gemini à désactiver":          "",             // in the middle
		"je veux refuser l’IA de LinkedIn": "",             // a sentence
		"bonjour":                          "",             // no name
		"instagram ia":                     "ia instagram", // two words
		"pour le Discord":                  "",             // tied to nothing
		"effacer historique de chatgpt":    "chatgpt effacer historique",
	} {
		if got := turned(m.Analyze(question, "fr", "")); got != want {
			t.Errorf("%q: %q, want %q", question, got, want)
		}
	}
}
