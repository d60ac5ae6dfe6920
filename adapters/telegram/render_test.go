package telegram

import (
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

var updateGolden = flag.Bool("update", false, "write the golden files")

var (
	testSeal = seal.New("1:x", "telegram")
	anybody  = uint64(1)<<52 - 1 // the largest id of a person
)

var (
	anyTag  = regexp.MustCompile(`<(/?)([a-z]+)((?: [^<>]*)?)>`)
	anyRef  = regexp.MustCompile(`&(lt|gt|amp|quot);`)
	pinging = regexp.MustCompile(`(^|[^\p{L}\p{Nd}_])@[\p{L}\p{Nd}_]`)
	userURL = regexp.MustCompile(`href="([^"]*)"`)
	settled = regexp.MustCompile(`<a [^>]*>.*?</a>|<code>.*?</code>|\S+(?:://|@)\S+`)
	host    = regexp.MustCompile(`[\p{L}\p{Nd}_-]+(?:\.[\p{L}\p{Nd}_-]+)*\.(\p{L}{2,})(/?)`)
)

// linked are the names with capitals that Telegram would make a link of: those of hosts outside of links and code. It passes over ends
// such as « .Ensuite », whose first letter alone is a capital.
func linked(html string) (names []string) {
	for _, m := range host.FindAllStringSubmatch(settled.ReplaceAllString(html, " "), -1) {
		lower := strings.ToLower(m[0])
		_, size := utf8.DecodeRuneInString(m[1])
		if lower != m[0] && m[2] == "" && (m[1] == strings.ToLower(m[1]) || m[1][size:] != strings.ToLower(m[1][size:])) {
			names = append(names, m[0])
		}
	}
	return names
}

// checkPage says what Telegram would refuse or do wrong with a page. It knows nothing of how pages are written.
func checkPage(pg page) (problems []string) {
	bad := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	var open []string
	marks := 0
	for _, m := range anyTag.FindAllStringSubmatch(pg.html, -1) {
		switch closes, name := m[1] == "/", m[2]; {
		case !map[string]bool{"a": true, "b": true, "i": true, "code": true, "blockquote": true}[name]:
			bad("tag %s", m[0])
		case !closes && (name == "code" && len(open) > 0 && open[len(open)-1] != "blockquote" || len(open) > 0 && open[len(open)-1] == "code"):
			bad("%s in %v", m[0], open)
		case !closes:
			open = append(open, name)
			marks++
		case len(open) == 0 || open[len(open)-1] != name:
			bad("%s closes %v", m[0], open)
		default:
			open = open[:len(open)-1]
		}
	}
	text := anyTag.ReplaceAllString(pg.html, "")
	if len(open) > 0 || marks > 100 {
		bad("%v are open, %d marks", open, marks)
	}
	if strings.ContainsAny(text, "<>") || strings.Contains(anyRef.ReplaceAllString(text, ""), "&") {
		bad("something is not escaped in %q", text)
	}
	plain := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(text)
	if n := len(utf16.Encode([]rune(plain))); n > 4096 || strings.TrimSpace(plain) == "" {
		bad("%d units", n)
	}
	if plain != pg.plain {
		bad("the plain text differs: %q", pg.plain)
	}
	if !utf8.ValidString(pg.html) || strings.Contains(plain, "@") && pinging.MatchString(plain) {
		bad("somebody is mentioned in %q", plain)
	}
	if names := linked(pg.html); len(names) > 0 && marks < 90 {
		bad("%q become links", names)
	}
	for _, m := range userURL.FindAllStringSubmatch(pg.html, -1) {
		if !strings.HasPrefix(m[1], "https://") && !strings.HasPrefix(m[1], "http://") {
			bad("a link to %q", m[1])
		}
	}
	return problems
}

// checkDraft checks every page and button.
func checkDraft(d draft) (problems []string) {
	for _, pg := range d.pages {
		problems = append(problems, checkPage(pg)...)
	}
	return append(problems, checkButtons(d)...)
}

func checkButtons(d draft) (problems []string) {
	if d.buttons == nil {
		return nil
	}
	seen, n := map[string]bool{}, 0
	for _, row := range d.buttons.InlineKeyboard {
		if len(row) == 0 || len(row) > 8 {
			problems = append(problems, fmt.Sprintf("a row of %d", len(row)))
		}
		for _, b := range row {
			n++
			u, err := url.Parse(b.URL)
			switch {
			case b.Text == "" || len(utf16.Encode([]rune(b.Text))) > 64:
				problems = append(problems, fmt.Sprintf("label %q", b.Text))
			case b.URL != "" && (err != nil || u.Host == "" || b.CallbackData != ""):
				problems = append(problems, fmt.Sprintf("address %q", b.URL))
			case b.URL == "" && (b.CallbackData == "" || len(b.CallbackData) > 64 || seen[b.CallbackData]):
				problems = append(problems, fmt.Sprintf("data %q", b.CallbackData))
			}
			if b.CallbackData != "" {
				seen[b.CallbackData] = true
			}
		}
	}
	if n > 100 {
		problems = append(problems, fmt.Sprintf("%d buttons", n))
	}
	return problems
}

// TestFailure15EveryAnswerRenders: every published entry, in each language and for each device, renders within every limit.
func TestFailure15EveryAnswerRenders(t *testing.T) {
	b, shared := real(t), mustBase(t)
	n, checked := 0, map[page]bool{} // devices and languages share most of their pages
	for i, id := range shared.IDs() {
		if testing.Short() && i%10 != 0 {
			continue // every tenth; all of them without -short
		}
		if shared.Entries[id].Status != knowledge.Published {
			continue
		}
		for _, lang := range []string{"fr", "en", "de"} {
			for _, device := range []string{"", "web", "ios", "android"} {
				r, ok := b.Entry(string(id), lang, device)
				if !ok {
					t.Fatalf("%s is not there", id)
				}
				d, one := render(r, testSeal, anybody), renderOne(r, testSeal, anybody)
				problems := append(checkButtons(d), checkButtons(one)...)
				for _, pg := range append(d.pages, one.pages...) {
					if !checked[pg] {
						checked[pg] = true
						problems = append(problems, checkPage(pg)...)
					}
				}
				for _, p := range problems {
					t.Errorf("%s %s %s: %s", id, lang, device, p)
				}
				if len(d.pages) == 0 || len(one.pages) != 1 || d.buttons == nil {
					t.Errorf("%s %s %s: %d pages", id, lang, device, len(d.pages))
				}
				if len(d.pages) > 1 {
					t.Logf("%s %s %s: %d pages", id, lang, device, len(d.pages))
				}
				n++
			}
		}
	}
	t.Logf("%d renderings, %d pages", n, len(checked))
}

func mustBase(t testing.TB) *knowledge.Base {
	t.Helper()
	shared, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	return shared
}

// TestGolden: twelve replies as they are sent.
func TestGolden(t *testing.T) {
	o, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	at := func(day string) *bot.Bot {
		when, _ := time.Parse(time.DateOnly, day)
		o := o
		o.Now = func() time.Time { return when }
		return bot.New(o)
	}
	fresh, stale := at("2026-11-25"), at("2031-01-01")
	entry := func(b *bot.Bot, id, lang, device string) bot.Reply {
		r, ok := b.Entry(id, lang, device)
		if !ok {
			t.Fatalf("no entry %s", id)
		}
		return r
	}
	ask := func(q, lang string) bot.Reply { return fresh.Ask(q, nil, lang, false) }
	for name, r := range map[string]bot.Reply{
		"linkedin":         entry(fresh, "linkedin/opt-out", "fr", ""),
		"linkedin-android": entry(fresh, "linkedin/opt-out", "fr", "android"),
		"linkedin-en":      entry(fresh, "linkedin/opt-out", "en", "web"),
		"linkedin-de":      entry(fresh, "linkedin/opt-out", "de", ""),
		"whatsapp":         entry(fresh, "whatsapp/opt-out", "fr", ""),
		"complaint":        entry(fresh, "rights/complaint", "fr", ""),
		"stale":            entry(stale, "linkedin/opt-out", "fr", ""),
		"clarify-service":  ask("comment désactiver l’IA ?", "fr"),
		"clarify-question": ask("LinkedIn", "fr"),
		"unknown":          ask("quelle heure est-il à Tokyo ?", "fr"),
		"distress":         ask("j’ai envie d’en finir", "fr"),
		"greeting":         ask("bonjour", "fr"),
	} {
		t.Run(name, func(t *testing.T) {
			d := render(r, testSeal, 7)
			for _, p := range checkDraft(d) {
				t.Error(p)
			}
			compareGolden(t, filepath.Join("testdata", "golden", name+".html"), d.text())
		})
	}
}

// text is a draft for people to read: the pages, and the buttons as rows.
func (d draft) text() string {
	var b strings.Builder
	for i, pg := range d.pages {
		if i > 0 {
			b.WriteString("\n========\n")
		}
		b.WriteString(pg.html)
	}
	b.WriteString("\n--------\n")
	if d.buttons != nil {
		for _, row := range d.buttons.InlineKeyboard {
			for _, k := range row {
				data, _, _ := strings.Cut(k.CallbackData, "|")
				fmt.Fprintf(&b, "[%s → %s] ", k.Text, data+k.URL)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *updateGolden {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run with -update", err)
	}
	if got != string(want) {
		t.Errorf("differs from %s:\n%s", path, got)
	}
}

// FuzzRender: no text, however hostile, breaks a limit, pings anybody or passes as markup.
func FuzzRender(f *testing.F) {
	for _, s := range []string{
		"@everyone", "@a@b a@b.fr @", "<b>&lt;</b> <script>", "*a* **b** [x](tg://user?id=1) `c`", "\u202eabc\u200b\u2066", strings.Repeat("é😀 ", 4000),
		strings.Repeat("x", 10000), "a" + strings.Repeat("\u0301", 10000), strings.Repeat("🇫🇷", 3000), strings.Repeat("**a** b ", 900), "\x00\xff", "1. a\n2. b\n\n- c",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range []bot.Reply{
			{Kind: bot.Smalltalk, Lang: "fr", Text: s, Actions: []bot.Action{{Label: s, Press: bot.Press{Kind: bot.PressOther, Lang: "fr"}}}},
			{Kind: bot.Clarify, Lang: "fr", Text: "*" + s + "*\n\n" + s},
		} {
			d, one := render(r, testSeal, anybody), renderOne(r, testSeal, 0)
			for _, p := range append(checkDraft(d), checkDraft(one)...) {
				t.Errorf("%q: %s", s, p)
			}
		}
		if n := len(utf16.Encode([]rune(notice(bot.Reply{Text: s})))); n > 200 {
			t.Errorf("a notice of %d", n)
		}
	})
}
