package desk

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/taxonomy"
	"nonmerci/knowledge/typography"
)

// sentencesOf are all texts of a language by name.
func sentencesOf(w *words) map[string]string {
	out := map[string]string{}
	var walk func(name string, v reflect.Value)
	walk = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			out[name] = v.String()
		case reflect.Struct:
			for i := range v.NumField() {
				walk(name+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(name+"."+strings.TrimSpace(k.String()+numberOf(k)), v.MapIndex(k))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(name+"."+itoa(i), v.Index(i))
			}
		}
	}
	walk("", reflect.ValueOf(*w))
	return out
}

func numberOf(v reflect.Value) string {
	if v.CanInt() {
		return itoa(int(v.Int()))
	}
	return ""
}

var braces = regexp.MustCompile(`\{[a-z]+\}`)

// TestSentences: both languages say everything, with the same things to fill in.
func TestSentences(t *testing.T) {
	fr, en := sentencesOf(&wordsFrench), sentencesOf(&wordsEnglish)
	for name, s := range fr {
		other, ok := en[name]
		if !ok {
			t.Errorf("%s is in French alone", name)
			continue
		}
		if (s == "") != (other == "") || s == "" && !strings.HasSuffix(name, ".None") {
			t.Errorf("%s is empty: %q, %q", name, s, other)
		}
		if strings.HasSuffix(name, ".One") || strings.HasSuffix(name, ".None") {
			continue
		}
		a, b := braces.FindAllString(s, -1), braces.FindAllString(other, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Errorf("%s fills in %v in French, %v in English", name, a, b)
		}
	}
	for name := range en {
		if _, ok := fr[name]; !ok {
			t.Errorf("%s is in English alone", name)
		}
	}
}

func TestFrenchIsTypographic(t *testing.T) {
	for name, s := range sentencesOf(&wordsFrench) {
		if strings.Contains(s, "'") {
			t.Errorf("%s has a straight apostrophe: %q", name, s)
		}
		if want := typography.French(s); strings.TrimSpace(want) != strings.TrimSpace(s) {
			t.Errorf("%s: %q, want %q", name, s, want)
		}
	}
}

// TestEveryKeyHasItsWords: fields, kinds of event and of trace that the desk meets.
func TestEveryKeyHasItsWords(t *testing.T) {
	w := newWorld(t)
	for _, lang := range []string{"fr", "en"} {
		words := wordsIn(lang)
		for _, i := range taxonomy.Intents {
			if words.Intents[i] == "" {
				t.Errorf("%s: no words for %q", lang, i)
			}
		}
		for _, id := range w.base().IDs() {
			for _, c := range contentDiff(knowledge.Content{}, knowledge.Content{Entry: w.base().Entries[id]}) {
				if name := words.changeName(c.Field); strings.Contains(name, ".") || name == c.Field {
					t.Errorf("%s: no words for %q", lang, c.Field)
				}
			}
		}
	}
	if wordsIn("fr-CH") != &wordsFrench || wordsIn("de") != &wordsEnglish || wordsIn("") != &wordsEnglish {
		t.Error("the languages of screens")
	}
}

func TestFillIsNotFooled(t *testing.T) {
	if got := fill("{a} et {b}", "a", "{b}", "b", "x"); got != "{b} et x" {
		t.Error(got)
	}
}
