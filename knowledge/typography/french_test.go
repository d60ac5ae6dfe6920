package typography_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"nonmerci/knowledge"
	"nonmerci/knowledge/typography"
)

// In the tables _ is a no-break space and ~ a narrow one.
var shown = strings.NewReplacer("_", "\u00a0", "~", "\u202f")

func TestFrench(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"question", "Quoi ?", "Quoi~?"},
		{"question without a space", "Quoi?", "Quoi~?"},
		{"exclamation", "Non !", "Non~!"},
		{"several marks", "Quoi ?! Non !!", "Quoi~?! Non~!!"},
		{"semicolon", "un ; deux; trois", "un~; deux~; trois"},
		{"colon", "Exclus : rien", "Exclus_: rien"},
		{"colon without a space", "Exclus: rien", "Exclus_: rien"},
		{"colon after a label", "**Réglages**: rien", "**Réglages**_: rien"},
		{"colon at the end", "Ainsi :", "Ainsi_:"},
		{"quotation", "dit « non » ou «oui»", "dit «_non_» ou «_oui_»"},
		{"quotation with two spaces", "«  non  »", "«_non_»"},
		{"quotation of a question", "« Non ? » dit-il", "«_Non~?_» dit-il"},
		{"empty quotation", "«»", "«_»"},
		{"opened at the end", "voir «", "voir «"},
		{"apostrophe", "l'IA d'aujourd'hui", "l’IA d’aujourd’hui"},
		{"apostrophe before a label", "l'**Aide**", "l’**Aide**"},
		{"apostrophe as a quotation", "le mot 'IA' et 5' 3", "le mot 'IA' et 5' 3"},
		{"time", "à 12:30 précises", "à 12:30 précises"},
		{"smiley", "bien :) ;-)", "bien :) ;-)"},
		{"address", "voir https://e.org/?q=l'a;b:c ?", "voir https://e.org/?q=l'a;b:c~?"},
		{"address at the end of a question", "https://e.org/a?", "https://e.org/a?"},
		{"target", `[l'aide : ici](https://e.org/a'b(c)?d "l'a : b") ?`, `[l’aide_: ici](https://e.org/a'b(c)?d "l'a : b")~?`},
		{"autolink", "<https://e.org/l'a ; b>", "<https://e.org/l'a ; b>"},
		{"code", "`l'IA : x` et ``a ` l'b`` : ' ` l'IA", "`l'IA : x` et ``a ` l'b``_: ' ` l’IA"},
		{"entity", "a &amp; b&nbsp;; c", "a &amp; b&nbsp;; c"},
		{"escape", `5 \* 3 \! l\'a`, `5 \* 3 \! l\'a`},
		{"intent", "## Quoi ? {#opt-out}", "## Quoi~? {#opt-out}"},
		{"list mark", "- ? oui\n1. : non\n> ! non\n* « a »", "- ? oui\n1. : non\n> ! non\n* «_a_»"},
		{"reference", "[x]: https://e.org l'a", "[x]: https://e.org l'a"},
		{"label keeps its words", "**Train our AI?** : **Oui ?**", "**Train our AI?**_: **Oui~?**"},
		{"quotation in English", "le bouton “Is it on?” : oui", "le bouton “Is it on?”_: oui"},
		{"quoted words are kept", "écrivez « User-agent: GPTBot » : « Why? »", "écrivez «_User-agent: GPTBot_»_: «_Why?_»"},
		{"front matter", "---\ntitle: l'IA ?\n---\nl'IA ?\n", "---\ntitle: l'IA ?\n---\nl’IA~?\n"},
		{"fenced", "```yaml\nkind: l'a ?\n```\nl'a ?\r\n````\nl'a\n```\nl'a\n````\nl'a", "```yaml\nkind: l'a ?\n```\nl’a~?\r\n````\nl'a\n```\nl'a\n````\nl’a"},
		{"another space", "Quoi\u00a0? non\u202f: oui", "Quoi~? non_: oui"},
		{"percentage", "100% ? 3,5 ; n° 4 :", "100%~? 3,5~; n° 4_:"},
		{"parameter", "le ?utm=1 de x ?a", "le ?utm=1 de x ?a"},
	} {
		want := shown.Replace(c.want)
		if got := typography.French(c.in); got != want {
			t.Errorf("%s: %q gives\n%q, want\n%q", c.name, c.in, got, want)
		}
	}
}

func TestFrenchTextDoesEveryFieldAndLeavesTheOriginal(t *testing.T) {
	in := knowledge.Text{
		Title: "l'a ?", Short: "l'a ?", Phrases: []string{"l'a ?"}, Changes: []string{"l'a ?"}, Keeps: []string{"l'a ?"}, Notes: []string{"l'a ?"},
		Steps: []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{"l'a ?"}}},
		Links: []knowledge.Link{{Kind: knowledge.HelpLink, Text: "l'a ?", URL: "https://e.org/l'a"}},
	}
	const one = "l’a\u202f?"
	want := knowledge.Text{
		Title: one, Short: one, Phrases: []string{one}, Changes: []string{one}, Keeps: []string{one}, Notes: []string{one},
		Steps: []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{one}}},
		Links: []knowledge.Link{{Kind: knowledge.HelpLink, Text: one, URL: "https://e.org/l'a"}},
	}
	if got := typography.FrenchText(in); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if in.Phrases[0] != "l'a ?" || in.Steps[0].Steps[0] != "l'a ?" || in.Links[0].Text != "l'a ?" {
		t.Error("the original was changed")
	}
	if got := typography.FrenchText(knowledge.Text{}); !reflect.DeepEqual(got, knowledge.Text{}) {
		t.Errorf("empty: %+v", got)
	}
}

// Nothing but spaces and apostrophes changes, and once is enough.
func FuzzFrench(f *testing.F) {
	for _, s := range []string{"Quoi ? l'IA : « non » ; 12:30", "```\na ?\n```\n- ? `l'a` [l'a](https://e.org ?)", "«»«« » »", "**a ?** “b?” ' !", "---\n:\n---\n\\; &x;", "a\u00a0\u202f:\r\n ;", "** ;**!"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := typography.French(s)
		if bare(once) != bare(s) {
			t.Fatalf("words changed: %q gives %q", s, once)
		}
		if twice := typography.French(once); twice != once {
			t.Fatalf("not idempotent: %q gives %q, then %q", s, once, twice)
		}
	})
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '’':
			return '\''
		case unicode.IsSpace(r) && r != '\n':
			return -1
		}
		return r
	}, s)
}
