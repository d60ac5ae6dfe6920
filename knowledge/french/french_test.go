package french

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge/typography"
)

func TestSay(t *testing.T) {
	for english, want := range map[string]string{
		"the entry has no text":                                 "la fiche n’a pas de texte",
		`kind: unknown kind "x"`:                                "kind : kind : « x » est une valeur inconnue",
		"the title has 101 characters, 100 at most":             "le titre a 101 caractères, 100 au plus",
		"the answer for web has 5000 characters, 4000 at most":  "la réponse pour le web a 5000 caractères, 4000 au plus",
		"1 steps for web in fr, 2 in en":                        "1 étapes pour le web en français, 2 en anglais",
		"3 notes in fr, 2 in en":                                "à savoir : 3 en français, 2 en anglais",
		"links to help https://e.org in fr, to none in en":      "les liens mènent à help https://e.org en français, à aucun en anglais",
		"« a b » is asked of linkedin/data too":                 "« a b » est aussi une formulation de linkedin/data",
		"the address of source S1 is not the same in fr and en": "l’adresse de la source S1 n’est pas la même en français et anglais",
		"a label is opened and not closed: **x":                 "un libellé s’ouvre et ne se ferme pas : **x",
		"nobody has said this":                                  "nobody has said this",
		"":                                                      "",
	} {
		if got := Say(english); got != want {
			t.Errorf("%q:\n got %q\nwant %q", english, got, want)
		}
	}
}

var number = regexp.MustCompile(`\{\d\}`)

// TestSentencesAreFrench: typeset, with a place for all that is filled in.
func TestSentencesAreFrench(t *testing.T) {
	for english, s := range blanks {
		if n := strings.Count(english, "{}"); n != len(slices.Compact(slices.Sorted(slices.Values(number.FindAllString(s, -1))))) {
			t.Errorf("%q fills in %d, %q another number", english, n, s)
		}
	}
	all := maps.Clone(whole)
	maps.Copy(all, blanks)
	for english, s := range all {
		plain := regexp.MustCompile("`+\\w*|https?://\\S+|[a-z]+:|\"[^\"]*\":?|\\[[^]]*\\]\\([^)]*\\)").ReplaceAllString(s, "x")
		if strings.Contains(s, "'") || s == "" || strings.TrimSpace(typography.French(plain)) != strings.TrimSpace(plain) {
			t.Errorf("%q: write %q", english, typography.French(plain))
		}
	}
}
