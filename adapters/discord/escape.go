package discord

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape writes text so that Discord shows it as it is at the start of a line: no mark of its Markdown works, nobody is mentioned, and
// an address does not unfold a preview.
func escape(s string) string {
	if isPlain(s, true) {
		return s
	}
	var b strings.Builder
	writeEscaped(&b, s, true)
	return b.String()
}

// isPlain says that a text has nothing in it to escape.
func isPlain(s string, start bool) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\', '*', '_', '~', '`', '|', '[', ']', '<', '>', '@', '\n':
			return false
		case '/':
			if i > 0 && s[i-1] == ':' {
				return false
			}
		}
	}
	first := strings.TrimLeft(s, " ")
	return !start || first == "" || lineMark(first) == 0
}

// writeEscaped writes what escape returns; start says that the text begins a line, where more marks would work.
func writeEscaped(b *strings.Builder, s string, start bool) {
	if isPlain(s, start) {
		b.WriteString(s)
		return
	}
	b.Grow(len(s) + len(s)/8)
	for s != "" {
		if link := address(s); link != "" {
			b.WriteByte('<')
			b.WriteString(link)
			b.WriteByte('>')
			s, start = s[len(link):], false
			continue
		}
		if start {
			if n := lineMark(s); n > 0 {
				b.WriteString(s[:n-1])
				b.WriteByte('\\')
				b.WriteString(s[n-1 : n])
				s, start = s[n:], false
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		writeRune(b, r, s)
		start = r == '\n' || start && r == ' '
	}
}

func writeRune(b *strings.Builder, r rune, rest string) {
	switch r {
	case '\\', '*', '_', '~', '`', '|', '[', ']', '<', '>':
		b.WriteByte('\\')
		b.WriteRune(r)
	case ':':
		if strings.HasPrefix(rest, "//") {
			b.WriteByte('\\') // the start of an address that is none
		}
		b.WriteRune(r)
	case '@':
		b.WriteRune(r)
		if strings.HasPrefix(rest, "everyone") || strings.HasPrefix(rest, "here") {
			b.WriteRune('\u200b') // not even shown as a mention
		}
	default:
		b.WriteRune(r)
	}
}

// lineMark is the length of a mark that begins a list, a heading or small text at the start of a line; its last byte is to be escaped.
func lineMark(s string) int {
	switch s[0] {
	case '#', '-', '+':
		return 1
	}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		return digits + 1
	}
	return 0
}

// tidy removes what a text must not bring along: control characters, and marks that turn the direction of the text around it.
func tidy(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == unicode.ReplacementChar, r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// oneLine is tidy text without line breaks. Spaces that do not break, as French wants them before « : », stay what they are.
func oneLine(s string) string {
	s = strings.TrimSpace(tidy(s))
	space := false // after a space
	for _, r := range s {
		if r != ' ' && breaks(r) || space && r == ' ' {
			return strings.Join(strings.FieldsFunc(s, breaks), " ")
		}
		space = r == ' '
	}
	return s
}

// breaks says whether a line may end at a space.
func breaks(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u2007' && r != '\u202f'
}
