package scrub

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// MaxGrowth is how many bytes longer than its input a text of Text can be: what stands for a short @name is longer than it.
	MaxGrowth = 64
	// maxRounds is how often a text is read again because something was removed. Two are enough for what people write.
	maxRounds = 4
)

// Text returns s with personal data replaced by bracketed words (Kind.String), and which kinds were found, each once, in the order of
// the constants; nil when there was nothing. Invisible characters and invalid bytes are dropped; the rest of the text is kept as it is.
//
// Text of its own result gives that result again. The result is valid UTF-8 and at most MaxGrowth bytes longer than s; what would
// exceed that is cut off at the end. The time is linear in the length of s, and so is the memory, up to fifty times its size: bound what
// anybody may send. Safe for concurrent use.
func Text(s string) (clean string, removed []Kind) {
	var found kinds
	clean = s
	limit := len(s) + MaxGrowth
	var l line
	for range maxRounds {
		before := clean
		clean = l.once(visible(before), limit, &found)
		if clean == before {
			return clean, found.list()
		}
	}
	// Somebody has built a text that looks like something else each time it is read. Nothing of it can be trusted.
	found.add(Secret)
	return stand[Secret], found.list()
}

// once reads a text and replaces what it finds.
func (l *line) once(s string, limit int, found *kinds) string {
	l.read(s)
	for _, find := range []func(*line){
		(*line).secrets, (*line).links, (*line).mentions, (*line).emails, (*line).handles, (*line).ibans, (*line).tokens, (*line).nirs, (*line).births,
		(*line).addresses, (*line).codes, (*line).papers, (*line).spelled, (*line).machines, (*line).numbers, (*line).names, (*line).plates,
	} {
		find(l)
		l.compact()
	}
	return l.text(limit, found)
}

// visible drops what cannot be seen, which would hide an address from being found, and makes the text valid. What joins two emoji
// is kept.
func visible(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf && (s[i] >= ' ' && s[i] != 0x7f || s[i] == '\n' || s[i] == '\t')
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	last := ' '
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			continue
		case r == '\n' || r == '\t':
		case r == '\u200d' && unicode.In(last, unicode.So, unicode.Sk, unicode.Variation_Selector):
		case unicode.Is(unicode.Variation_Selector, r):
			if !unicode.In(last, unicode.So, unicode.Sk, unicode.Po, unicode.Nd, unicode.Sm) {
				continue
			}
		case unicode.In(r, unicode.Cc, unicode.Cf) || strings.ContainsRune("\u115f\u1160\u3164\uffa0\u2800\u034f", r):
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
