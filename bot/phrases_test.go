package bot

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nonmerci/knowledge"
	"nonmerci/knowledge/taxonomy"
	"nonmerci/knowledge/typography"
	"nonmerci/knowledge/understand"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// sentences are the phrases of a language by the name of their field; an item of a map or a list has its key after a dot.
func sentences(p *phrases) map[string]string {
	out := map[string]string{}
	v := reflect.ValueOf(*p)
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		switch f.Kind() {
		case reflect.String:
			out[name] = f.String()
		case reflect.Map:
			for _, k := range f.MapKeys() {
				out[name+"."+k.String()] = f.MapIndex(k).String()
			}
		case reflect.Slice:
			for j := range f.Len() {
				out[name+"."+itoa(j)] = f.Index(j).String()
			}
		}
	}
	return out
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	if !slices.Equal(slices.Sorted(maps.Keys(languages)), slices.Sorted(slices.Values(understand.Languages))) {
		t.Fatalf("languages %v", slices.Sorted(maps.Keys(languages)))
	}
	want := sentences(&french)
	for _, lang := range understand.Languages {
		got := sentences(speak(lang))
		for name, model := range want {
			s, ok := got[name]
			blanks, wanted := placeholder.FindAllString(s, -1), placeholder.FindAllString(model, -1)
			slices.Sort(blanks)
			slices.Sort(wanted)
			switch {
			case !ok || strings.TrimSpace(s) == "":
				t.Errorf("%s: %s is missing", lang, name)
			case s != strings.TrimSpace(s) || !utf8.ValidString(s):
				t.Errorf("%s: %s has a space at an end, or is not UTF-8: %q", lang, name, s)
			case !slices.Equal(blanks, wanted):
				t.Errorf("%s: %s has the blanks %v, French has %v", lang, name, blanks, wanted)
			}
		}
		for name := range got {
			if _, ok := want[name]; !ok {
				t.Errorf("%s: %s has no French", lang, name)
			}
		}
	}
}

// TestPhrasesCoverWhatTheBaseMaySay: every intent, device, difficulty and region has words.
func TestPhrasesCoverWhatTheBaseMaySay(t *testing.T) {
	for _, i := range slices.Concat(taxonomy.Intents, taxonomy.General) {
		if french.intents[i] == "" {
			t.Errorf("the intent %s has no words", i)
		}
	}
	for _, l := range understand.Languages {
		if french.languages[l] == "" {
			t.Errorf("the language %s has no name", l)
		}
	}
	for _, d := range knowledge.Devices {
		if french.devices[string(d)] == "" || french.device[string(d)] == "" {
			t.Errorf("the device %s has no words", d)
		}
	}
	for _, d := range knowledge.Difficulties {
		if french.difficulties[string(d)] == "" {
			t.Errorf("the difficulty %s has no words", d)
		}
	}
	for _, r := range knowledge.Regions {
		if french.regions[r] == "" {
			t.Errorf("the region %s has no words", r)
		}
	}
	if len(french.months) != 12 {
		t.Errorf("%d months", len(french.months))
	}
	for _, i := range asked {
		if !slices.Contains(taxonomy.Intents, i) {
			t.Errorf("%s is offered, and no intent", i)
		}
	}
	if len(asked) != len(taxonomy.Intents) {
		t.Errorf("%d intents are offered, of %d", len(asked), len(taxonomy.Intents))
	}
}

func TestFrenchPhrasesAreWellTypeset(t *testing.T) {
	for name, s := range sentences(&french) {
		if set := typography.French(s); set != s {
			t.Errorf("%s:\n got %q\nwant %q", name, s, set)
		}
		if strings.Contains(s, "'") || strings.Contains(s, "...") {
			t.Errorf("%s: a straight apostrophe or three dots: %q", name, s)
		}
	}
}

func TestWordsOfNoLanguageAreEnglish(t *testing.T) {
	if speak("xx") != &english || speak("") != &english || Apology("fr") != french.sorry || Apology("xx") != english.sorry {
		t.Error("a language without phrases is not answered in English")
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "a": "A", "école": "École", "¿me afecta?": "¿me afecta?", "x": "X", "meta ai": "Meta ai"} {
		if got := capital(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	b := smallBot(t)
	for _, c := range []struct{ slug, lang, want string }{
		{"exemplia", "fr", "Exemplia"}, {"exemplia", "de", "Exemplia"}, {"rights", "en", "Your rights"}, {"nobody", "fr", "Nobody"}, {"", "fr", ""},
	} {
		if got := b.alone().name(c.slug, c.lang); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.slug, c.lang, got, c.want)
		}
	}
}
