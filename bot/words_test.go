package bot

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"nonmerci/knowledge/typography"
	"nonmerci/knowledge/understand"
)

// narrow is how many characters fit on a third of a narrow phone: the buttons of feedback stand in one row of three.
const narrow = 12

// most is how many characters a platform takes for some of the words: Discord for commands, menus and buttons, Telegram for profiles.
var most = map[string]int{
	"AskCommand": 32, "AskDescription": 100, "AskOption": 32, "AskOptionDescription": 100, "PrivacyCommand": 32, "PrivacyDescription": 100,
	"HelpCommand": 32, "HelpDescription": 100, "AnswerThis": 32, "About": 512, "ShortAbout": 120, "Useful": narrow, "NotUseful": narrow, "Outdated": narrow,
	"Missing": 64, "Back": 64, "Show": 80, "Remove": 80, "Open": 64, "ThanksUseful": 200, "ThanksNotUseful": 200, "ThanksOutdated": 200,
	"Original": 40, "AllowQuestion": 64, "ForbidQuestion": 64, "AlwaysOriginal": 64, "AllowRephrase": 64, "PrivacyModel": 700,
	"Busy": 200, "NotYours": 200, "TooOld": 200, "Removed": 200,
}

// TestEveryLanguageHasEveryWord, within the limits of the platforms, and with the blanks that French has.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	for _, lang := range understand.Languages {
		w := surface[lang]
		if w == nil {
			t.Fatalf("%s has no words", lang)
		}
		v, model := reflect.ValueOf(*w), reflect.ValueOf(wordsFrench)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Field(i).Kind() == reflect.Slice {
				if v.Field(i).Len() != model.Field(i).Len() {
					t.Errorf("%s: %s has %d items", lang, name, v.Field(i).Len())
				}
				continue
			}
			s := v.Field(i).String()
			n := utf8.RuneCountInString(s)
			switch {
			case s == "" || s != strings.TrimSpace(s):
				t.Errorf("%s: %s is %q", lang, name, s)
			case most[name] > 0 && n > most[name]:
				t.Errorf("%s: %s has %d characters, at most %d", lang, name, n, most[name])
			case strings.Contains(s, "{name}") != strings.Contains(model.Field(i).String(), "{name}"), strings.Contains(s, "{date}") != strings.Contains(model.Field(i).String(), "{date}"),
				strings.Contains(s, "{language}") != strings.Contains(model.Field(i).String(), "{language}"):
				t.Errorf("%s: %s has other blanks than French", lang, name)
			}
		}
		for _, name := range []string{w.AskCommand, w.PrivacyCommand, w.HelpCommand, w.AskOption} {
			if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
				t.Errorf("%s: the command %q is not plain lower case letters", lang, name)
			}
		}
	}
}

func TestFrenchWordsAreTypeset(t *testing.T) {
	v := reflect.ValueOf(wordsFrench)
	check := func(name, s string) {
		if got := typography.French(s); got != s {
			t.Errorf("%s: write %q", name, got)
		}
	}
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.String {
			check(v.Type().Field(i).Name, f.String())
		}
	}
	for _, c := range wordsFrench.Causes {
		check("Causes", c)
	}
}

// TestPrivacyIsTrue: it speaks of the questions that a community may keep, and of the buttons as they are labelled.
func TestPrivacyIsTrue(t *testing.T) {
	for _, lang := range understand.Languages {
		w := surface[lang]
		for _, want := range []string{"90", w.Useful, w.NotUseful, w.Outdated} {
			if !strings.Contains(strings.ToLower(w.Privacy), strings.ToLower(want)) {
				t.Errorf("%s: it does not speak of « %s »", lang, want)
			}
		}
		if n := utf8.RuneCountInString(w.Privacy); n > 800 {
			t.Errorf("%s: nobody reads %d characters", lang, n)
		}
	}
}
