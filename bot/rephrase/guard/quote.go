package guard

import "strings"

var closers = map[rune]rune{'«': '»', '“': '”', '„': '“', '"': '"'}

// quote opens or closes a quotation.
func (s *scanner) quote(r rune, size int) bool {
	switch {
	case s.quoted > 0 && (r == s.closing || s.closing == '“' && r == '”'):
		s.at += size
		s.quoted = 0
		s.pause()
	case s.quoted == 0 && closers[r] != 0:
		start := s.at + size
		end := strings.IndexRune(s.src[start:], closers[r])
		if r == '„' && end < 0 {
			end = strings.IndexRune(s.src[start:], '”')
		}
		s.at = start
		if end < 0 {
			s.problems.add(Truncated, s.src[start:])
			return true
		}
		s.quotes = append(s.quotes, quotation{text: squeeze(s.src[start : start+end])})
		s.quoted, s.closing = int16(len(s.quotes)), closers[r]
		s.pause()
	case r == '»' || r == '”' || r == '“':
		s.at += size
		s.problems.add(Truncated, s.src)
	default:
		return false
	}
	return true
}

// pause notes a boundary that no sign was read for.
func (s *scanner) pause() { s.out = append(s.out, token{kind: pause}) }

// squeeze is a text with single plain spaces and plain apostrophes, to compare names of the screen and quotations by.
func squeeze(s string) string {
	return strings.Join(strings.Fields(plainSigns.Replace(s)), " ")
}

var plainSigns = strings.NewReplacer("’", "'", "ʼ", "'", "\u00a0", " ", "\u202f", " ", "*", "")
