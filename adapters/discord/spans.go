package discord

import (
	"strings"

	"nonmerci/bot"
)

// writeSpans writes spans in Discord's Markdown behind a mark, on one line; "" when there is nothing to see.
func writeSpans(mark string, list []bot.Span) string {
	var b strings.Builder
	size := len(mark)
	for _, s := range list {
		size += len(s.Text) + len(s.URL) + len("**[](<>)**")
	}
	b.Grow(size)
	b.WriteString(mark)
	for i, s := range merged(list) {
		writeSpan(&b, s, i == 0)
	}
	all := b.String()
	switch trimmed := strings.TrimSpace(all[len(mark):]); {
	case trimmed == "":
		return ""
	case len(trimmed) == len(all)-len(mark):
		return all
	default:
		return mark + trimmed
	}
}

// merged joins neighbours of one style: two bold texts side by side would show their marks.
func merged(list []bot.Span) []bot.Span {
	out := make([]bot.Span, 0, len(list))
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
func writeSpan(b *strings.Builder, s bot.Span, start bool) {
	inner := strings.TrimSpace(s.Text)
	if inner == "" {
		b.WriteString(s.Text)
		return
	}
	before, after, _ := strings.Cut(s.Text, inner)
	mark := styleMark(s)
	b.WriteString(before)
	b.WriteString(mark)
	if s.URL != "" {
		writeMasked(b, inner, s.URL)
	} else {
		writeEscaped(b, inner, start && mark == "")
	}
	b.WriteString(mark)
	b.WriteString(after)
}

func styleMark(s bot.Span) string {
	switch {
	case s.Bold && s.Emphasis:
		return "***"
	case s.Bold:
		return "**"
	case s.Emphasis:
		return "*"
	}
	return ""
}

func plainSpans(list []bot.Span) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString(s.Text)
	}
	return oneLine(b.String())
}
