package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form in which two spellings of the same text compare equal:
// lower case, compatibility-decomposed (NFKD, but for Hangul syllables) without
// marks, ligatures and barred letters opened (œ → oe, ß → ss, ø → o), typographic
// apostrophes, quotes, dashes and spaces replaced by the ASCII ones. Invisible
// characters (zero width, directional controls, variation selectors, NUL) are
// removed and each invalid byte becomes U+FFFD. Line breaks and tabs become
// spaces; runs of spaces are kept.
//
// Fold is idempotent and safe for concurrent use. It runs in time linear in s and
// returns s itself, without allocating, when s is ASCII and already folded.
func Fold(s string) string {
	i := 0
	for i < len(s) && asciiFold[s[i]] == s[i] && s[i] != 0 {
		i++
	}
	if i == len(s) {
		return s
	}
	out := make([]byte, i, len(s)+8)
	copy(out, s[:i])
	for _, r := range s[i:] {
		switch {
		case r < utf8.RuneSelf:
			if c := asciiFold[r]; c != 0 {
				out = append(out, c)
			}
		case r < latinEnd:
			out = append(out, latinFold[r]...)
		default:
			out = appendFolded(out, r)
		}
	}
	return string(out)
}

// latinEnd is the end of the accented letters of European languages.
const latinEnd = 0x250

// latinFold holds the folded forms of the characters below latinEnd.
var latinFold = func() (t [latinEnd]string) {
	for r := rune(utf8.RuneSelf); r < latinEnd; r++ {
		t[r] = string(appendFolded(nil, r))
	}
	return t
}()

// asciiFold maps each ASCII byte to its folded byte, 0 meaning "remove".
// Bytes from 0x80 on map to 0: they take the slow path.
var asciiFold = func() (t [256]byte) {
	for c := byte(' '); c < 0x7f; c++ {
		t[c] = c
	}
	for c := byte('A'); c <= 'Z'; c++ {
		t[c] = c + 'a' - 'A'
	}
	for _, c := range "\t\n\v\f\r" {
		t[c] = ' '
	}
	t['`'] = '\''
	return t
}()

// appendFolded appends the folded form of one character. Marks go one by one, so
// that what stands between a letter and its accent does not matter.
func appendFolded(out []byte, r rune) []byte {
	switch r {
	case '´', '΄', '᾽', '᾿', '῾': // decomposed into a space and an accent
		return append(out, '\'')
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	parts := norm.NFKD.Properties(buf[:n]).Decomposition()
	if parts == nil {
		return appendPart(out, r)
	}
	for len(parts) > 0 {
		r, n := utf8.DecodeRune(parts)
		out, parts = appendPart(out, r), parts[n:]
	}
	return out
}

// appendPart appends the folded form of a character that has no decomposition.
func appendPart(out []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if c := asciiFold[r]; c != 0 {
			out = append(out, c)
		}
		return out
	}
	if unicode.In(r, unicode.Mn, unicode.Me) || invisible(r) {
		return out
	}
	r = unicode.ToLower(r)
	if open, ok := opened[r]; ok {
		return append(out, open...)
	}
	switch {
	case unicode.Is(unicode.Pd, r) || r == '−' || r == '⁃':
		return append(out, '-')
	case unicode.IsSpace(r):
		return append(out, ' ')
	}
	return utf8.AppendRune(out, r)
}

// invisible reports whether r draws nothing: format and control characters
// other than line breaks and tabs, Hangul fillers, variation selectors.
func invisible(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\u0085':
		return false
	case '\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\u034f':
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector)
}

// opened lists the letters and signs that NFKD leaves whole.
var opened = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d",
	'þ': "th", 'ħ': "h", 'ŧ': "t", 'ı': "i", 'ĸ': "k", 'ŋ': "n", 'ȷ': "j",
	'’': "'", '‘': "'", '‛': "'", '‚': "'", 'ʼ': "'", 'ʻ': "'", 'ʹ': "'", 'ˈ': "'",
	'′': "'", '‵': "'", 'ꞌ': "'", '‹': "'", '›': "'", '❛': "'", '❜': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '〝': `"`, '〞': `"`,
	'❝': `"`, '❞': `"`, 'ˮ': `"`, '⁄': "/", '∕': "/",
}
