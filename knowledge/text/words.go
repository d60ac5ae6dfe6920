package text

import (
	"unicode"
	"unicode/utf8"
)

// Words splits folded text at everything that is neither a letter nor a digit:
// "c'est" gives "c" and "est". The words share the memory of folded.
func Words(folded string) []string {
	return AppendWords(nil, folded)
}

// AppendWords is Words, appending to dst.
func AppendWords(dst []string, folded string) []string {
	start := -1
	for i, r := range folded {
		if isWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			dst = append(dst, folded[start:i])
			start = -1
		}
	}
	if start >= 0 {
		dst = append(dst, folded[start:])
	}
	return dst
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
