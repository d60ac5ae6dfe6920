package discord

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge/typography"
)

// TestDeskWords: both languages have every word with the same blanks, French is typeset, and descriptions of commands fit.
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
		if a, b := blanksOf(french), blanksOf(english); !slices.Equal(a, b) {
			t.Errorf("%s has the blanks %v in French and %v in English", name, a, b)
		}
		if name == "Promote" && max(count(french), count(english)) > 32 {
			t.Errorf("%s is too long for the name of a menu", name)
		}
	}
}

func blanksOf(s string) []string {
	var out []string
	for _, part := range strings.Split(s, "{")[1:] {
		word, _, _ := strings.Cut(part, "}")
		out = append(out, word)
	}
	slices.Sort(out)
	return out
}
