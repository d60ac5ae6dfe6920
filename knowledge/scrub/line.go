package scrub

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is a text being searched: tokens, of which some are gone. Finders look at tokens that are not, so that what one has taken
// hides nothing and feeds nothing to the next.
type line struct {
	s     string
	t     []token
	dirty bool // something was removed since the last compact
}

// read makes a text the one being searched. It uses the memory of the one before.
func (l *line) read(s string) {
	if l.t == nil {
		l.t = make([]token, 0, len(s)/2+8)
	}
	l.s, l.t = s, tokens(l.t[:0], s)
}

// outside is the token at both ends of a text.
var outside token

// at is the token i; an edge outside. It is not to be changed.
func (l *line) at(i int) *token {
	if uint(i) >= uint(len(l.t)) {
		return &outside
	}
	return &l.t[i]
}

func (l *line) class(i int) class {
	if uint(i) >= uint(len(l.t)) {
		return edge
	}
	return l.t[i].class
}

// is says whether the token i is a word or a sign, given folded.
func (l *line) is(i int, fold string) bool {
	t := l.at(i)
	return t.fold == fold && t.fold != ""
}

// oneOf says whether the token i is one of some signs of ASCII.
func (l *line) oneOf(i int, signs string) bool {
	t := l.at(i)
	return t.class == sign && len(t.fold) == 1 && strings.Contains(signs, t.fold)
}

// word says whether the token i is made of letters or digits.
func (l *line) word(i int) bool { c := l.class(i); return c == letters || c == digits }

// skip is i, or the token after the blank that stands there.
func (l *line) skip(i int) int {
	if l.class(i) == blank {
		return i + 1
	}
	return i
}

// capital says whether the token i begins with a capital.
func (l *line) capital(i int) bool {
	t := l.at(i)
	r, _ := utf8.DecodeRuneInString(l.s[t.start:t.end])
	return t.class == letters && unicode.IsUpper(r)
}

// upper says whether the token i is all capitals.
func (l *line) upper(i int) bool {
	t := l.at(i)
	return t.class == letters && strings.IndexFunc(l.s[t.start:t.end], unicode.IsLower) < 0
}

// breaks says whether the token i is a blank that ends a line.
func (l *line) breaks(i int) bool {
	t := l.at(i)
	return t.class == blank && strings.ContainsAny(l.s[t.start:t.end], "\n\r\u2028\u2029")
}

// run is where the tokens end that follow i without a blank, an edge, or something gone between; at most 255 bytes further.
func (l *line) run(i int) int {
	j := i
	for l.class(j) > blank && l.class(j) != gone && l.t[j].end-l.t[i].start <= 255 {
		j++
	}
	return j
}

// remove replaces the tokens from i to before j by what stands for a kind.
func (l *line) remove(i, j int, k Kind) { l.replace(i, j, k, stand[k]) }

func (l *line) replace(i, j int, k Kind, by string) {
	if i >= j {
		return
	}
	l.t[i] = token{class: gone, start: l.t[i].start, end: l.t[j-1].end, fold: by, kind: k, found: true}
	for n := i + 1; n < j; n++ {
		l.t[n] = token{class: gone, start: -1}
	}
	l.dirty = true
}

// compact drops the tokens that a removed one has taken in. Indices do not survive it.
func (l *line) compact() {
	if !l.dirty {
		return
	}
	kept := l.t[:0]
	for _, t := range l.t {
		if t.start >= 0 {
			kept = append(kept, t)
		}
	}
	l.t, l.dirty = kept, false
}

// text puts the tokens together again, as far as limit bytes allow, and adds what was found.
func (l *line) text(limit int, found *kinds) string {
	var b strings.Builder
	b.Grow(min(limit, len(l.s)+MaxGrowth))
	for _, t := range l.t {
		part := t.fold
		if t.class != gone {
			part = l.s[t.start:t.end]
		}
		if t.found {
			found.add(t.kind)
		}
		if b.Len()+len(part) > limit {
			break
		}
		b.WriteString(part)
	}
	return b.String()
}
