package check

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// What the platforms take, in UTF-16 units: Telegram counts so, and for Discord, which counts characters, it is the stricter.
const (
	maxChoice = 100 // a title in a select menu or an autocompletion of Discord
	maxButton = 80  // the words of a button of Discord
	maxURL    = 512 // the address of a button of Discord
	maxEntry  = 3000
)

// messages are the kinds of message that a card is cut into, between two blocks and never inside one.
var messages = []struct {
	platform string
	size     int
}{
	{"a message of Discord", 2000},
	{"the components of a message of Discord", 4000},
	{"a message of Telegram", 4096},
}

// limits refuses what some platform could not show, in each language and for each device.
func (c *checking) limits(e *knowledge.Entry) {
	for _, lang := range spoken(e) {
		t := e.Text[lang]
		if n := units(t.Title); n > maxChoice {
			c.add(Error, e, lang, "shorten the question", "%s: the title has %d characters, and a menu of Discord takes %d", lang, n, maxChoice)
		}
		for _, l := range t.Links {
			if n := units(l.Text); n > maxButton {
				c.add(Error, e, lang, "shorten them", "%s: the words of the link %q have %d characters, and a button of Discord takes %d", lang, l.Text, n, maxButton)
			}
			if n := units(l.URL); n > maxURL {
				c.add(Error, e, lang, "link to a shorter address of the same page", "%s: an address has %d characters, and a button of Discord takes %d: %.60s…", lang, n, maxURL, l.URL)
			}
		}
		for _, b := range blocks(t) {
			for _, m := range messages {
				if n := units(b.text); n > m.size {
					c.add(Error, e, lang, "cut it in two", "%s.%s: a block has %d characters, and %s takes %d", lang, b.where, n, m.platform, m.size)
					break
				}
			}
		}
		if n := utf8.RuneCountInString(files.FormatEntry(e, lang)) - utf8.RuneCountInString(t.Title); n > maxEntry {
			c.add(Error, e, lang, "leave out what matters least, or make two entries", "%s: the entry has %d characters, %d at most", lang, n, maxEntry)
		}
	}
}

// blocks are the parts that a card is never cut inside of: the short answer, a step with its number under the name of its device, an
// item with its dash, a link.
func blocks(t knowledge.Text) []passage {
	out := []passage{{"short", t.Short}}
	for _, d := range t.Steps {
		for i, s := range d.Steps {
			out = append(out, passage{fmt.Sprintf("steps.%s.%d", d.Device, i+1), fmt.Sprintf("**%s**\n\n%d. %s", d.Device, i+1, s)})
		}
	}
	for i, l := range t.Links {
		out = append(out, passage{fmt.Sprintf("links.%d", i+1), "- [" + l.Text + "](" + l.URL + ")"})
	}
	for _, part := range []struct {
		name  string
		items []string
	}{{"changes", t.Changes}, {"keeps", t.Keeps}, {"notes", t.Notes}} {
		for i, s := range part.items {
			out = append(out, passage{fmt.Sprintf("%s.%d", part.name, i+1), "- " + s})
		}
	}
	return out
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }
