package vet

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge/typography"
)

// TestEveryCodeHasWords, in both languages, with the same blanks, and French as French sets it.
func TestEveryCodeHasWords(t *testing.T) {
	source, err := os.ReadFile("codes.go")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, m := range regexp.MustCompile(`(?m)^\t\w+ += "([a-z0-9-]+)"`).FindAllStringSubmatch(string(source), -1) {
		codes = append(codes, m[1])
	}
	slices.Sort(codes)
	for lang, w := range map[string]words{"fr": french, "en": english} {
		if got := slices.Sorted(maps.Keys(w.codes)); !slices.Equal(got, codes) {
			t.Errorf("%s has words for %v, the codes are %v", lang, got, codes)
		}
		if got, want := slices.Sorted(maps.Keys(w.fields)), slices.Sorted(maps.Keys(french.fields)); !slices.Equal(got, want) {
			t.Errorf("%s names the fields %v, French %v", lang, got, want)
		}
		if got, want := slices.Sorted(maps.Keys(w.devices)), slices.Sorted(maps.Keys(french.devices)); !slices.Equal(got, want) {
			t.Errorf("%s names the devices %v, French %v", lang, got, want)
		}
	}
	blank := regexp.MustCompile(`\{\d\}`)
	for code, s := range french.codes {
		a, b := blank.FindAllString(s, -1), blank.FindAllString(english.codes[code], -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%s: French has the blanks %v, English %v", code, a, b)
		}
		for form := range strings.SplitSeq(s, "|") {
			if got := typography.French("x" + french.colon + form); got != "x"+french.colon+form {
				t.Errorf("%s: write %q", code, got)
			}
		}
	}
	for _, s := range french.fields {
		if got := typography.French(s); got != s {
			t.Errorf("write %q", got)
		}
	}
}
