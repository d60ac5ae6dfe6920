package vet_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/vet"
)

// whole returns an entry with nothing to say against.
func whole() *knowledge.Entry {
	return &knowledge.Entry{
		ID: "reglement", Kind: knowledge.Toggle, Difficulty: knowledge.Easy, Sources: []string{"S1"}, Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{"fr": {
			Title: "Comment refuser ?", Short: "Coupez **Données** dans les réglages.", Phrases: []string{"dire non"},
			Steps: []knowledge.DeviceSteps{
				{Device: knowledge.Web, Steps: []string{"Ouvrez **Réglages**.", "Coupez."}}, {Device: knowledge.IOS, Steps: []string{"Touchez **Profil**."}},
			},
			Links:   []knowledge.Link{{Kind: knowledge.SettingLink, Text: "Le réglage", URL: "https://www.linkedin.com/mypreferences"}},
			Changes: []string{"Rien."}, Keeps: []string{"Tout."}, Notes: []string{"Voir [la page](https://www.cnil.fr/fr)."},
		}},
	}
}

var known = vet.Known([]string{
	"www.linkedin.com", "www.cnil.fr", "facebook.com", "www.paypal.com", "x.com", "www.bing.com", "claude.ai", "spawning.substack.com", "help.instagram.com",
	"www.gov.uk", "modem.org", "duckduckgo.com", "youtube.com", "google.com", "ico.org.uk", "www.ebay.co.uk",
})

// codes are the codes of problems, with their fields, sorted.
func codes(all []vet.Problem) []string {
	var out []string
	for _, p := range all {
		out = append(out, p.Field+" "+p.Code)
	}
	slices.Sort(out)
	return out
}

func TestWholeEntryHasNoProblem(t *testing.T) {
	e := whole()
	if all := vet.Entry(e, "fr", known); all != nil {
		t.Error(all)
	}
	if !reflect.DeepEqual(e, whole()) {
		t.Error("the entry was changed")
	}
	if vet.Refused(nil) || vet.Refused([]vet.Problem{{Kind: vet.Warn}}) || !vet.Refused([]vet.Problem{{Kind: vet.Warn}, {Kind: vet.Refuse}}) {
		t.Error("Refused")
	}
}

