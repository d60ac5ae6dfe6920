package telegram

import (
	"strings"
	"testing"

	"nonmerci/bot"
)

// TestNames: what Telegram would make a link of is set as code when it is a name; addresses, links and the ends of sentences are not.
func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"Sur Character.AI, coupez":              "Sur <code>Character.AI</code>, coupez",
		"Ouvrez Duck.ai.":                       "Ouvrez <code>Duck.ai</code>.",
		"« WordPress.com » et WordPress.org":    "« <code>WordPress.com</code> » et <code>WordPress.org</code>",
		"allez sur myactivity.google.com":       "allez sur myactivity.google.com",
		"WordPress.com/settings":                "WordPress.com/settings",
		"https://Example.org et Lea@Example.fr": "https://Example.org et Lea@Example.fr",
		"la fin.Ensuite, p.ex. M. X.Y":          "la fin.Ensuite, p.ex. M. X.Y",
		"Node.js...":                            "<code>Node.js</code>...",
		"1.2 à 3.Z, A..ai, .AI, a.b.":           "1.2 à 3.Z, A..ai, .AI, a.b.",
		"**Accueil de Duck.ai**":                "<b>Accueil de </b><code>Duck.ai</code>",
		"*Character.AI · refuser*":              "<code>Character.AI</code><i> · refuser</i>",
		"[Character.AI](https://character.ai/)": `<a href="https://character.ai/">Character.AI</a>`,
	} {
		d := render(bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: in}, testSeal, 0)
		if len(d.pages) != 1 || d.pages[0].html != want {
			t.Errorf("%q is written %+v", in, d.pages)
		}
		for _, p := range checkDraft(d) {
			t.Errorf("%q: %s", in, p)
		}
	}
}

// TestKeyboardFitsAPhone: of every answer, in each language: at most two links, three further questions, one row for what the reader
// thinks; side by side stands what fits on a narrow screen, and no link is in the text as well.
func TestKeyboardFitsAPhone(t *testing.T) {
	b, rows := real(t), 0
	for _, id := range mustBase(t).IDs() {
		for _, lang := range []string{"fr", "en", "de", "es", "it", "pt", "nl"} {
			r, ok := b.Entry(string(id), lang, "")
			if !ok {
				continue
			}
			d := render(r, testSeal, 7)
			links, related := 0, 0
			for i, row := range d.buttons.InlineKeyboard {
				widest := 0
				for _, k := range row {
					widest = max(widest, units(k.Text))
					if k.URL != "" {
						links++
						for _, p := range d.pages {
							if strings.Contains(p.html, "• <a href=\""+attribute.Replace(k.URL)+"\"") {
								t.Errorf("%s %s: %s is in the text as well", id, lang, k.URL)
							}
						}
					}
					if strings.HasPrefix(k.CallbackData, "c.") {
						related++
					}
				}
				last := i == len(d.buttons.InlineKeyboard)-1
				if last && len(row) != 3 || !last && len(row) > 1 && widest*len(row) > rowUnits {
					t.Errorf("%s %s: a row of %d, %d wide", id, lang, len(row), widest)
				}
			}
			rows = max(rows, len(d.buttons.InlineKeyboard))
			if links > 2 || related > 3 {
				t.Errorf("%s %s: %d links, %d questions", id, lang, links, related)
			}
		}
	}
	if rows > 8 {
		t.Errorf("%d rows", rows)
	}
}
