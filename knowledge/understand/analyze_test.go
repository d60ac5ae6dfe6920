package understand

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAnalyzeWords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"accents and capitals", "DÉSACTIVER l’IA", "desactiver l ia"},
		{"short spelling", "cmt refuser", "comment refuser"},
		{"short spelling of several words", "refuser stp", "refuser s il te plait"},
		{"glued", "jrefuser", "je refuser"},
		{"glued, the longest prefix", "jvrefuser", "je vais refuser"},
		{"glued to a short spelling", "jdesactiv", "je desactiver"},
		{"glued to nothing we know", "jxyzw", "jxyzw"},
		{"repeated letters", "refuuuuuser l'iaaaaa", "refuser l ia"},
		{"a typo", "désactvier", "desactiver"},
		{"a typo in a name", "instragam", "instagram"},
		{"numbers", "linkedin 2026", "linkedin 2026"},
		{"emoji", "🙏🙏 refuser 🤖 l'ia 🙏", "refuser l ia"},
		{"right to left", "refuser \u202el'ia\u202c", "refuser l ia"},
		{"zero width", "re\u200bfu\u200dser", "refuser"},
		{"soft hyphen and BOM", "\ufeffre\u00adfuser", "refuser"},
		{"NUL", "re\x00fuser \x00 l'ia\x00", "refuser l ia"},
		{"full width", "ｒｅｆｕｓｅｒ", "refuser"},
		{"nothing but marks", "?!… --- ()", ""},
		{"nothing", "", ""},
		{"spaces", " \t\r\n\u00a0\u202f", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(texts(look(c.in)), " "); got != c.want {
				t.Errorf("%q gives %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestAnalyzeNames(t *testing.T) {
	type mention struct {
		subject       string
		weak, negated bool
	}
	for _, c := range []struct {
		name, in string
		want     []mention
	}{
		{"a name", "l'ia de LinkedIn", []mention{{subject: "linkedin"}}},
		{"in two pieces", "face book", []mention{{subject: "facebook"}}},
		{"a typo", "faceboko", []mention{{subject: "facebook"}}},
		{"a misspelling", "lindekin", []mention{{subject: "linkedin"}}},
		{"the longest wins", "les photos de google photos", []mention{{subject: "google-photos"}}},
		{"the longest wins, from the left", "photos de google", []mention{{subject: "google-photos"}}},
		{"the shorter when the longer does not fit", "google et photos", []mention{{subject: "google"}}},
		{"two", "facebook et instagram", []mention{{subject: "facebook"}, {subject: "instagram"}}},
		{"set aside", "pas linkedin, twitter", []mention{{subject: "linkedin", negated: true}, {subject: "x"}}},
		{"set aside, with an article", "pas le linkedin", []mention{{subject: "linkedin", negated: true}}},
		{"not set aside: a longer word between", "pas comme linkedin", []mention{{subject: "linkedin"}}},
		{"weak", "mon éditeur", []mention{{subject: "zed", weak: true}}},
		{"unlisted", "et le bon plan ?", []mention{{subject: unlisted}}},
		{"one letter", "x", []mention{{subject: "x"}}},
		{"inside a word", "xylophone", nil},
		{"none", "refuser", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := look(c.in)
			var got []mention
			for _, m := range a.Mentions {
				got = append(got, mention{m.Subject, m.Weak, m.Negated})
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q: %+v, want %+v (%q)", c.in, got, c.want, texts(a))
			}
			if c.name == "unlisted" && a.Unlisted != "le bon plan" {
				t.Errorf("unlisted %q", a.Unlisted)
			}
		})
	}
}

// TestNearSpellingsOfShortNames: a name of three letters or fewer is never guessed, whatever was typed.
func TestNearSpellingsOfShortNames(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	var near []string
	for _, name := range []string{"zed", "fb", "x"} {
		for i := 0; i <= len(name); i++ {
			for _, l := range letters {
				near = append(near, name[:i]+string(l)+name[i:])
				if i < len(name) {
					near = append(near, name[:i]+string(l)+name[i+1:])
				}
			}
		}
	}
	near = append(near, "zde", "ezd", "ze", "ed", "bf", "zzed", "zeed", "fbb")
	for _, w := range near {
		if _, named := tiny().lex.names[w]; named || slices.Contains([]string{"dzed", "jzed", "lzed"}, w) { // « d'zed » without its apostrophe
			continue
		}
		if a := look("l'ia de " + w); len(a.Mentions) > 0 {
			t.Errorf("%q is read as %s", w, a.Mentions[0].Subject)
		}
	}
}

func TestNamesAreMasked(t *testing.T) {
	a := look("désactiver google photos et badoo, pas linkedin")
	for _, stems := range []bool{true, false} {
		got := a.maskedWords(stems)
		count := map[string]int{}
		for _, w := range got {
			count[w]++
		}
		if count[masked] != 2 || count["§u"] != 1 || count["google"]+count["photos"]+count["photo"]+count["badoo"]+count["linkedin"] > 0 {
			t.Errorf("%q", got)
		}
	}
	// The intent must not depend on which service is named.
	var s scratch
	one := slices.Clone(look("comment désactiver l'ia de linkedin").intentFeatures(&s))
	two := slices.Clone(look("comment désactiver l'ia de google photos").intentFeatures(&s))
	if !slices.Equal(one, two) {
		t.Error("the features of the intent change with the name of the service")
	}
}

func TestAnalyzeMarks(t *testing.T) {
	if !look("linkedin ?").Question || look("linkedin").Question {
		t.Error("the question mark is not seen")
	}
	a := look("intelligence artificielle")
	if len(a.Tokens) != 2 || len(a.Tokens[0].Concepts) != 1 {
		t.Errorf("an expression of two words has no concept: %+v", a.Tokens)
	}
	if a = apart(tiny(), "refuser", "en", ""); len(a.Tokens[0].Concepts) == 0 {
		t.Error("a French word in an English question has no concept")
	}
}

func TestLanguage(t *testing.T) {
	m := tiny()
	for _, c := range []struct{ name, in, known, spoken, want string }{
		{"known", "comment refuser l'ia de linkedin", "nl", "", "nl"},
		{"found out: French", "comment désactiver l'ia de linkedin s'il te plaît", "", "", "fr"},
		{"found out: English", "how do i turn off the ai of linkedin please", "", "", "en"},
		{"a name tells nothing", "linkedin", "", "en", "en"},
		{"nothing tells nothing", "", "", "", "fr"},
		{"no language of ours is no hint", "linkedin", "ru", "xx", "fr"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if a := apart(m, c.in, c.known, c.spoken); a.Lang != c.want || a.LangP < 0 || a.LangP > 1 {
				t.Errorf("%s (%.2f), want %s", a.Lang, a.LangP, c.want)
			}
		})
	}
}