func TestEntrySaysEverything(t *testing.T) {
	long := func(n int) string { return strings.Repeat("é", n) }
	many := func(n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = fmt.Sprintf("**Mot %d**", i)
		}
		return out
	}
	for want, change := range map[string]func(*knowledge.Text){
		"R fr.title long":              func(x *knowledge.Text) { x.Title = long(151) },
		"W fr.title title-cut":         func(x *knowledge.Text) { x.Title = long(101) },
		"R fr.short long":              func(x *knowledge.Text) { x.Short = long(601) },
		"W fr.short short-shared":      func(x *knowledge.Text) { x.Short = long(301) },
		"R fr.steps.web.2 long":        func(x *knowledge.Text) { x.Steps[0].Steps[1] = long(401) },
		"R fr.notes.1 long":            func(x *knowledge.Text) { x.Notes[0] = long(601) },
		"R fr.phrases.1 long":          func(x *knowledge.Text) { x.Phrases[0] = long(201) },
		"R fr.steps.web many-steps":    func(x *knowledge.Text) { x.Steps[0].Steps = many(13) },
		"R fr.phrases many-phrases":    func(x *knowledge.Text) { x.Phrases = slices.Repeat(x.Phrases, 31) },
		"R fr.links many-links":        func(x *knowledge.Text) { x.Links = slices.Repeat(x.Links, 9) },
		"R fr.links.1 scheme":          func(x *knowledge.Text) { x.Links[0].URL = "javascript:alert(1)" },
		"R fr.links.1 http":            func(x *knowledge.Text) { x.Links[0].URL = "http://www.cnil.fr" },
		"R fr.links.1 other-host":      func(x *knowledge.Text) { x.Links[0].Text = "www.cnil.fr" },
		"R fr.links.1 ping":            func(x *knowledge.Text) { x.Links[0].URL = "tg://user?id=12345" },
		"R fr.notes.1 look-alike":      func(x *knowledge.Text) { x.Notes[0] = "[ici](https://linkedln.com/x)" },
		"R fr.notes.1 http":            func(x *knowledge.Text) { x.Notes[0] = "allez sur http://www.cnil.fr." },
		"W fr.notes.1 unknown-host":    func(x *knowledge.Text) { x.Notes[0] = "[ici](https://exemple.net/x)" },
		"W fr.notes.1 e-mail":          func(x *knowledge.Text) { x.Notes[0] = "écrivez à jean@exemple.net" },
		"W fr.keeps.1 phone":           func(x *knowledge.Text) { x.Keeps[0] = "appelez le 06 12 34 56 78" },
		"W fr.steps.ios no-labels":     func(x *knowledge.Text) { x.Steps[1].Steps[0] = "Touchez." },
		"W fr.steps no-how":            func(x *knowledge.Text) { x.Steps, x.Links = nil, nil },
		"R fr.title ping":              func(x *knowledge.Text) { x.Title = "Hé @everyone" },
		"R fr.title empty":             func(x *knowledge.Text) { x.Title = "" },
		"R fr.title braces":            func(x *knowledge.Text) { x.Title = "C#" },
		"R fr.title plain":             func(x *knowledge.Text) { x.Title = "**a**" },
		"R fr.short direction":         func(x *knowledge.Text) { x.Short = "a\u202eb" },
		"R fr.short invisible":         func(x *knowledge.Text) { x.Short = "a\u200bb" },
		"R fr.short control":           func(x *knowledge.Text) { x.Short = "a\x00b" },
		"R fr.short utf8":              func(x *knowledge.Text) { x.Short = "a\xffb" },
		"R fr.short mark-open":         func(x *knowledge.Text) { x.Short = "**a" },
		"R fr.short mark-space":        func(x *knowledge.Text) { x.Short = "** a**" },
		"R fr.short mark-touch":        func(x *knowledge.Text) { x.Short = "**a.**b" },
		"R fr.short mark-nested":       func(x *knowledge.Text) { x.Short = "**a *b* c**" },
		"R fr.short link-whole":        func(x *knowledge.Text) { x.Short = "[a](b c)" },
		"R fr.short lines":             func(x *knowledge.Text) { x.Short = "a\nb" },
		"R fr.short spaces":            func(x *knowledge.Text) { x.Short = " a" },
		"R fr.short block":             func(x *knowledge.Text) { x.Short = "- a" },
		"R fr.short backslash":         func(x *knowledge.Text) { x.Short = `a\b` },
		"R fr.short image":             func(x *knowledge.Text) { x.Short = "![a](https://www.cnil.fr)" },
		"R fr.short backquote":         func(x *knowledge.Text) { x.Short = "`a`" },
		"R fr.short entity":            func(x *knowledge.Text) { x.Short = "a&nbsp;b" },
		"R fr.short struck":            func(x *knowledge.Text) { x.Short = "~~a~~" },
		"R fr.short underscore":        func(x *knowledge.Text) { x.Short = "_a_" },
		"R fr.short label-path":        func(x *knowledge.Text) { x.Short = "**A → B**" },
		"R fr.short label-quotes":      func(x *knowledge.Text) { x.Short = "**« A »**" },
		"R fr.short label-end":         func(x *knowledge.Text) { x.Short = "**A,** b" },
		"R fr.links.1 brackets":        func(x *knowledge.Text) { x.Links[0].Text = "[a]" },
		"R fr.steps.web device-order":  func(x *knowledge.Text) { x.Steps[0], x.Steps[1] = x.Steps[1], x.Steps[0] },
		"R fr.steps.ios device-empty":  func(x *knowledge.Text) { x.Steps[1].Steps = nil },
		"R fr.links.1 long":            func(x *knowledge.Text) { x.Links[0].URL += "/" + strings.Repeat("a", 520) },
		"R fr.steps.web.1 host-inside": func(x *knowledge.Text) { x.Steps[0].Steps[0] = "Ouvrez **A** sur linkedin.com.evil.org" },
	} {
		e := whole()
		x := e.Text["fr"]
		change(&x)
		e.Text["fr"] = x
		found := vet.Entry(e, "fr", known)
		kind, rest, _ := strings.Cut(want, " ")
		if !slices.ContainsFunc(found, func(p vet.Problem) bool { return p.Field+" "+p.Code == rest && (p.Kind == vet.Refuse) == (kind == "R") }) {
			t.Errorf("want %s, got %v", want, found)
		}
		if len(found) > 2 {
			t.Errorf("%s: %v are too many problems for one mistake", want, codes(found))
		}
	}
}

