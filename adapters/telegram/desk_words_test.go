package telegram

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nonmerci/knowledge/typography"
)

// TestDeskWords: both languages have every word with the same blanks, French is typeset, and labels fit.
func TestDeskWords(t *testing.T) {
	fr, en := reflect.ValueOf(deskFrench), reflect.ValueOf(deskEnglish)
	for i := range fr.NumField() {
		name, french, english := fr.Type().Field(i).Name, fr.Field(i).String(), en.Field(i).String()
		if french == "" || english == "" {
			t.Errorf("%s is missing", name)
		}
		if got := typography.French(french); got != french {
			t.Errorf("%s: write %q", name, got)
		}
		if a, b := blanks(french), blanks(english); !slices.Equal(a, b) {
			t.Errorf("%s has the blanks %v in French and %v in English", name, a, b)
		}
		for _, s := range []string{french, english} {
			if n := utf8.RuneCountInString(s); slices.Contains([]string{"KB", "Guide", "Digest", "Suggest"}, name) && n > 100 || name == "Stale" && n > maxNotice {
				t.Errorf("%s has %d characters", name, n)
			}
		}
	}
}

func blanks(s string) []string {
	var out []string
	for _, part := range strings.Split(s, "{")[1:] {
		word, _, _ := strings.Cut(part, "}")
		out = append(out, word)
	}
	slices.Sort(out)
	return out
}
