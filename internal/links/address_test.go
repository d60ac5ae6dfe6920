package links

import (
	"reflect"
	"strings"
	"testing"

	"nonmerci/knowledge"
)

func exampleBase() *knowledge.Base {
	b := knowledge.NewBase()
	sources := []knowledge.Source{
		{ID: "S1", URL: "https://example.com/terms"}, {ID: "S2", URL: "https://example.com/unused#x"}, {ID: "M1"},
	}
	b.Subjects["a"] = &knowledge.Subject{Slug: "a", Sources: map[string][]knowledge.Source{"fr": sources, "en": sources}}
	b.Entries["a/opt-out"] = &knowledge.Entry{ID: "a/opt-out", Sources: []string{"S1", "M1"}, Text: map[string]knowledge.Text{
		"fr": {
			Short: "Voyez [la page](https://example.com/help#part).",
			Links: []knowledge.Link{{Kind: knowledge.SettingLink, URL: "https://example.com/setting"}},
			Steps: []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{"Ouvrez [ceci](https://example.com/open)."}}},
		},
		"en": {
			Notes: []string{"See [it](https://example.com/help)."},
			Links: []knowledge.Link{{Kind: knowledge.HelpLink, URL: "https://example.com/en"}},
		},
	}}
	b.Entries["a/data"] = &knowledge.Entry{ID: "a/data", Sources: []string{"S1"}, Text: map[string]knowledge.Text{
		"fr": {Links: []knowledge.Link{{Kind: knowledge.HelpLink, URL: "https://example.com/terms"}}},
	}}
	b.Entries["a/since"] = &knowledge.Entry{ID: "a/since", Status: knowledge.Archived, Text: map[string]knowledge.Text{
		"fr": {Links: []knowledge.Link{{URL: "https://example.com/archived"}}},
	}}
	return b
}

func TestCollect(t *testing.T) {
	want := []Address{
		{"https://example.com/en", []string{"help"}, []knowledge.ID{"a/opt-out"}},
		{"https://example.com/help", []string{"text"}, []knowledge.ID{"a/opt-out"}},
		{"https://example.com/open", []string{"text"}, []knowledge.ID{"a/opt-out"}},
		{"https://example.com/setting", []string{"setting"}, []knowledge.ID{"a/opt-out"}},
		{"https://example.com/terms", []string{"help", "source"}, []knowledge.ID{"a/opt-out", "a/data"}},
		{"https://example.com/unused", []string{"source"}, nil},
	}
	for range 20 { // languages come in any order
		if got := Collect(exampleBase()); !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	}
}

func TestOf(t *testing.T) {
	e := exampleBase().Entries["a/opt-out"]
	for lang, want := range map[string]string{"": "en help open setting", "fr": "help open setting", "en": "en help", "de": ""} {
		if got := strings.ReplaceAll(strings.Join(Of(e, lang), " "), "https://example.com/", ""); got != want {
			t.Errorf("%q: %s, want %s", lang, got, want)
		}
	}
}

func TestUserAgent(t *testing.T) {
	for contact, want := range map[string]string{
		"":                        Agent + "/1.0",
		"https://example.org/bot": Agent + "/1.0 (+https://example.org/bot)",
		"me@example.org":          Agent + "/1.0 (+me@example.org)",
		"two words":               "", "a\r\nX: y": "", "(x)": "", "é": "",
	} {
		if got, err := UserAgent("1.0", contact); got != want || (err != nil) != (want == "") {
			t.Errorf("%q: %q, %v", contact, got, err)
		}
	}
}
