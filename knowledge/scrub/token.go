package scrub

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// class is what a token is made of.
type class uint8

const (
	edge    class = iota // before the first and after the last
	blank                // spaces and line breaks
	letters              // with their accents
	digits               // of any script
	sign                 // one character
	gone                 // removed, or what already stands for something removed
)

// A token is a piece of the text that is looked at as one.
type token struct {
	start int    // in bytes; less than 0 when the token before has taken it in
	end   int    // where it ends
	fold  string // letters in lower case without accents, digits and signs as ASCII has them; of what is gone, what stands for it
	class class
	kind  Kind // of what is gone
	found bool // it was found in this text, and did not stand in it before

	starts uint16 // which cues the word may begin
}

// tokens cuts a valid text into tokens that follow each other without a gap, and appends them.
func tokens(out []token, s string) []token {
	for at := 0; at < len(s); {
		t := token{start: at}
		r, size := utf8.DecodeRuneInString(s[at:])
		switch t.class = classOf(r); t.class {
		case sign:
			if r == '[' {
				if p := placeholder(s[at:]); p != "" {
					t.class, t.fold, size = gone, p, len(p)
				}
			}
			t.end = at + size
		default:
			t.end = at + size
			for t.end < len(s) {
				r, size := utf8.DecodeRuneInString(s[t.end:])
				if classOf(r) != t.class && (t.class != letters || !unicode.Is(unicode.M, r)) {
					break
				}
				t.end += size
			}
		}
		switch {
		case t.class == gone:
		case t.end == at+1 && t.class != blank: // a lone byte, the most frequent
			t.fold = lone[s[at]]
		case t.class == letters || t.class == sign:
			t.fold = text.Fold(s[at:t.end])
		case t.class == digits:
			t.fold = ascii(s[at:t.end])
		}
		if t.class == letters {
			t.starts = starts[t.fold]
		}
		out = append(out, t)
		at = t.end
	}
	return out
}

// lone are the folded forms of single bytes of ASCII.
var lone = func() (t [utf8.RuneSelf]string) {
	for c := range t {
		t[c] = text.Fold(string(rune(c)))
	}
	return t
}()

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		switch c := byte(r); {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			return letters
		case c >= '0' && c <= '9':
			return digits
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			return blank
		}
		return sign
	case unicode.IsLetter(r):
		return letters
	case unicode.IsDigit(r):
		return digits
	case unicode.IsSpace(r):
		return blank
	}
	return sign
}

// ascii writes digits of any script as 0 to 9.
func ascii(s string) string {
	if utf8.RuneCountInString(s) == len(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		for _, t := range unicode.Nd.R16 {
			if rune(t.Lo) <= r && r <= rune(t.Hi) {
				return '0' + (r-rune(t.Lo))%10
			}
		}
		for _, t := range unicode.Nd.R32 {
			if rune(t.Lo) <= r && r <= rune(t.Hi) {
				return '0' + (r-rune(t.Lo))%10
			}
		}
		return r
	}, s)
}
