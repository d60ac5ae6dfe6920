package bot

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

func day(tb testing.TB, s string) knowledge.Date {
	tb.Helper()
	d, err := knowledge.ParseDate(s)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// TestCardsAsMarkdown compares twelve cards with testdata/golden; go test ./bot -update writes them anew.
func TestCardsAsMarkdown(t *testing.T) {
	b := smallBot(t)
	for _, c := range []struct {
		name, subject, intent, device, lang string
	}{
		{"every-device", "exemplia", "opt-out", "", "fr"},
		{"english", "exemplia", "opt-out", "", "en"},
		{"one-device", "exemplia", "opt-out", "ios", "fr"},
		{"device-without-steps", "exemplia", "opt-out", "android", "fr"},
		{"any-device-counts-for-all", "exemplia", "enterprise", "android", "fr"},
		{"impossible-with-scope", "exemplia", "enterprise", "", "en"},
		{"past-its-review", "exemplia", "status", "", "fr"},
		{"from-memory", "exemplia", "data", "", "fr"},
		{"nearest-entry", "exemplia", "since", "", "fr"},
		{"borrowed-from-english", "exemplia", "opt-out", "web", "de"},
		{"borrowed-from-french", "exemplia", "effect", "", "es"},
		{"general-question", generalSubject, "complaint", "", "fr"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := Verdict{Kind: Answer, Subject: c.subject, Intent: c.intent, Device: c.device, General: c.subject == generalSubject}
			if v.General {
				v.Subject = ""
			}
			r := b.alone().render(v, c.lang)
			if r.Card == nil || r.Card.Markdown() != r.Text {
				t.Fatalf("the text is not that of the card: %+v", r)
			}
			file := filepath.Join("testdata", "golden", c.name+".md")
			if *update {
				if err := os.WriteFile(file, []byte(r.Text+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Text + "\n"; got != string(want) {
				t.Errorf("differs from %s (run with -update if it should):\n%s", file, got)
			}
		})
	}
}

func TestFreshness(t *testing.T) {
	for _, c := range []struct {
		name, verified, review, want string
	}{
		{"checked", "2026-11-12", "2027-05-12", "Vérifié le 12 novembre 2026."},
		{"first of a month", "2026-11-01", "2027-05-12", "Vérifié le 1er novembre 2026."},
		{"on the day of review", "2026-05-12", "2026-11-24", "Vérifié le 12 mai 2026."},
		{"past review", "2026-05-12", "2026-11-22", french.stale},
		{"no review date", "2026-05-12", "", "Vérifié le 12 mai 2026."},
		{"from memory", "", "2027-05-12", french.unverified},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &knowledge.Entry{Verified: day(t, c.verified), Review: day(t, c.review)}
			want := strings.ReplaceAll(c.want, "{date}", "12 mai 2026")
			if got, doubt := freshness(e, &french, today); got != want || doubt == strings.HasPrefix(want, "Vérifié") {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestDatesInWords(t *testing.T) {
	at := time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC)
	want := map[string]string{
		"fr": "1er mars 2026", "en": "1 March 2026", "de": "1. März 2026", "es": "1 de marzo de 2026", "it": "1 marzo 2026",
		"pt": "1 de março de 2026", "nl": "1 maart 2026",
	}
	for lang, w := range want {
		if got := speak(lang).day(at); got != w {
			t.Errorf("%s: %q, want %q", lang, got, w)
		}
	}
}

func TestStepsForADevice(t *testing.T) {
	steps := func(devices ...knowledge.Device) []knowledge.DeviceSteps {
		out := make([]knowledge.DeviceSteps, len(devices))
		for i, d := range devices {
			out[i] = knowledge.DeviceSteps{Device: d, Steps: []string{"…"}}
		}
		return out
	}
	for _, c := range []struct {
		name   string
		all    []knowledge.DeviceSteps
		device string
		want   []knowledge.DeviceSteps
	}{
		{"unknown device: all", steps("web", "ios"), "", steps("web", "ios")},
		{"its own", steps("web", "ios", "android"), "ios", steps("ios")},
		{"its own and those for any", steps("any", "web", "android"), "android", steps("any", "android")},
		{"none of its own: all", steps("web", "ios"), "android", steps("web", "ios")},
		{"no steps", nil, "web", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			same := func(a, b knowledge.DeviceSteps) bool { return a.Device == b.Device }
			if got := stepsFor(c.all, c.device); !slices.EqualFunc(got, c.want, same) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestSourcesAreAtMostThreeAndNeverFromMemory(t *testing.T) {
	b := smallBot(t)
	r := b.alone().render(Verdict{Kind: Answer, Subject: "exemplia", Intent: "opt-out"}, "fr")
	if len(r.Sources) != maxSources || r.Sources[0].URL != "https://exemplia.example/privacy" {
		t.Errorf("sources: %+v, want the first three", r.Sources)
	}
	if r = b.alone().render(Verdict{Kind: Answer, Subject: "exemplia", Intent: "data"}, "fr"); len(r.Sources) != 0 || r.Verified != "" {
		t.Errorf("an entry from memory shows sources %v, verified %q", r.Sources, r.Verified)
	}
}

func TestNearestEntryIsSaid(t *testing.T) {
	b := smallBot(t)
	for intent, want := range map[string]string{"since": "exemplia/status", "legal": "exemplia/status", "object": "exemplia/opt-out", "minors": "exemplia/opt-out"} {
		r := b.alone().render(Verdict{Kind: Answer, Subject: "exemplia", Intent: intent}, "fr")
		if r.Entry != want || !strings.Contains(r.Text, "Je n’ai rien de précis") || !strings.Contains(r.Text, french.intents[intent]) || len(r.Also) > 0 {
			t.Errorf("%s: entry %s, also %v:\n%s", intent, r.Entry, r.Also, r.Text)
		}
	}
}

func TestADraftIsNeverShown(t *testing.T) {
	b := smallBot(t)
	r := b.alone().render(Verdict{Kind: Answer, Subject: "exemplia", Intent: "why"}, "fr")
	if r.Entry == "exemplia/why" || strings.Contains(r.Text, "Personne ne doit") {
		t.Errorf("a draft is shown:\n%s", r.Text)
	}
}

func TestAnEntryThatAnswersTwoIntentsSaysSo(t *testing.T) {
	b := smallBot(t)
	r := b.alone().render(Verdict{Kind: Answer, Subject: "exemplia", Intent: "effect"}, "fr")
	if r.Entry != "exemplia/opt-out" || !slices.Equal(r.Also, []string{"opt-out"}) {
		t.Errorf("entry %s, also %v", r.Entry, r.Also)
	}
}

func TestNothingToFallBackOnIsUnknown(t *testing.T) {
	b := smallBot(t)
	r := b.alone().render(Verdict{Kind: Answer, Subject: "nowhere", Intent: "opt-out"}, "fr")
	if r.Kind != Unknown || r.Entry != "" || r.Subject != "" || len(r.Sources) > 0 {
		t.Errorf("got %+v", r)
	}
}

// TestAnEntryMissingInALanguageIsBorrowed from the language nearest to the reader's, or from the only one there is: Exemplia is
// written in French and English, Solo in French alone.
func TestAnEntryMissingInALanguageIsBorrowed(t *testing.T) {
	b := smallBot(t)
	for reader, from := range map[string]string{"fr": "fr", "en": "en", "de": "en", "nl": "en", "es": "fr", "it": "fr", "pt": "fr"} {
		r := b.alone().render(Verdict{Kind: Answer, Subject: "exemplia", Intent: "opt-out"}, reader)
		said := strings.Contains(r.Text, speak(reader).otherLang)
		if r.Lang != from || said != (reader != from) {
			t.Errorf("%s: given in %s, said: %v", reader, r.Lang, said)
		}
		if r = b.alone().render(Verdict{Kind: Answer, Subject: "solo", Intent: "opt-out"}, reader); r.Lang != "fr" || !strings.Contains(r.Text, "Coupez le réglage.") {
			t.Errorf("%s: an entry in French alone gives %q", reader, r.Text)
		}
	}
}

// TestEveryPublishedEntryRenders for every reader: in seven languages, on every device, whole and not too long.
func TestEveryPublishedEntryRenders(t *testing.T) {
	const tooLong = 12_000
	b, _ := sharedBot(t)
	devices := []string{"", "web", "ios", "android", "any"}
	for _, id := range b.alone().base.IDs() {
		e := b.alone().base.Entries[id]
		if e.Status != knowledge.Published {
			continue
		}
		v := Verdict{Kind: Answer, Subject: id.Subject(), Intent: id.Intent()}
		if v.Subject == generalSubject {
			v.Subject, v.General = "", true
		}
		for _, lang := range understand.Languages {
			for _, v.Device = range devices {
				r := b.alone().render(v, lang)
				switch {
				case r.Kind != Answer || r.Entry != string(id):
					t.Fatalf("%s %s %s: %s %s", id, lang, v.Device, r.Kind, r.Entry)
				case r.Card.Short == "" || !strings.Contains(r.Text, r.Card.Short) || r.Card.Freshness == "":
					t.Errorf("%s %s %s: the answer or its date is missing", id, lang, v.Device)
				case utf8.RuneCountInString(r.Text) >= tooLong:
					t.Errorf("%s %s %s: %d characters", id, lang, v.Device, utf8.RuneCountInString(r.Text))
				case len(r.Sources) > maxSources || strings.Contains(r.Text, "{date}") || strings.Contains(r.Text, "{service}"):
					t.Errorf("%s %s %s: sources %d, or a blank not filled in", id, lang, v.Device, len(r.Sources))
				}
			}
		}
	}
}
