package guard

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberLength is the length of a number at the start of s: digits, also in groups (17 000, 17,000, 17.000) or with decimals.
func numberLength(s string) int {
	n := digits(s)
	for n < len(s) {
		sep, size := utf8.DecodeRuneInString(s[n:])
		group := digits(s[n+size:])
		grouped := group == 3 && !moreDigits(s[n+size+3:])
		switch {
		case (sep == ' ' || sep == '\u00a0' || sep == '\u202f') && grouped && digits(s) <= 3:
		case (sep == ',' || sep == '.') && group > 0:
		default:
			return n
		}
		n += size + group
	}
	return n
}

func digits(s string) int { return runLength(s, unicode.IsDigit) }

func moreDigits(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// numberToken gives a number its value as a key: 17 000, 17,000 and 17.000 are one, 1,5 and 1.5 as well.
func numberToken(t *token) {
	s := ungrouped.Replace(t.text)
	groups := strings.Split(s, ".")
	whole := len(groups) > 1 && len(groups[0]) <= 3
	for _, g := range groups[1:] {
		whole = whole && len(g) == 3
	}
	if whole {
		s = strings.Join(groups, "")
	}
	if ascii, err := strconv.Atoi(s); err == nil {
		s = strconv.Itoa(ascii)
	}
	t.form = s
	t.addKey(hash("n:" + s))
}

var ungrouped = strings.NewReplacer("\u00a0", "", "\u202f", "", " ", "", ",", ".")
