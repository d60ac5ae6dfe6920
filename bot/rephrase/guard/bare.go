package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bareLabel reads a name of the screen that the candidate does not set in bold: several words, or one in quotation marks.
func (s *scanner) bareLabel(rest string) bool {
	if len(s.labels.bare) == 0 || s.inWord() {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	for _, l := range s.labels.bare {
		if !strings.Contains(l, " ") && (s.quoted == 0 || s.quotes[s.quoted-1].text != l) {
			continue
		}
		if n := prefixLength(rest, l); n > 0 {
			next, _ := utf8.DecodeRuneInString(rest[n:])
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				s.label(l)
				s.at += n
				return true
			}
		}
	}
	return false
}

// prefixLength is how many bytes of s spell a squeezed name at its start, 0 when they do not.
func prefixLength(s, name string) int {
	at := 0
	for _, want := range name {
		got, size := utf8.DecodeRuneInString(s[at:])
		switch got {
		case '’', 'ʼ':
			got = '\''
		case '\u00a0', '\u202f':
			got = ' '
		}
		if got != want || size == 0 {
			return 0
		}
		at += size
	}
	return at
}
