package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Truncate returns at most limit characters of s: s itself when it fits,
// otherwise its first whole sentences or lines when they fill a quarter of the
// limit, otherwise its first whole words and "…". It never cuts a character; a
// limit of 0 or less gives "". Its time grows with limit, not with s.
func Truncate(s string, limit int) string {
	if limit <= 0 {
		return ""
	}
	end, more := offset(s, limit)
	if !more {
		return s
	}
	if i := lastSentence(s, end); utf8.RuneCountInString(s[:i]) >= (limit+3)/4 {
		return s[:i]
	}
	end, _ = offset(s, limit-1)
	if next, _ := utf8.DecodeRuneInString(s[end:]); unicode.IsSpace(next) {
		return strings.TrimRightFunc(s[:end], unicode.IsSpace) + "…"
	}
	if i := strings.LastIndexFunc(s[:end], unicode.IsSpace); i > 0 {
		return strings.TrimRightFunc(s[:i], unicode.IsSpace) + "…"
	}
	return s[:end] + "…"
}

// offset returns where the first n characters of s end, and whether more follow.
func offset(s string, n int) (end int, more bool) {
	for i := range s {
		if n == 0 {
			return i, true
		}
		n--
	}
	return len(s), false
}

// lastSentence returns where the last whole sentence or line of s[:end] ends, 0
// when there is none.
func lastSentence(s string, end int) int {
	at, text := 0, 0 // text: where the last character that is not a space ends
	var last rune
	space := true
	for i, r := range s {
		if !space {
			text = i
		}
		space = unicode.IsSpace(r)
		if space && text > 0 && (strings.ContainsRune(".!?…", last) || r == '\n' || r == '\r') ||
			strings.ContainsRune("。！？", last) {
			at = text
		}
		if i >= end {
			break
		}
		if !space && !strings.ContainsRune(`"')]»”’*_`, r) {
			last = r
		}
	}
	return at
}
