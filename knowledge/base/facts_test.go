package base_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// facts is what the base was written from, about one subject.
type facts struct {
	text      string // as it is
	folded    string
	addresses map[string]bool
	dates     map[[3]int]bool // those already asked for
}

var (
	address   = regexp.MustCompile(`https?://[^\s<>«»"'|` + "`" + `]+`)
	email     = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	trailing  = ".,;:)]…*"
	monthsFR  = []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	monthsEN  = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
	monthsDE  = []string{"januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"}
	dayMonth  = regexp.MustCompile(`\b(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(\pL+) (\d{4})\b`)
	monthDay  = regexp.MustCompile(`\b(\pL+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
	monthYear = regexp.MustCompile(`(\pL+) (\d{4})\b`)
)

func newFacts(text string) facts {
	f := facts{text: text, folded: fold(text), addresses: map[string]bool{}, dates: map[[3]int]bool{}}
	for _, a := range append(address.FindAllString(text, -1), email.FindAllString(text, -1)...) {
		f.addresses[bareAddress(a)] = true
	}
	return f
}

// bareAddress is an address without what a sentence puts after it, and without its scheme: what was noted as http may be given as https.
func bareAddress(a string) string {
	for a != "" && strings.Contains(trailing, a[len(a)-1:]) {
		if a[len(a)-1] == ')' && strings.Count(a, "(") >= strings.Count(a, ")") {
			break
		}
		a = a[:len(a)-1]
	}
	a = strings.TrimSuffix(strings.ToLower(a), "/")
	return strings.TrimPrefix(strings.TrimPrefix(a, "http://"), "https://")
}

var folding = strings.NewReplacer("’", "'", "‘", "'", "\u00a0", " ", "\u202f", " ", "…", "...", "“", `"`, "”", `"`, "« ", `"`, " »", `"`, "«", `"`, "»", `"`, "*", "", "‑", "-")

// fold takes away what two writings of the same words may differ in: case, quotes, apostrophes, spaces, ellipses.
func fold(s string) string {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(strings.ToLower(s))
	return strings.Join(strings.Fields(folding.Replace(s)), " ")
}

// holds says whether the words of s occur, not inside longer words.
func (f facts) holds(s string) bool {
	s = fold(s)
	for from := 0; ; {
		i := strings.Index(f.folded[from:], s)
		if i < 0 {
			return false
		}
		i += from
		if edge(f.folded[:i], s, true) && edge(f.folded[i+len(s):], s, false) {
			return true
		}
		from = i + 1
	}
}

var (
	wordEnd   = regexp.MustCompile(`[\pL\pN]$`)
	wordStart = regexp.MustCompile(`^[\pL\pN]`)
)

func edge(outside, inside string, before bool) bool {
	if before {
		return !wordEnd.MatchString(outside) || !wordStart.MatchString(inside)
	}
	return !wordStart.MatchString(outside) || !wordEnd.MatchString(inside)
}

// names matches the words for a month, whole or cut short.
func names(month int) string {
	out := make([]string, 0, 6)
	for _, all := range [][]string{monthsFR, monthsEN, monthsDE} {
		name := []rune(all[month-1])
		out = append(out, regexp.QuoteMeta(string(name)), regexp.QuoteMeta(string(name[:min(3, len(name))]))+`\pL{0,2}\.?`)
	}
	return "(?:" + strings.Join(out, "|") + ")"
}

// dated says whether a date occurs: as numbers, in words, or as an end of a range (« 29-30 Sept 2025 », « 13 May → 26 Sept 2025 »). A day of 0
// stands for the month, a month of 0 for the year.
func (f facts) dated(y, m, d int) bool {
	known, asked := f.dates[[3]int{y, m, d}]
	if !asked {
		known = f.find(y, m, d)
		f.dates[[3]int{y, m, d}] = known
	}
	return known
}

func (f facts) find(y, m, d int) bool {
	year := strconv.Itoa(y)
	if m == 0 {
		return strings.Contains(f.folded, year)
	}
	patterns := []string{fmt.Sprintf(`\b%s-%02d\b`, year, m), fmt.Sprintf(`\b%02d/%s\b`, m, year), fmt.Sprintf(`\b%s/0?%d\b`, year, m), names(m) + `.{0,14}\b` + year, `\b` + year + ` \(` + names(m)}
	if d > 0 {
		patterns = []string{
			fmt.Sprintf(`\b%s-%02d-%02d\b`, year, m, d),
			fmt.Sprintf(`\b%s/0?%d/0?%d\b`, year, m, d),
			fmt.Sprintf(`\b0?%d(?:er|st|nd|rd|th|\.)?\b.{0,12}\b%s.{0,25}\b%s`, d, names(m), year),
			fmt.Sprintf(`\b%s %d(?:st|nd|rd|th)?\b.{0,12}\b%s`, names(m), d, year),
		}
	}
	for _, p := range patterns {
		if regexp.MustCompile(p).MatchString(f.folded) {
			return true
		}
	}
	return false
}

// remembered says whether the facts give an address from memory, and nowhere as a page that was read.
func (f facts) remembered(url string) bool {
	memory := false
	for from := 0; ; {
		i := strings.Index(f.text[from:], url)
		if i < 0 {
			return memory
		}
		from += i + len(url)
		rest := f.text[from:]
		if end := strings.IndexAny(rest, "\n·;"); end >= 0 {
			rest = rest[:end]
		}
		rest, _, _ = strings.Cut(rest, "http")
		switch {
		case strings.Contains(rest, "from-memory"), strings.Contains(rest, "| memory"):
			memory = true
		case strings.Contains(rest, "found"):
			return false
		}
	}
}

// A claim is something that the facts must hold.
type claim struct {
	kind, text, where string
	in                func(facts) bool
}

// claims are the addresses, dates and labels of a subject, each once in a file.
func claims(b *knowledge.Base, slug string) []claim {
	var out []claim
	for _, lang := range files.Languages {
		for _, s := range b.Subjects[slug].Sources[lang] {
			where := files.Path(lang, slug) + ": source " + s.ID
			if s.URL != "" {
				out = append(out, addressClaim(s.URL, where))
			}
			if s.Date != "" {
				out = append(out, dateClaim(string(s.Date), where, parseDate(string(s.Date))))
			}
		}
		for _, e := range b.Of(slug) {
			if t, ok := e.Text[lang]; ok {
				out = append(out, textClaims(t, place(t)+": "+string(e.ID))...)
			}
		}
	}
	return out
}

func addressClaim(a, where string) claim {
	return claim{"address", a, where, func(f facts) bool { return f.addresses[bareAddress(a)] }}
}

func dateClaim(s, where string, d [3]int) claim {
	return claim{"date", s, where, func(f facts) bool { return f.dated(d[0], d[1], d[2]) }}
}

func parseDate(s string) (d [3]int) {
	for i, part := range strings.Split(s, "-") {
		d[i], _ = strconv.Atoi(part)
	}
	return d
}

func textClaims(t knowledge.Text, where string) []claim {
	var out []claim
	for _, l := range t.Links {
		out = append(out, addressClaim(l.URL, where))
	}
	all := append(append(append([]string{t.Title, t.Short}, t.Changes...), t.Keeps...), t.Notes...)
	for _, d := range t.Steps {
		all = append(all, d.Steps...)
	}
	for _, s := range all {
		spans, err := knowledge.Spans(s)
		if err != nil {
			continue
		}
		for _, sp := range spans {
			switch sp.Kind {
			case knowledge.LabelSpan:
				out = append(out, claim{"label", sp.Text, where, func(f facts) bool { return f.holds(sp.Text) }})
			case knowledge.LinkSpan:
				out = append(out, addressClaim(sp.URL, where))
			}
		}
		plain := knowledge.Plain(s)
		for _, a := range append(address.FindAllString(plain, -1), email.FindAllString(plain, -1)...) {
			out = append(out, addressClaim(a, where))
		}
		out = append(out, dateClaims(plain, where)...)
	}
	return out
}

// dateClaims are the dates of a text that are written in words.
func dateClaims(s, where string) []claim {
	s = fold(s)
	var out []claim
	for _, m := range dayMonth.FindAllStringSubmatch(s, -1) {
		if month := monthOf(m[2]); month > 0 {
			d, _ := strconv.Atoi(m[1])
			y, _ := strconv.Atoi(m[3])
			out = append(out, dateClaim(m[0], where, [3]int{y, month, d}))
		}
	}
	for _, m := range monthDay.FindAllStringSubmatch(s, -1) {
		if month := monthOf(m[1]); month > 0 {
			d, _ := strconv.Atoi(m[2])
			y, _ := strconv.Atoi(m[3])
			out = append(out, dateClaim(m[0], where, [3]int{y, month, d}))
		}
	}
	for _, m := range monthYear.FindAllStringSubmatch(s, -1) {
		if month := monthOf(m[1]); month > 0 {
			y, _ := strconv.Atoi(m[2])
			out = append(out, dateClaim(m[0], where, [3]int{y, month, 0}))
		}
	}
	return out
}

func monthOf(word string) int {
	for i := range 12 {
		if word == monthsFR[i] || word == monthsEN[i] {
			return i + 1
		}
	}
	return 0
}

func TestFactsAreCompared(t *testing.T) {
	f := newFacts("- « Paramètres et confidentialité » / \"Settings & privacy\" → « Données pour l'IA… » [S1]; **Me**.\n" +
		"25 Apr 2023; 29-30 Sept 2025; 13 May → 26 Sept 2025; 2026-03-18; since August–September 2024; (2026-07) /2022/11/5/21\n" +
		"<https://e.org/a>, https://e.org/b/ — found · https://e.org/c (from-memory) · a@e.org.\n" +
		"S2 https://e.org/d — url-from-memory; https://e.org/d again — found")
	for name, c := range map[string]struct{ got, want bool }{
		"label":            {f.holds("Paramètres et\u00a0confidentialité"), true},
		"label apostrophe": {f.holds("Données pour l’IA..."), true},
		"label in bold":    {f.holds("me"), true},
		"part of a word":   {f.holds("ivacy"), false},
		"absent":           {f.holds("Settings"), true},
		"day":              {f.dated(2023, 4, 25), true},
		"other day":        {f.dated(2023, 4, 2), false},
		"range":            {f.dated(2025, 9, 29), true},
		"range of months":  {f.dated(2025, 5, 13), true},
		"numbers":          {f.dated(2026, 3, 18), true},
		"in an address":    {f.dated(2022, 11, 5) && f.dated(2022, 11, 0), true},
		"month":            {f.dated(2024, 8, 0), true},
		"month by number":  {f.dated(2026, 7, 0), true},
		"other month":      {f.dated(2024, 2, 0), false},
		"year":             {f.dated(2023, 0, 0), true},
		"address":          {f.addresses[bareAddress("https://e.org/b")], true},
		"address in <>":    {f.addresses[bareAddress("https://e.org/a")], true},
		"longer address":   {f.addresses[bareAddress("https://e.org")], false},
		"e-mail":           {f.addresses[bareAddress("a@e.org")], true},
		"found":            {f.remembered("https://e.org/b/"), false},
		"from memory":      {f.remembered("https://e.org/c"), true},
		"both":             {f.remembered("https://e.org/d"), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v", name, c.got)
		}
	}
	text := knowledge.Text{Short: "Le 1er mai 2025, le 2 juin 2024 et en août 2023.", Notes: []string{"Since May 5, 2022: **A** at a@e.org, [x](https://e.org/x)."}}
	claims := textClaims(text, "")
	got := make([]string, 0, len(claims))
	for _, c := range claims {
		got = append(got, c.kind+" "+c.text)
	}
	want := "date 1er mai 2025|date 2 juin 2024|date mai 2025|date juin 2024|date août 2023|label A|address https://e.org/x|address a@e.org|date may 5, 2022"
	if strings.Join(got, "|") != want {
		t.Errorf("claims: %s", strings.Join(got, "|"))
	}
}
