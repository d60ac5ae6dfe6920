package desk

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

// TestFormsOfTheSharedBase: what every form shows of every entry fits into it, and sending it unchanged changes nothing.
func TestFormsOfTheSharedBase(t *testing.T) {
	all, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	sections := []section{mainPart, basicPart, stepsPart, linksPart, changesPart, factsPart, scopePart}
	for n, id := range all.IDs() {
		if raced && n%20 > 0 {
			continue
		}
		e := all.Entries[id]
		for lang := range e.Text {
			w := wordsIn(lang)
			for _, s := range sections {
				f := Form{Fields: w.fields(s, e, lang)}
				for _, fl := range f.Fields {
					if n := utf8.RuneCountInString(fl.Value); n > fl.Limit {
						t.Errorf("%s: %s of %s has %d characters, %d at most", id, fl.Key, lang, n, fl.Limit)
					}
				}
				back := cloneEntry(e)
				if wrong := w.apply(s, back, lang, f.values()); len(wrong) > 0 {
					t.Errorf("%s: %v", id, wrong)
				}
				back.Text[lang] = french(lang, back.Text[lang])
				for _, c := range entryDiff(e, back) {
					t.Errorf("%s: sending the form %q unchanged changes %s", id, s, c)
				}
			}
		}
	}
}

func TestReadSteps(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"un\ndeux", "any: un, deux"},
		{"1. un\n2) deux\n\n- trois", "any: un, deux, trois"},
		{"Web :\nun\niPhone :\ndeux\nAndroid:\ntrois", "web: un; ios: deux; android: trois"},
		{"avant\nSur Android :\naprès", "any: avant; android: après"},
		{"Android :\nun\nWeb :\ndeux\nTous :\ntrois", "any: trois; web: deux; android: un"},
		{"Ouvrez Web : la page", "any: Ouvrez Web : la page"},
		{"", ""},
	} {
		var got []string
		for _, d := range readSteps(c.typed) {
			got = append(got, string(d.Device)+": "+strings.Join(d.Steps, ", "))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: %q, want %q", c.typed, s, c.want)
		}
	}
}

func TestReadLinks(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  knowledge.Link
	}{
		{"L’aide | https://example.org/a", knowledge.Link{Kind: knowledge.HelpLink, Text: "L’aide", URL: "https://example.org/a"}},
		{"Le réglage | https://example.org/a | réglage", knowledge.Link{Kind: knowledge.SettingLink, Text: "Le réglage", URL: "https://example.org/a"}},
		{"The form | https://example.org/a | Form", knowledge.Link{Kind: knowledge.FormLink, Text: "The form", URL: "https://example.org/a"}},
		{"- https://example.org/a", knowledge.Link{Kind: knowledge.HelpLink, Text: "example.org", URL: "https://example.org/a"}},
		{"L’aide https://example.org/a", knowledge.Link{Kind: knowledge.HelpLink, Text: "L’aide", URL: "https://example.org/a"}},
		{"[L’aide](https://example.org/a)", knowledge.Link{Kind: knowledge.HelpLink, Text: "L’aide", URL: "https://example.org/a"}},
		{"L’aide | javascript:alert(1)", knowledge.Link{Kind: knowledge.HelpLink, Text: "L’aide", URL: "javascript:alert(1)"}},
		{"rien du tout", knowledge.Link{Kind: knowledge.HelpLink, Text: "rien du tout"}},
	} {
		got := readLinks(c.typed)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%q: %+v, want %+v", c.typed, got, c.want)
		}
	}
}

func TestReadDay(t *testing.T) {
	for typed, want := range map[string]string{"2026-11-27": "2026-11-27", "27/11/2026": "2026-11-27", "3/1/2027": "2027-01-03", " ": ""} {
		if d, err := readDay(typed); err != nil || d.String() != want {
			t.Errorf("%q: %s, %v", typed, d, err)
		}
	}
	for _, typed := range []string{"demain", "31/02/2026", "27/11"} {
		if _, err := readDay(typed); err == nil {
			t.Errorf("%q is a day", typed)
		}
	}
}

func TestSlugs(t *testing.T) {
	for title, want := range map[string]string{
		"Comment couper l’IA du wifi ?": "comment-couper-l-ia", "???": "fiche", "日本語": "fiche", "Œuvre d’art": "oeuvre-d-art",
		"anticonstitutionnellement": "anticonstitutionnell",
	} {
		if got := slugOf(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func FuzzFields(f *testing.F) {
	f.Add("Comment ?\nencore", "Web :\n1. **Réglages**", "L’aide | https://example.org")
	f.Fuzz(func(t *testing.T, lines, steps, links string) {
		w := &wordsFrench
		typed := map[string]string{"title": lines, "phrases": lines, "short": lines, "steps": steps, "links": links}
		e := &knowledge.Entry{}
		w.apply(mainPart, e, "fr", typed)
		text := e.Text["fr"]
		text.Links = slices.DeleteFunc(text.Links, func(l knowledge.Link) bool { // what is no link is refused, and comes back as it was typed
			return knowledge.CheckURL(l.URL) != nil || l.Text == "" || mark.MatchString(l.Text+" ") || strings.Contains(l.Text, "://")
		})
		e.Text["fr"] = text
		form := Form{Fields: w.fields(mainPart, e, "fr")}
		again := &knowledge.Entry{}
		w.apply(mainPart, again, "fr", form.values())
		if !same(e, again) && utf8.ValidString(lines+steps+links) && !strings.ContainsAny(lines+steps+links, "|\\") {
			t.Errorf("what was typed is read twice in two ways: %v", entryDiff(e, again))
		}
	})
}
