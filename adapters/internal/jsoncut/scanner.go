package jsoncut

import "bytes"

// A scanner goes through JSON without checking more than it must.
type scanner struct {
	b []byte
	i int
}

func (s *scanner) space() {
	for s.i < len(s.b) && (s.b[s.i] == ' ' || s.b[s.i] == '\n' || s.b[s.i] == '\r' || s.b[s.i] == '\t') {
		s.i++
	}
}

// ended says that nothing but spaces comes after.
func (s *scanner) ended() bool {
	s.space()
	return s.i == len(s.b)
}

// skip passes over one character, after spaces, if it comes next.
func (s *scanner) skip(c byte) bool {
	s.space()
	if s.i >= len(s.b) || s.b[s.i] != c {
		return false
	}
	s.i++
	return true
}

// value passes over a value and returns it; nil when there is none, or it does not end.
func (s *scanner) value() []byte {
	s.space()
	from, depth := s.i, 0
	for s.i < len(s.b) {
		switch s.b[s.i] {
		case '"':
			if !s.text() {
				return nil
			}
		case '{', '[':
			depth++
			s.i++
		case '}', ']', ',', ':', ' ', '\n', '\r', '\t':
			if depth == 0 {
				return s.cut(from) // of a number or a word
			}
			if c := s.b[s.i]; c == '}' || c == ']' {
				depth--
			}
			s.i++
		default:
			s.i++
			continue
		}
		if depth == 0 {
			return s.cut(from)
		}
	}
	return nil
}

// text passes over a string, whose quote comes next; false when it does not end. Most of what is long is a string, and has few escapes.
func (s *scanner) text() bool {
	for s.i++; s.i < len(s.b); {
		n := bytes.IndexByte(s.b[s.i:], '"')
		if n < 0 {
			break
		}
		escape := bytes.IndexByte(s.b[s.i:s.i+n], '\\')
		if escape < 0 {
			s.i += n + 1
			return true
		}
		s.i += escape + 2
	}
	s.i = len(s.b)
	return false
}

// cut is what was passed over since a place; nil for nothing.
func (s *scanner) cut(from int) []byte {
	if s.i == from {
		return nil
	}
	return s.b[from:s.i]
}
