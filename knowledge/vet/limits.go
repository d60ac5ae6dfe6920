package vet

import (
	"strconv"
	"unicode/utf16"
)

// What a moderator may type, in UTF-16 units, as the platforms count: knowledge/check counts them too.
const (
	MaxTitle  = 150
	MaxShort  = 600
	MaxStep   = 400
	MaxItem   = 600 // a note, or an item of what it changes
	MaxPhrase = 200
	MaxLink   = 80  // the words of a link, which is a button
	MaxURL    = 512 // the address of a button

	MaxSteps   = 12 // for one device
	MaxPhrases = 30
	MaxLinks   = 8

	// shownTitle is what a choice of a menu shows whole. A longer title, or a short answer longer than knowledge.MaxShort, is warned of:
	// the shared base takes neither.
	shownTitle = 100
)

func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// size refuses a text over a limit; 0 is none.
func (c *checker) size(field, s string, limit int) {
	if n := units(s); limit > 0 && n > limit {
		c.refuse(field, Long, strconv.Itoa(n), strconv.Itoa(limit))
	}
}

// count refuses too many items.
func (c *checker) count(field, code string, n, limit int) {
	if n > limit {
		c.refuse(field, code, strconv.Itoa(n), strconv.Itoa(limit))
	}
}