func TestWhatSurroundsTheText(t *testing.T) {
	e := whole()
	e.Sources, e.Ages, e.Plans = nil, "adultes", []string{"Pro"}
	e.Revision, e.ID, e.Status = 0, "", "" // what the program fills in
	if got, want := codes(vet.Entry(e, "fr", known)), []string{"ages ages", "plans plans", "sources no-source"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !vet.Refused(vet.Entry(whole(), "de", known)) {
		t.Error("a language that the entry lacks is right")
	}
	e = whole()
	x := e.Text["fr"]
	x.Steps, x.Links, x.Short = nil, nil, "Écrivez à **privacy@linkedin.com**."
	e.Text["fr"] = x
	if all := vet.Entry(e, "fr", known); all != nil {
		t.Errorf("an address to write to is no way: %v", all)
	}
}

func TestHTMLIsText(t *testing.T) {
	e := whole()
	e.Text["fr"] = knowledge.Text{
		Title: "Que veut dire <b>IA</b> ?", Short: "a < b, <script>alert(1)</script> et a<b", Phrases: []string{"<3 merci", "<!-- -->"},
		Steps: []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{"Touchez **<Partager>** puis </fin>."}}}, Notes: []string{"<a href=x>"},
	}
	if all := vet.Entry(e, "fr", known); all != nil {
		t.Error(all)
	}
	// What stands beside it is still looked at.
	for want, s := range map[string]string{"look-alike": "<b> [ici](https://linkedln.com)", "mark-open": "<b> **a", "other-host": "<i> [x.com](https://www.cnil.fr)"} {
		x := whole()
		text := x.Text["fr"]
		text.Short = s
		x.Text["fr"] = text
		if all := vet.Entry(x, "fr", known); len(all) != 1 || all[0].Code != want {
			t.Errorf("%q: want %s, got %v", s, want, all)
		}
	}
}

func TestLine(t *testing.T) {
	for s, want := range map[string]string{
		"":                  "",
		"comment refuser ?": "",
		"👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f ok": "",
		"l’été\u00a0: «\u202foui\u202f»":       "",
		"a\u200db":                             "invisible",
		"a\ufe0fb":                             "invisible",
		"a\u00adb":                             "invisible",
		"\ufeffa":                              "invisible",
		"a\u3164b":                             "invisible",
		"a\U000e0041b":                         "invisible",
		"a\u2066b":                             "direction",
		"a\u061cb":                             "direction",
		"a\u200fb":                             "direction",
		"a\tb":                                 "control",
		"a\x1bb":                               "control",
		"a\u2028b":                             "control",
		"a\u0085b":                             "control",
		"a\nb":                                 "lines",
		"@everyone":                            "ping",
		"hé,@here!":                            "ping",
		"＠everyone":                            "ping",
		"@Every\u200bone":                      "ping invisible",
		"<@123456>":                            "ping",
		"<@!123456>":                           "ping",
		"<@&123456>":                           "ping",
		"tg://user?id=1":                       "ping",
		"@everyoneelse":                        "",
		"@hereby":                              "",
		"privacy@here.com":                     "e-mail",
		"javascript:alert(1)":                  "scheme",
		"JAVASCRIPT:alert(1)":                  "scheme",
		"data:text/html,x":                     "scheme",
		"data: oui":                            "",
		"file:///etc/passwd":                   "scheme",
		"ouvrez about:config":                  "",
		"chrome://settings":                    "",
		"http://cnil.fr/x, puis":               "http",
		"https://cnil.fr/x, puis":              "",
		"https://192.168.1.1/x":                "ip-host",
		"https://2130706433/":                  "ip-host",
		"https://0x7f.1/":                      "ip-host",
		"https://[::1]/":                       "ip-host",
		"https://a:b@cnil.fr/":                 "user-info",
		"https://linkedin.com@evil.org/":       "user-info",
		"https://xn--pypal-4ve.com":            "punycode",
		"https://раypal.com":                   "mixed-script",
		"раypal.com":                           "mixed-script",
		"https://localhost/":                   "no-host",
		"https://":                             "no-host",
		"[a](ftp://cnil.fr)":                   "scheme",
		"[a](/page)":                           "not-address",
		"[a](mailto:dpo@cnil.fr)":              "",
		"[a](mailto:)":                         "not-address",
		"[cnil.fr](https://evil.org)":          "other-host",
		"[cnil.fr](https://www.cnil.fr/x)":     "",
		"[jean@cnil.fr](mailto:jean@evil.org)": "other-host e-mail",
		"appelez le 0612345678":                "phone",
		strings.Repeat("🙂", 101):               "long",
	} {
		if got := strings.TrimSpace(strings.ReplaceAll(strings.Join(codes(vet.Line("", s, 200)), ""), "  ", " ")); !sameWords(got, want) {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
	if vet.Line("x", strings.Repeat("a", 9999), 0) != nil {
		t.Error("no limit is a limit")
	}
}

// sameWords says whether two texts have the same words.
func sameWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
