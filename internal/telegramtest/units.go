package telegramtest

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Units is the length of a text in UTF-16 code units, in which Telegram counts.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// Cut returns the part of a text that an entity covers; ok is false when it ends outside or in the middle of a character.
func Cut(s string, offset, length int) (part string, ok bool) {
	from, ok1 := byteAt(s, offset)
	to, ok2 := byteAt(s, offset+length)
	if !ok1 || !ok2 || length < 0 {
		return "", false
	}
	return s[from:to], true
}

// byteAt is the byte at which a UTF-16 offset lies.
func byteAt(s string, offset int) (int, bool) {
	at := 0
	for i, r := range s {
		if at == offset {
			return i, true
		}
		at += utf16.RuneLen(r)
	}
	return len(s), at == offset
}

func validText(s string) bool { return utf8.ValidString(s) }
