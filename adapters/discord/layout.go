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
	out := make([]chunk, 0, len(list))
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
		bold := slices.Clone(b.Spans)
		for i := range bold {
			bold[i].Bold = true
		}
		return line("", bold)
	case bot.Ordered, bot.Bulleted:
		out := make([]string, 0, len(b.Items))
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
	if !slices.ContainsFunc(list, func(s bot.Span) bool { return strings.Contains(s.Text, "\n") }) {
		return line("", list)
	}
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
	s := writeSpans(mark, list)
	switch {
	case s == "":
		return nil
	case count(s) <= maxContent:
		return []string{s}
	}
	var out []string
	for rest := plainSpans(list); rest != ""; {
		var head string
		head, rest = cut(rest, longestPiece)
		for _, piece := range short(escape(head)) {
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

// text joins the chunks of some parts, in their order.
func text(list []chunk, parts []part) string {
	var b strings.Builder
	size := 0
	for _, c := range list {
		if slices.Contains(parts, c.part) {
			for _, l := range c.lines {
				size += len(l) + 2
			}
		}
	}
	b.Grow(size)
	last := -1
	for i, c := range list {
		if !slices.Contains(parts, c.part) {
			continue
		}
		if last >= 0 {
			b.WriteByte('\n')
			if !tight(list[last], c) {
				b.WriteByte('\n')
			}
		}
		for j, l := range c.lines {
			if j > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(l)
		}
		last = i
	}
	return b.String()
}

// tight says that two chunks touch: small lines one below the other, and what was understood above the answer.
func tight(a, b chunk) bool { return a.close && (a.part == partText || b.close) }

// A sheet is one message's text, and what is set apart from it.
type sheet struct{ content, apart string }

// placements are where the parts of an answer go, in the message and in its embed: the first that fits is taken.
var placements = [][2][]part{
	{{partText, partSteps, partLinks, partSources, partFresh}, {partExtra}},
	{{partText, partSteps, partFresh}, {partLinks, partExtra, partSources}},
	{{partText, partFresh}, {partSteps, partLinks, partExtra, partSources}},
}

// layout divides chunks into messages: one with the extra parts in an embed, whenever that fits; the addresses go there as well when
// the text is too long, then the steps; and if even that is too long, or embeds are not allowed, everything becomes plain text in as
// many messages as it takes.
func layout(list []chunk, embeds bool) []sheet {
	for _, p := range placements {
		s := sheet{text(list, p[0]), text(list, p[1])}
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
