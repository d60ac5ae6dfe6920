package text

import (
	"math/bits"
	"unicode/utf8"
)

// A Known word is one that a mistyped word may stand for, with what tells of most others, without comparing them, that they are not near.
type Known struct {
	Word    string
	Times   int    // how frequent it is, for choosing among equally near ones
	letters uint64 // a bit for each of its characters; two characters may share one
	size    int    // in characters
	offered bool   // it may be proposed
}

// NewKnown returns a folded word that was met no time.
func NewKnown(word string) Known {
	size := utf8.RuneCountInString(word)
	return Known{
		Word: word, letters: lettersOf(word), size: size,
		offered: size >= minCorrected-1 && size <= maxDistance && !hasDigit(word),
	}
}

func lettersOf(word string) (set uint64) {
	for _, r := range word {
		set |= 1 << (r & 63)
	}
	return set
}

// Nearest returns the word that Correct of a Speller of these words would, in whatever order they are: "" when it would find none. It is sooner
// done than a Speller is made. No two of the words are the same, and none is the one asked for.
func Nearest(word string, among []Known) string {
	size := utf8.RuneCountInString(word)
	if size < minCorrected || size > maxDistance || hasDigit(word) {
		return ""
	}
	bound := editsIn(size)
	letters := lettersOf(word)
	var best *Known
	nearest := bound + 1
	for i := range among {
		k := &among[i]
		// An edit changes the length by one at most, and puts one character in the place of another.
		if within := min(nearest, bound); !k.offered || k.size > size+within || k.size < size-within || bits.OnesCount64(k.letters^letters) > 2*within {
			continue
		}
		d := Distance(word, k.Word, min(nearest, bound))
		if d < nearest || d == nearest && d <= bound && before(k, best) {
			best, nearest = k, d
		}
	}
	if best == nil {
		return ""
	}
	return best.Word
}

// before says which of two equally near words is proposed.
func before(a, b *Known) bool { return a.Times > b.Times || a.Times == b.Times && a.Word < b.Word }
