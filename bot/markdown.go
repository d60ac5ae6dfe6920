package bot

import (
	"strconv"
	"strings"

	"nonmerci/knowledge"
)

func itoa(n int) string { return strconv.Itoa(n) }

// usualSize is what most cards have room in, in bytes.
const usualSize = 3 << 10

// Markdown is the card as a reader of Markdown sees it, links included.
func (c Card) Markdown() string {
	var b strings.Builder
	b.Grow(usualSize)
	para := func(s string) {
		if s != "" {
			b.WriteString(s)
			b.WriteString("\n\n")
		}
	}
	list := func(title string, items []string) {
		if len(items) == 0 {
			return
		}
		para("**" + title + "**")
		for _, it := range items {
			b.WriteString("- ")
			b.WriteString(it)
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	if c.Echo != "" {
		para("*" + c.Echo + "*")
	}
	if c.foreign {
		para(c.Mark)
	}
	para(c.Lead)
	if c.Note != "" {
		para("**" + c.noteLabel + "** " + c.Note)
	}
	para(c.Short)
	if c.Doubtful {
		para(c.Freshness)
	}
	for _, d := range c.Steps {
		para("**" + c.stepsTitle(d.Device) + "**")
		for i, s := range d.Steps {
			b.WriteString(itoa(i + 1))
			b.WriteString(". ")
			b.WriteString(s)
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	var links []string
	for _, l := range c.Links {
		links = append(links, markdownLink(l.Text, l.URL))
	}
	list(c.words.links, links)
	list(c.words.changes, c.Changes)
	list(c.words.keeps, c.Keeps)
	list(c.words.notes, c.Notes)
	para(strings.Join(c.Facts, " · "))
	if len(c.Sources) > 0 {
		var names []string
		for _, s := range c.Sources {
			names = append(names, sourceText(s)+c.words.dated(s))
		}
		para(c.words.source + c.words.colon() + strings.Join(names, c.words.semicolon()))
	}
	if !c.Doubtful {
		para(c.Freshness)
	}
	if !c.foreign {
		para(c.Mark)
	}
	return strings.TrimSpace(b.String())
}

func markdownLink(text, url string) string { return "[" + text + "](" + url + ")" }

func sourceText(s knowledge.Source) string {
	name := s.Publisher
	if s.Title != "" {
		name += ", " + s.Title
	}
	if s.URL != "" {
		name = markdownLink(name, s.URL)
	}
	return name
}
