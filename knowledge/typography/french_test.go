package typography_test

import (
	"strings"
	"testing"

	"nonmerci/knowledge/typography"
)

// show makes the two spaces visible: ~ is U+00A0, _ is U+202F.
var show = strings.NewReplacer("\u00a0", "~", "\u202f", "_")

func TestFrench(t *testing.T) {
	for in, want := range map[string]string{
		"":                                      "",
		"Rien ici.":                             "Rien ici.",
		"l'IA d'Exemplia":                       "l’IA d’Exemplia",
		"l'**Entraînement** d'*ici*":            "l’**Entraînement** d’*ici*",
		"les 'guillemets' simples":              "les 'guillemets’ simples",
		"Qui ? Moi ! Ici ; là : oui":            "Qui_? Moi_! Ici_; là~: oui",
		"Qui? Moi! Ici; là: oui":                "Qui_? Moi_! Ici_; là~: oui",
		"Qui\u00a0? là\u202f:":                  "Qui_? là~:",
		"Quoi ?! Non !!!":                       "Quoi_?! Non_!!!",
		"« oui » et «non»":                      "«~oui~» et «~non~»",
		"«  oui  »":                             "«~oui~»",
		"« Quoi ? »":                            "«~Quoi_?~»",
		"(quoi ?)":                              "(quoi_?)",
		"**Réglages** : ouvrez":                 "**Réglages**~: ouvrez",
		"**Réglages**: ouvrez":                  "**Réglages**~: ouvrez",
		"**Ready?** et **Prêt ?**":              "**Ready?** et **Prêt_?**",
		"voir https://e.org/?a=b&c :":           "voir https://e.org/?a=b&c~:",
		"[l'aide](https://e.org/l'a?b:c)":       "[l’aide](https://e.org/l'a?b:c)",
		`- [x ?](https://e.org/a_(b)?c "help")`: `- [x_?](https://e.org/a_(b)?c "help")`,
		"le `code ?` ici":                       "le `code ?` ici",
		"à 10:30, ratio 3:2, http:":             "à 10:30, ratio 3:2, http~:",
		"2026 : oui":                            "2026~: oui",
		"Comment ? {#opt-out}":                  "Comment_? {#opt-out}",
		"a@b.example : oui":                     "a@b.example~: oui",
		"50 % ?":                                "50 %_?",
		"? seul":                                "? seul",
		"100% !":                                "100%_!",
		"L&apos;x":                              "L&apos;x",
	} {
		got := typography.French(in)
		if show.Replace(got) != want {
			t.Errorf("%q: got %q, want %q", in, show.Replace(got), want)
		}
		if again := typography.French(got); again != got {
			t.Errorf("%q: set again: %q", in, show.Replace(again))
		}
		if (typography.Problem(in) == "") != (got == in) || typography.Problem(got) != "" {
			t.Errorf("%q: problem %q, then %q", in, typography.Problem(in), typography.Problem(got))
		}
	}
}

func TestProblemSaysWhere(t *testing.T) {
	for in, want := range map[string]string{
		"Refuser l'IA":       "a straight apostrophe in « Refuser l'IA »",
		"Comment refuser ?":  "a space that may break a line, or no space, in « Comment refuser ? »",
		"à l’été «oui»":      "a space that may break a line, or no space, in « à l’été «oui» »",
		"Comment\u202f? Où?": "a space that may break a line, or no space, in « Comment\u202f? Où? »",
	} {
		if got := typography.Problem(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestDocumentLeavesMetadataAlone(t *testing.T) {
	in := "---\ntitle: \"l'aide : oui ?\"\n---\n\n# L'IA\r\n\n```yaml\nages: l'an ?\n```\n\nL'IA ?\n"
	want := "---\ntitle: \"l'aide : oui ?\"\n---\n\n# L’IA\r\n\n```yaml\nages: l'an ?\n```\n\nL’IA\u202f?\n"
	if got := string(typography.Document([]byte(in))); got != want {
		t.Errorf("got %q", got)
	}
}

func FuzzFrench(f *testing.F) {
	for _, s := range []string{"l'IA ?", "« a »", "**x: y**; z", "[a](b?c \"d\") : e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := typography.French(s)
		if again := typography.French(got); again != got {
			t.Fatalf("%q gives %q, then %q", s, got, again)
		}
		if typography.Problem(got) != "" {
			t.Fatalf("%q: %s", got, typography.Problem(got))
		}
	})
}
