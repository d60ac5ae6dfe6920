package vet

import (
	"strings"
	"unicode/utf8"
)

// formula are the characters that make a spreadsheet take a cell for a formula, also in the wide forms that some turn into them.
const formula = "=+-@\t\r\n＝＋－＠"

// CSVCell returns a cell as it is exported: with an apostrophe before it when a spreadsheet could take it for a formula, blanks and
// apostrophes at its beginning aside. FromCSVCell takes it off again: FromCSVCell(CSVCell(s)) is s for every s.
func CSVCell(s string) string {
	if risky(s) {
		return "'" + s
	}
	return s
}

// FromCSVCell returns a cell as it was before CSVCell. One that was typed in a spreadsheet comes back as it is, but for the apostrophe
// with which a person, too, keeps a formula from being one.
func FromCSVCell(s string) string {
	if strings.HasPrefix(s, "'") && risky(s) {
		return s[1:]
	}
	return s
}

func risky(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(strings.TrimLeft(s, "'"), " \u00a0\u202f"))
	return strings.ContainsRune(formula, first)
}
