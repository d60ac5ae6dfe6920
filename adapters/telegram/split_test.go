package telegram

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rivo/uniseg"

	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

// TestTgSplit: nine thousand characters with flags, families, combining accents and what looks like tags come in parts that fit, with
// balanced tags and whole characters; the buttons are under the last.
func TestTgSplit(t *testing.T) {
	for name, unit := range map[string]string{
		"flags": "🇫🇷🇩🇪", "families": "👨‍👩‍👧‍👦", "accents": "e\u0301a\u0300 ", "tags": "<pre>&amp;</pre> ", "sentences": "Une phrase. Une autre ! ", "words": "désactiver ",
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(unit, 9000/len([]rune(unit)))
			long := func(bot.Message) bot.Reply {
				return bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: text, Actions: []bot.Action{{Label: "Utile", Group: bot.GroupFeedback, Press: bot.Press{Kind: bot.PressUseful, Lang: "fr"}}}}
			}
			bubble(t, setting{answer: always(long)}, func(r *rig) {
				p := r.person("Zoé")
				q := p.Ask("tout ?")
				got, err := q.WaitFor(r.soon(60e9), func(all []telegramtest.Message) bool {
					return len(all) > 1 && len(all[len(all)-1].Buttons()) > 0
				})
				if err != nil {
					t.Fatal(err)
				}
				whole := ""
				for i, m := range got {
					if n := len(utf16.Encode([]rune(m.Text))); n > 4096 || i < len(got)-1 && n < 3000 {
						t.Errorf("part %d has %d units", i, n)
					}
					if m.ReplyTo != nil || len(m.Buttons()) > 0 != (i == len(got)-1) {
						t.Errorf("part %d replies to %v, buttons: %v", i, m.ReplyTo, m.Buttons())
					}
					if m.Text != strings.TrimSpace(m.Text) {
						t.Errorf("part %d ends in space", i)
					}
					whole += m.Text
				}
				squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
				if squeeze(whole) != squeeze(text) {
					t.Error("something was lost")
				}
				if n, m := uniseg.GraphemeClusterCount(squeeze(whole)), uniseg.GraphemeClusterCount(squeeze(text)); n != m {
					t.Errorf("%d characters became %d", m, n)
				}
				for i := 1; i < len(got); i++ {
					if joined := uniseg.GraphemeClusterCount(got[i-1].Text + got[i].Text); joined != uniseg.GraphemeClusterCount(got[i-1].Text)+uniseg.GraphemeClusterCount(got[i].Text) {
						t.Errorf("a character is cut before part %d", i)
					}
				}
			})
		})
	}
}

// TestSplitPrefersBlocks: a cut lies between blocks where that fills a message, and a title is never last.
func TestSplitPrefersBlocks(t *testing.T) {
	var blocks []bot.Block
	for i := range 30 {
		blocks = append(blocks, bot.Block{Kind: bot.Heading, Spans: []bot.Span{{Text: fmt.Sprint("Titre ", i)}}})
		var items [][]bot.Span
		for range 4 {
			items = append(items, []bot.Span{{Text: strings.Repeat("mot ", 20)}, {Text: "lien", URL: "https://example.org/?a=1&b=2", Bold: true}})
		}
		blocks = append(blocks, bot.Block{Kind: bot.Ordered, Items: items, Extra: i > 20})
	}
	parts := split(layout(blocks))
	if len(parts) < 3 {
		t.Fatalf("%d parts", len(parts))
	}
	for i, part := range parts {
		if !part[0].begins || part[len(part)-1].title {
			t.Errorf("part %d begins in a block, or ends with a title", i)
		}
		for _, p := range checkPage(write(part)) {
			t.Errorf("part %d: %s", i, p)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, tc := range []struct {
		s    string
		most int
		want string
	}{
		{"court", 10, "court"},
		{"un libellé bien trop long", 15, "un libellé…"},
		{"🇫🇷🇫🇷🇫🇷", 10, "🇫🇷🇫🇷…"},
		{"abcdefgh", 4, "abc…"},
		{"Coupez le réglage. Puis enregistrez.", 20, "Coupez le réglage…"},
		{"Coupez le réglage. Puis enregistrez.", 25, "Coupez le réglage. Puis…"},
		{"Un mot, puis un autre", 9, "Un mot…"},
		{"Voir « ceci » et cela", 15, "Voir « ceci »…"},
		{"Quoi ? Rien.", 8, "Quoi…"},
	} {
		if got := shorten(tc.s, tc.most); got != tc.want || units(got) > tc.most {
			t.Errorf("%q to %d: %q", tc.s, tc.most, got)
		}
	}
}
