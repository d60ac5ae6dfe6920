package discord

import (
	"slices"
	"strconv"
	"strings"

	"nonmerci/bot"
)

// Limits of a message (docs: resources/message). Characters are code points.
const (
	maxContent = 2000
	maxEmbed   = 4096
	embedColor = 0x3B6EA5
)

// A chunk is a part of a message that reads as one: a paragraph, a list with the heading above it.
type chunk struct {
	part  part
	lines []string
	close bool // the next chunk follows without an empty line
	head  bool // a heading, which joins the list below it
}

// part says what a chunk is, and so what may leave the text for the embed when there is too much.
type part int

const (
	partText    part = iota // what was understood, the short answer
	partSteps               // of one device
	partLinks               // the addresses, also on buttons
	partSources             // where it comes from
	partFresh               // the day it was checked
	partExtra               // worth knowing, and not needed to act
)

// chunks writes blocks in Discord's Markdown. answer says that they are an entry, whose lists have their own places.
func chunks(list []bot.Block, answer bool) []chunk {
	var out []chunk
	for _, b := range list {
		c := chunk{part: partOf(b, answer), lines: lines(b), close: b.Kind == bot.Heading || b.Kind == bot.Echo || b.Kind == bot.Small, head: b.Kind == bot.Heading}
		if len(c.lines) == 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].head && isList(b) {
			c.lines = append(out[n-1].lines, c.lines...)
			out = out[:n-1]
		}
		out = append(out, c)
	}
	return out
}

func isList(b bot.Block) bool { return b.Kind == bot.Ordered || b.Kind == bot.Bulleted }

func partOf(b bot.Block, answer bool) part {
	switch {
	case !answer || b.Kind == bot.Heading:
		return partText
	case b.Extra:
		return partExtra
	case b.Kind == bot.Ordered:
		return partSteps
	case b.Kind == bot.Bulleted:
		return partLinks
	case b.Kind == bot.Small && slices.ContainsFunc(b.Spans, func(s bot.Span) bool { return s.URL != "" }):
		return partSources
	case b.Kind == bot.Small:
		return partFresh
	}
	return partText
}

// lines writes a block, each line short enough for a message of its own.
func lines(b bot.Block) []string {
	switch b.Kind {
	case bot.Echo, bot.Small:
		return line("-# ", b.Spans)
	case bot.Heading:
		for i := range b.Spans {
			b.Spans[i].Bold = true
		}
		return line("", b.Spans)
	case bot.Ordered, bot.Bulleted:
		var out []string
		for i, item := range b.Items {
			mark := "- "
			if b.Kind == bot.Ordered {
				mark = strconv.Itoa(i+1) + ". "
			}
			out = append(out, line(mark, item)...)
		}
		return out
	}
	return paragraph(b.Spans)
}

// paragraph keeps the line breaks within a text.
func paragraph(list []bot.Span) []string {
	var out []string
	var now []bot.Span
	for _, s := range list {
		for i, t := range strings.Split(s.Text, "\n") {
			if i > 0 {
				out, now = append(out, line("", now)...), nil
			}
			s.Text = t
			now = append(now, s)
		}
	}
	return append(out, line("", now)...)
}

// line writes spans behind a mark. What would not fit into a message even alone becomes several lines, without styles.
func line(mark string, list []bot.Span) []string {
	s := writeSpans(list)
	switch {
	case s == "":
		return nil
	case count(mark+s) <= maxContent:
		return []string{mark + s}
	}
	var out []string
	for rest := plainSpans(list); rest != ""; {
		var head string
		head, rest = cut(rest, longestPiece)
		for _, piece := range short(escape(head, true)) {
			out = append(out, mark+piece)
		}
		mark = ""
	}
	return out
}

// longestPiece leaves room for escapes, which double a text at worst.
const longestPiece = maxContent/2 - 20

func short(s string) []string {
	if count(s) <= maxContent-10 {
		return []string{s}
	}
	head, rest := cut(s, maxContent-10)
	return append([]string{head}, short(rest)...)
}

// text joins chunks.
func text(list []chunk) string {
	var b strings.Builder
	for i, c := range list {
		if i > 0 {
			b.WriteString("\n")
			if !tight(list[i-1], c) {
				b.WriteString("\n")
			}
		}
		b.WriteString(strings.Join(c.lines, "\n"))
	}
	return b.String()
}

// tight says that two chunks touch: small lines one below the other, and what was understood above the answer.
func tight(a, b chunk) bool { return a.close && (a.part == partText || b.close) }

// only picks the chunks of some parts, in their order.
func only(list []chunk, parts ...part) []chunk {
	var out []chunk
	for _, c := range list {
		if slices.Contains(parts, c.part) {
			out = append(out, c)
		}
	}
	return out
}

// A sheet is one message's text, and what is set apart from it.
type sheet struct{ content, apart string }

// layout divides chunks into messages: one with the extra parts in an embed, whenever that fits; the addresses go there as well when
// the text is too long, then the steps; and if even that is too long, or embeds are not allowed, everything becomes plain text in as
// many messages as it takes.
func layout(list []chunk, embeds bool) []sheet {
	inside := [][]part{
		{partText, partSteps, partLinks, partSources, partFresh},
		{partText, partSteps, partFresh},
		{partText, partFresh},
	}
	outside := [][]part{
		{partExtra},
		{partLinks, partExtra, partSources},
		{partSteps, partLinks, partExtra, partSources},
	}
	for i := range inside {
		s := sheet{text(only(list, inside[i]...)), text(only(list, outside[i]...))}
		if count(s.content) <= maxContent && count(s.apart) <= maxEmbed && (embeds || s.apart == "") {
			return []sheet{s}
		}
	}
	return split(list)
}

// split fills messages line by line, a heading never the last.
func split(list []chunk) []sheet {
	var out []sheet
	now := ""
	add := func(s, gap string) {
		switch {
		case now == "":
			now = s
		case count(now+gap+s) <= maxContent:
			now += gap + s
		default:
			out, now = append(out, sheet{content: now}), s
		}
	}
	for i, c := range list {
		gap := "\n\n"
		if i > 0 && tight(list[i-1], c) {
			gap = "\n"
		}
		for _, l := range together(c.lines) {
			add(l, gap)
			gap = "\n"
		}
	}
	return append(out, sheet{content: now})
}

// together joins a heading with the line below it.
func together(lines []string) []string {
	if len(lines) > 1 && strings.HasPrefix(lines[0], "**") && count(lines[0]+"\n"+lines[1]) <= maxContent {
		return append([]string{lines[0] + "\n" + lines[1]}, lines[2:]...)
	}
	return lines
}
