package telegram

import (
	"strings"
	"unicode/utf16"
)

// units is the length of a text as Telegram counts it, in UTF-16 code units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// byteAt is where a UTF-16 offset lies in a text; ok is false outside the text and inside a character.
func byteAt(s string, offset int) (at int, ok bool) {
	n := 0
	for i, r := range s {
		if n == offset {
			return i, true
		}
		if n > offset {
			return 0, false
		}
		n += utf16.RuneLen(r)
	}
	return len(s), n == offset
}

// cut returns the bytes of a text that an entity covers.
func (e entity) cut(s string) (from, to int, ok bool) {
	from, ok1 := byteAt(s, e.Offset)
	to, ok2 := byteAt(s, e.Offset+e.Length)
	return from, to, ok1 && ok2 && e.Length > 0 && from < to
}

// validText replaces what is no UTF-8, which JSON lets through and Telegram refuses.
func validText(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
