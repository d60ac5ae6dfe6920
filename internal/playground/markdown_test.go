package playground

import (
	"fmt"
	"strings"
	"testing"
)

// outline writes nodes as (tag text kids…), for tables.
func outline(list []node) string {
	var out []string
	for _, n := range list {
		switch {
		case n.Tag == "":
			out = append(out, fmt.Sprintf("%q", n.Text))
		case n.Href != "":
			out = append(out, "(a "+n.Href+" "+outline(n.Kids)+")")
		default:
			out = append(out, strings.TrimRight("("+strings.Join(strings.Fields(n.Tag+" "+n.Text+" "), " ")+" "+outline(n.Kids), " ")+")")
		}
	}
	return strings.Join(out, " ")
}

func TestMarkdownAsDiscordShowsIt(t *testing.T) {
	names := func(m string) string { return map[string]string{"<@1>": "@Léa"}[m] }
	for _, c := range []struct{ in, want string }{
		{"simple", `(p "simple")`},
		{"-# petit **gras**", `(small "petit " (b "gras"))`},
		{"**a** et *b* et __c__ et ~~d~~ et ||e||", `(p (b "a") " et " (i "b") " et " (u "c") " et " (s "d") " et " (spoiler "e"))`},
		{"***tout***", `(p (b (i "tout")))`},
		{"*a **b** c*", `(p (i "a " (b "b") " c"))`},
		{"snake_case_name et 2 * 3 * 4", `(p "snake_case_name et 2 * 3 * 4")`},
		{`\*\*non\*\* \# \[x\](y)`, `(p "**non** # [x](y)")`},
		{`**un \* deux**`, `(p (b "un * deux"))`},
		{"**", `(p "**")`},
		{"* ", `(list (item •))`},
		{"*", `(p "*")`},
		{"****", `(p "****")`},
		{"[texte](https://a.fr/b_(c)) fin", `(p (a https://a.fr/b_(c) "texte") " fin")`},
		{"[texte](<https://a.fr>)", `(p (a https://a.fr "texte"))`},
		{"[texte](javascript:alert(1))", `(p "[texte](javascript:alert(1))")`},
		{"voir https://a.fr/x. Fin", `(p "voir " (a https://a.fr/x "https://a.fr/x") ". Fin")`},
		{"<https://a.fr>", `(p (a https://a.fr "https://a.fr"))`},
		{"<@1> bonjour", `(p (mention "@Léa") " bonjour")`},
		{"`**code**`", `(p (code "**code**"))`},
		{"1. un\n2. deux\n- trois\n  - quatre", `(list (item 1. "un")) (list (item 2. "deux")) (list (item • "trois")) (list (subitem ◦ "quatre"))`},
		{"a\n\nb", `(p "a") (gap) (p "b")`},
		{"> cité\n> encore\nfin", `(blockquote (p "cité") (p "encore")) (p "fin")`},
		{"## Titre", `(h2 "Titre")`},
		{"```\nx **y**\n```\nfin", `(pre "x **y**") (p "fin")`},
		{"```go\nx := 1\n```", `(pre "x := 1")`},
		{"```une ligne```", `(pre "une ligne")`},
		{"```\nsans fin", "(p \"```\") (p \"sans fin\")"},
	} {
		if got := outline(markdown(c.in, names)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func FuzzMarkdownLosesNoWord(f *testing.F) {
	f.Add("**a** [b](https://c.fr) _d_ `e`")
	f.Add("\\")
	f.Add("*_~|`[<h")
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(s, "```") {
			return // the name of a language is not shown
		}
		all := outline(markdown(s, func(m string) string { return m }))
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) {
			if !strings.Contains(all, word) {
				t.Errorf("%q is lost: %s", word, all)
			}
		}
	})
}
