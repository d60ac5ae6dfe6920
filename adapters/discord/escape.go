package discord

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// escape writes text so that Discord shows it as it is: no mark of its Markdown works, nobody is mentioned, and an address does not
// unfold a preview. start says that the text begins a line, where more marks would work.
func escape(s string, start bool) string {
	var b strings.Builder
	for s != "" {
		if link := address(s); link != "" {
			b.WriteString("<" + link + ">")
			s, start = s[len(link):], false
			continue
		}
		if start {
			if n := lineMark(s); n > 0 {
				b.WriteString(s[:n-1] + `\` + s[n-1:n])
				s, start = s[n:], false
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		writeRune(&b, r, s)
		start = r == '\n' || start && r == ' '
	}
	return b.String()
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

// address is the address of the web that a text begins with, "" for none.
func address(s string) string {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		return ""
	}
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"«»|\\`", r) || r < ' ' })
	if end < 0 {
		end = len(s)
	}
	for _, all := range []string{"@everyone", "@here"} {
		if i := strings.Index(s[:end], all); i >= 0 {
			end = i
		}
	}
	link := strings.TrimRight(s[:end], ".,;:!?)]*_~'’")
	if _, rest, _ := strings.Cut(link, "://"); rest == "" {
		return ""
	}
	return link
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

// oneLine is tidy text without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(tidy(s)), " ") }

// masked is a link under a text; without a text that fits, or for an address that is not of the web, it is the text alone.
func masked(text, to string) string {
	text = strings.NewReplacer("https://", "", "http://", "").Replace(text)
	safe := webAddress(to)
	if safe == "" || strings.TrimSpace(text) == "" {
		return escape(text, false)
	}
	return "[" + escape(text, false) + "](<" + safe + ">)"
}

// webAddress is an address that Discord takes, "" for another.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || !utf8.ValidString(s) || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	safe := strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "", "\\", "%5C", "@everyone", "%40everyone", "@here", "%40here").Replace(s)
	if count(safe) > maxURL {
		return ""
	}
	return safe
}

const maxURL = 512

// count is the length of a text as Discord measures it: in code points.
func count(s string) int { return utf8.RuneCountInString(s) }

// clip cuts a text to n code points, never inside of what a reader sees as one character, and says so by « … ».
func clip(s string, n int) string {
	if count(s) <= n {
		return s
	}
	head, _ := cut(s, n-1)
	return strings.TrimRight(head, " ") + "…"
}

// cut divides a text after at most n code points, between characters, at a space where there is one near.
func cut(s string, n int) (head, rest string) {
	size, at, space := 0, 0, 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		cluster := g.Str()
		if size += count(cluster); size > n {
			break
		}
		at += len(cluster)
		if cluster == " " || cluster == "\n" {
			space = at
		}
	}
	switch {
	case at == len(s):
		return s, ""
	case at == 0: // one character of more than n code points
		r := []rune(s)
		return string(r[:min(n, len(r))]), string(r[min(n, len(r)):])
	case space > at*3/4:
		at = space
	}
	return s[:at], s[at:]
}
