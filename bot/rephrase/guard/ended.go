package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ended refuses a candidate whose last sentence was cut: it ends with a letter, a figure or a comma although the entry ends its sentence.
func (s *Source) ended(c *candidate, text string, r *reasons) {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(strings.TrimSpace(text), "*_"))
	if strings.ContainsRune(".!?)»”\"“🙂😊👋", last) {
		return
	}
	if n := len(c.blocks); n > 0 && c.blocks[n-1].kind == heading && unicode.IsLetter(last) && s.headed {
		return // a heading alone
	}
	if len(c.pieces) > 0 && !unicode.IsSpace(last) && !strings.ContainsRune(",:;([-–—/«“", last) {
		if p := c.pieces[len(c.pieces)-1]; p.unit >= 0 && !s.units[p.unit].stops() {
			return
		}
	}
	r.add(Truncated, tail(text))
}

// stops says whether a unit ends as a sentence does.
func (u *unit) stops() bool {
	return u.tokens[len(u.tokens)-1].kind == stop
}

func tail(s string) string {
	r := []rune(s)
	return string(r[max(0, len(r)-40):])
}
