package vet

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// characters refuses what can be neither seen nor meant, the first of each sort. Line breaks are somebody else's.
func (c *checker) characters(field, s string) {
	seen := map[string]bool{}
	place := 0
	last := rune(-1)
	for i, r := range s {
		place++
		code := ""
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			code = UTF8
		case r == '\n' || r == '\r':
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			code = Control
		case unicode.Is(unicode.Bidi_Control, r):
			code = Direction
		case unseen(r) && !joinsEmoji(last, r, s[i+utf8.RuneLen(r):]):
			code = Invisible
		}
		last = r
		if code == "" || seen[code] {
			continue
		}
		seen[code] = true
		if code == UTF8 {
			c.refuse(field, code, strconv.Itoa(place))
			continue
		}
		c.refuse(field, code, fmt.Sprintf("%U", r), strconv.Itoa(place), before(s[:i]))
	}
}

// unseen says whether r draws nothing and takes no room.
func unseen(r rune) bool {
	switch r {
	case '\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\u034f':
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}

// joinsEmoji says whether r belongs to an emoji: what joins two of them, or chooses how the one before is drawn, or names a flag.
func joinsEmoji(last, r rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case r == '\u200d':
		return picture(last) && picture(next)
	case r == '\ufe0e' || r == '\ufe0f':
		return picture(last) || strings.ContainsRune("#*0123456789", last) || unicode.Is(unicode.So, last)
	case r >= '\U000e0020' && r <= '\U000e007f':
		return last == '\U0001f3f4' || last >= '\U000e0020' && last <= '\U000e007f'
	}
	return false
}

// picture says whether r is an emoji, or a sign that makes one.
func picture(r rune) bool {
	return unicode.In(r, unicode.So, unicode.Sk) && r > unicode.MaxLatin1 || r == '\ufe0f' || unicode.Is(unicode.Sm, r) && r > unicode.MaxLatin1
}

// before is the end of a text, to find a place by; what cannot be seen in it is left out.
func before(s string) string {
	r := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unseen(r) {
			return -1
		}
		return r
	}, s[max(0, len(s)-100):]))
	return strings.TrimSpace(string(r[max(0, len(r)-20):]))
}
