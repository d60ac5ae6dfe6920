package discord

import (
	"strings"

	"nonmerci/bot"
)

// writeSpans writes spans in Discord's Markdown, on one line.
func writeSpans(list []bot.Span) string {
	var b strings.Builder
	for i, s := range merged(list) {
		b.WriteString(writeSpan(s, i == 0))
	}
	return strings.TrimSpace(b.String())
}

// merged joins neighbours of one style: two bold texts side by side would show their marks.
func merged(list []bot.Span) []bot.Span {
	var out []bot.Span
	for _, s := range list {
		s.Text = strings.ReplaceAll(tidy(s.Text), "\n", " ")
		if n := len(out); n > 0 && s.URL == "" && out[n-1].URL == "" && out[n-1].Bold == s.Bold && out[n-1].Emphasis == s.Emphasis {
			out[n-1].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

// writeSpan writes one span. Marks must touch the text, so spaces at its ends go outside.
func writeSpan(s bot.Span, start bool) string {
	inner := strings.TrimSpace(s.Text)
	if inner == "" {
		return s.Text
	}
	before, after, _ := strings.Cut(s.Text, inner)
	mark := ""
	if s.Bold {
		mark += "**"
	}
	if s.Emphasis {
		mark += "*"
	}
	if s.URL != "" {
		inner = masked(inner, s.URL)
	} else {
		inner = escape(inner, start && mark == "")
	}
	return before + mark + inner + mark + after
}

func plainSpans(list []bot.Span) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString(s.Text)
	}
	return oneLine(b.String())
}
