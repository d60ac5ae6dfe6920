package check

import (
	"fmt"
	"slices"
	"unicode/utf16"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// What the platforms take. Characters are UTF-16 units: Telegram counts so, and for Discord it is the stricter.
const (
	maxID      = 48   // bytes: a button of Telegram carries 64, with what it is for
	maxTitle   = 100  // a choice in a menu or an autocompletion of Discord
	maxButton  = 80   // the words of a button of Discord
	maxURL     = 512  // the address of a button of Discord
	maxItem    = 1000 // half a message of Discord, so that a device, a number and a heading fit beside it
	maxSection = 2000 // a message of Discord
	maxEntry   = 3000 // docs/base-format.md
	maxCard    = 4000 // the components of a message of Discord; Telegram takes 4,096
	around     = 300  // what a card says besides: what was understood, scope, sources, the day of the check
)

// limits refuses what some platform could not show, in each language and for each device.
func (c *checking) limits(e *knowledge.Entry) {
	if n := len(e.ID); n > maxID {
		c.addf(Error, e, "", "", "shorten the name of the subject", "the id has %d bytes, %d at most", n, maxID)
	}
	for _, lang := range c.spoken(e) {
		t := e.Text[lang]
		at := func(s Severity, text, what string, size, most int) {
			if size > most {
				c.addf(s, e, lang, text, "shorten it, or cut it in two", "%s has %d characters, %d at most", what, size, most)
			}
		}
		if at(Error, t.Title, "the title", units(t.Title), maxTitle); units(t.Title) <= maxTitle {
			at(Warning, t.Title, "the title (on a button it would be cut)", units(t.Title), maxButton)
		}
		for _, l := range t.Links {
			at(Error, l.Text, "the text of a link, which is a button,", units(l.Text), maxButton)
			at(Error, l.URL, "the address of a link", units(l.URL), maxURL)
		}
		sections := map[string]int{}
		for _, b := range blocks(t) {
			at(Error, b.text, "the item", units(b.text), maxItem)
			if sections[b.section] += units(b.text) + len("10. \n"); sections[b.section] > maxSection {
				at(Error, b.text, "the section", sections[b.section], maxSection)
				sections[b.section] = 0
			}
		}
		at(Error, "", "the whole entry", units(files.FormatEntry(e, lang))-units(t.Title), maxEntry)
		for _, d := range cards(t) {
			at(Error, "", "the answer for "+string(d), card(t, d), maxCard)
		}
	}
}

// cards are the devices that an entry answers for.
func cards(t knowledge.Text) []knowledge.Device {
	var out []knowledge.Device
	for _, d := range t.Steps {
		if d.Device != knowledge.AnyDevice {
			out = append(out, d.Device)
		}
	}
	if len(out) == 0 {
		return []knowledge.Device{knowledge.AnyDevice}
	}
	return out
}

// card is how long the answer for a device is: all but the phrasings and the steps for other devices.
func card(t knowledge.Text, device knowledge.Device) int {
	t.Phrases = nil
	t.Steps = slices.DeleteFunc(slices.Clone(t.Steps), func(d knowledge.DeviceSteps) bool {
		return d.Device != device && d.Device != knowledge.AnyDevice
	})
	n := around + units(t.Title)
	for _, b := range blocks(t) {
		n += units(b.text) + len("10. \n")
	}
	for _, l := range t.Links {
		n += units(fmt.Sprintf("- [%s](%s)\n", l.Text, l.URL))
	}
	return n
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }
