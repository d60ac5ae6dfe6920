package check

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// Limits are what the platforms refuse to show, in their own units.
type Limits struct {
	ID     int // bytes: a button's data holds 64 on Telegram, the id and what to do with it
	Title  int // characters: a suggestion of Discord holds 100
	Button int // characters: a button of Discord holds 80
	URL    int // characters: a link button of Discord holds 512
	Item   int // characters: a step or a note is never cut in two
	Part   int // characters: a message of Discord holds 2,000, and a section is never cut in two
	Card   int // characters, or UTF-16 units: a message of Discord's components holds 4,000, one of Telegram 4,096
	Entry  int // characters: an entry in a file
}

// DefaultLimits are those of Discord and Telegram, less what an answer adds of its own (headings, dates, buttons).
var DefaultLimits = Limits{ID: 48, Title: 100, Button: 80, URL: 512, Item: 1000, Part: 1900, Card: 3700, Entry: 3000}

func (l Limits) filled() Limits {
	d := DefaultLimits
	for _, f := range []struct{ set, to *int }{
		{&l.ID, &d.ID},
		{&l.Title, &d.Title},
		{&l.Button, &d.Button},
		{&l.URL, &d.URL},
		{&l.Item, &d.Item},
		{&l.Part, &d.Part},
		{&l.Card, &d.Card},
		{&l.Entry, &d.Entry},
	} {
		if *f.set == 0 {
			*f.set = *f.to
		}
	}
	return l
}

// limits measures every part of an entry, and the whole of it for each device, as either platform counts it.
func (c *checking) limits(e *knowledge.Entry) {
	lim := c.opts.Limits
	if n := len(e.ID); n > lim.ID {
		c.addf(Error, e, "", "", "give the subject a shorter slug", "the id has %d bytes, %d at most", n, lim.ID)
	}
	for lang, t := range e.Text {
		c.size(Error, e, lang, "title", t.Title, lim.Title)
		c.size(Warning, e, lang, "title (on a button it would be cut)", t.Title, lim.Button)
		for _, l := range t.Links {
			c.size(Error, e, lang, "text of a link, which is a button,", l.Text, lim.Button)
			c.size(Error, e, lang, "address of a link", l.URL, lim.URL)
		}
		for _, part := range parts(t) {
			c.part(e, lang, part)
		}
		c.size(Error, e, lang, "whole entry", files.FormatEntry(e, lang), lim.Entry-1)
		for _, device := range append([]knowledge.Device{""}, knowledge.Devices...) {
			c.card(e, lang, device)
		}
	}
}

func (c *checking) size(s Severity, e *knowledge.Entry, lang, what, text string, limit int) {
	if n := utf8.RuneCountInString(text); n > limit {
		about, _, _ := strings.Cut(text, "\n")
		c.addf(s, e, lang, about, "shorten it", "the %s has %d characters, %d at most", what, n, limit)
	}
}

// parts are the lists of a text: steps by device, then the others.
func parts(t knowledge.Text) [][]string {
	var out [][]string
	for _, d := range t.Steps {
		out = append(out, d.Steps)
	}
	return append(out, t.Changes, t.Keeps, t.Notes)
}

func (c *checking) part(e *knowledge.Entry, lang string, items []string) {
	whole := 0
	for _, it := range items {
		c.size(Error, e, lang, "item", it, c.opts.Limits.Item)
		whole += utf8.RuneCountInString(it) + len("10. \n")
	}
	if whole > c.opts.Limits.Part {
		c.addf(Error, e, lang, items[0], "shorten it, or move a part to another entry", "the section has %d characters, %d at most", whole, c.opts.Limits.Part)
	}
}

// card measures an answer for one device, "" for all of them.
func (c *checking) card(e *knowledge.Entry, lang string, device knowledge.Device) {
	discord, telegram := 0, 0
	add := func(source string) {
		discord += utf8.RuneCountInString(source) + len("10. \n")
		telegram += len(utf16.Encode([]rune(knowledge.Plain(source)))) + len("10. \n")
	}
	t := e.Text[lang]
	add(t.Title)
	add(t.Short)
	for _, d := range t.Steps {
		if device == "" || d.Device == device || d.Device == knowledge.AnyDevice {
			for _, s := range d.Steps {
				add(s)
			}
		}
	}
	for _, l := range t.Links {
		add("[" + l.Text + "](" + l.URL + ")")
	}
	for _, list := range [][]string{t.Changes, t.Keeps, t.Notes} {
		for _, s := range list {
			add(s)
		}
	}
	for i, s := range c.base.Sources(e, lang) {
		if i < 3 { // an answer shows the most important ones
			add("[" + s.Publisher + ", " + s.Title + "](" + s.URL + ")")
		}
	}
	for platform, n := range map[string]int{"Discord": discord, "Telegram": telegram} {
		if n > c.opts.Limits.Card {
			c.addf(Error, e, lang, "", "shorten the entry", "the answer for %s has %d characters on %s, %d at most", orAll(device), n, platform, c.opts.Limits.Card)
		}
	}
}

func orAll(d knowledge.Device) string {
	if d == "" {
		return "all devices"
	}
	return string(d)
}