// TestAnalyzeAgain: taking apart the words that an analysis found finds the same words.
func TestAnalyzeAgain(t *testing.T) {
	for _, q := range append(nasty(), "cmt jdesactiv l'ia de linkdin stp", "pas linkedin, twitter", "refuuuuser instragam") {
		once := texts(look(q))
		if len(once) > maxTokens {
			continue
		}
		if twice := texts(look(strings.Join(once, " "))); !slices.Equal(once, twice) {
			t.Errorf("%.60q: %.200q, again %.200q", q, once, twice)
		}
	}
}

// nasty are texts that nobody should type.
func nasty() []string {
	return []string{
		"", " ", "\x00", "\xff\xfe\xfd", "abc\xc3", "\xed\xa0\x80", strings.Repeat("\xff", 5000), "\u202e\u202d\u2066", "\u200b\u200c\u200d\ufeff",
		"🏳️‍🌈👩‍👩‍👧‍👦", strings.Repeat("🤖", 3000), strings.Repeat("a", 20_000), strings.Repeat("a ", 20_000), strings.Repeat("linkedin ", 3000),
		strings.Repeat("é", 3000), "e" + strings.Repeat("\u0301", 3000), "العربية لينكد إن", "日本語の質問です", "ﷺﷺﷺ", "ŉ ǆ ﬃ ß İ ı",
		"'; DROP TABLE entries; --", "<script>alert(1)</script>", "{{.Text}} ${jndi:x} %s%n %!d", "\\\\\\", "((((((((", strings.Repeat("l'", 2000),
		strings.Repeat("google photos de google photos ", 500), "\r\n\t\v\f\u0085\u2028", "0000000000000000000000000000", "§ §u ^ $",
	}
}

func checkAnalysis(t *testing.T, q string, a *Analysis) {
	t.Helper()
	if len(a.Tokens) > 2*maxTokens {
		t.Errorf("%.60q: %d tokens", q, len(a.Tokens))
	}
	for i, tok := range a.Tokens {
		switch {
		case tok.Text == "" || tok.Stem == "":
			t.Errorf("%.60q: an empty token at %d", q, i)
		case !utf8.ValidString(tok.Text):
			t.Errorf("%.60q: %q is not UTF-8", q, tok.Text)
		case tok.Mention >= len(a.Mentions) || tok.Mention >= 0 && (i < a.Mentions[tok.Mention].Start || i >= a.Mentions[tok.Mention].End):
			t.Errorf("%.60q: token %d is of mention %d: %+v", q, i, tok.Mention, a.Mentions)
		}
	}
	end := 0
	for _, m := range a.Mentions {
		if m.Start < end || m.End <= m.Start || m.End > len(a.Tokens) || m.Subject == "" {
			t.Errorf("%.60q: mentions %+v", q, a.Mentions)
		}
		end = m.End
	}
	if !slices.Contains(Languages, a.Lang) {
		t.Errorf("%.60q: language %q", q, a.Lang)
	}
}

func checkReading(t *testing.T, q string, r *Reading) {
	t.Helper()
	checkAnalysis(t, q, r.Analysis)
	if !(r.Ours >= 0 && r.Ours <= 1) {
		t.Errorf("%.60q: ours %v", q, r.Ours)
	}
	if sum := r.Of(func(string) bool { return true }); !(sum > 0.999 && sum < 1.001) {
		t.Errorf("%.60q: the chances add up to %v", q, sum)
	}
	if !slices.IsSortedFunc(r.Chances, func(a, b Chance) int {
		if a.P < b.P {
			return 1
		}
		return -1
	}) {
		t.Errorf("%.60q: the chances are not in order", q)
	}
}

func TestNastyTexts(t *testing.T) {
	ship, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	after := Context{Subject: "linkedin", Class: "opt-out", Device: "web", Lang: "fr"}
	for _, m := range []*Model{tiny(), ship} {
		for _, q := range nasty() {
			checkReading(t, q, m.Read(q, Context{}, ""))
			checkReading(t, q, m.Read(q, after, "en"))
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, q := range nasty() {
		f.Add(q[:min(len(q), 100)], "", "")
	}
	f.Add("cmt jdesactiv l'ia de linkdin stp", "fr", "opt-out")
	f.Add("pas linkedin, twitter", "en", "rights/complaint")
	f.Fuzz(func(t *testing.T, q, lang, class string) {
		m := tiny()
		a := apart(m, q, lang, "")
		checkAnalysis(t, q, a)
		if again := apart(m, q, lang, ""); !slices.Equal(texts(a), texts(again)) {
			t.Error("the same text gives other words the second time")
		}
		checkReading(t, q, m.Read(q, Context{Class: class, Subject: lang}, lang))
	})
}
