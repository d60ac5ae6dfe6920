package guard

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A scanner cuts inline Markdown into tokens that nothing is known of yet.
type scanner struct {
	src      string
	at       int
	out      []token
	quotes   []quotation
	quoted   int16 // the quotation that is open, from 1, or 0
	closing  rune  // what closes it
	problems *reasons
	labels   *labels  // names of the screen that the entry has; nil while the entry itself is read
	found    []string // names of the screen met
}

// A quotation is what stands in quotation marks, or the words of a link.
type quotation struct {
	text string // as squeeze makes it
	link bool
}

// scan cuts the text of one block.
func (s *scanner) scan(src string) {
	s.src, s.at = src, 0
	s.quoted = 0
	s.out = slices.Grow(s.out, len(src)/4+4)
	for s.at < len(s.src) {
		s.next()
	}
	if s.quoted > 0 && s.closing != '"' {
		s.problems.add(Truncated, src)
	}
}

// next reads one token.
func (s *scanner) next() {
	rest := s.src[s.at:]
	if rest[0] == ' ' {
		s.at++
		return
	}
	if s.labels != nil && s.bareLabel(rest) {
		return
	}
	switch {
	case strings.HasPrefix(rest, "**"):
		s.bold(rest)
		return
	case rest[0] == '[':
		if s.link(rest) {
			return
		}
	}
	if n := hostLength(rest); n > 0 && !s.inWord() {
		s.emit(address, rest[:n])
		return
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		s.emit(word, rest[:runLength(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })])
	case unicode.IsDigit(r):
		s.emit(number, rest[:numberLength(rest)])
	case unicode.IsSpace(r):
		s.at += size
	default:
		s.sign(r, size)
	}
}

// sign reads a character that is neither a letter nor a digit.
func (s *scanner) sign(r rune, size int) {
	if s.quote(r, size) {
		return
	}
	switch r {
	case '.', '!', '?', '…':
		kind := pause
		if s.ends(size) || r != '.' {
			kind = stop
		}
		s.emit(kind, s.src[s.at:s.at+size])
	case ',', ';', ':', '(', ')', '—', '–', '·', '|', '/', '→', '>', '›', '[', ']':
		s.emit(pause, s.src[s.at:s.at+size])
	case '🙂', '😊', '👋', '\'', '’', '-', '‑', '*', '_', '\\', '&', '`', '~', '\u2010', 'ʼ', '´', '¿', '¡':
		s.at += size
	default:
		if s.labels != nil && strings.ContainsRune(decorations, r) && !strings.ContainsRune(s.src[:s.at]+s.src[s.at+size:], r) {
			s.at += size
			return
		}
		s.emit(symbol, s.src[s.at:s.at+size])
	}
}

// emit adds a token and moves on.
func (s *scanner) emit(k kind, t string) {
	glued := s.inWord()
	s.at += len(t)
	if k == stop && s.quoted > 0 {
		k = pause // a sentence does not end in what it quotes
	}
	tok := token{kind: k, text: t, quote: s.quoted, glued: glued}
	switch k {
	case word:
		tok.form = lower(t)
	case address:
		t = strings.TrimRight(t, "/")
		tok.form = t
		tok.addKey(hash("a:" + t))
	case symbol:
		tok.addKey(hash("s:" + t))
	case number:
		numberToken(&tok)
	}
	s.out = append(s.out, tok)
}

// inWord says whether no space stands before the place where it reads.
func (s *scanner) inWord() bool {
	if s.at == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s.src[:s.at])
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '’' || r == '\'' || r == '_'
}

func runLength(s string, in func(rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

// decorations are pictures that a model puts beside a line and that say nothing of it: no tick, no cross, no warning, no lock, no device.
const decorations = "🤖💡📌📝👉✨🙏🔧🌐"
