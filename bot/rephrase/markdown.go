package rephrase

import (
	"strconv"
	"strings"

	"nonmerci/bot"
)

// markdown is an answer as its reader sees it, with headings in lang: with the lines given, or, for nil, with its own.
func markdown(w bot.Rewriting, lang string, lines []string) string {
	var b strings.Builder
	heading, step := "", 0
	for i, l := range w.Lines {
		switch h := l.Heading(lang); {
		case h == "":
			b.WriteString("\n")
		case i == 0 || h != heading || l.Kind != w.Lines[i-1].Kind:
			b.WriteString("\n**" + h + "**\n\n")
			heading, step = h, 0
		}
		step++
		text := l.Text
		if lines != nil {
			text = lines[i]
		}
		b.WriteString(mark(l, step) + text + "\n")
	}
	return strings.TrimSpace(b.String())
}

// mark is what stands before a line: its number, for a step, or the sign of a list.
func mark(l bot.Line, step int) string {
	switch l.Kind {
	case bot.LineShort:
		return ""
	case bot.LineStep:
		return strconv.Itoa(step) + ". "
	}
	return "- "
}
