package text

import (
	"iter"
	"unicode/utf8"
)

// FNV-1a, 64 bits: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// pad stands before and after each word; it cannot occur inside one.
const pad = '_'

// Hash returns the 64-bit FNV-1a hash of s inside the namespace ns, so that
// features of different kinds never share a key by construction of their text.
// It is the same on every machine and in every run.
func Hash(ns byte, s string) uint64 {
	h := hashByte(fnvOffset, ns)
	for i := range len(s) {
		h = hashByte(h, s[i])
	}
	return h
}

// Extend continues h with a separator and s: Extend(Hash(ns, a), b) is the key
// of the pair a, b.
func Extend(h uint64, s string) uint64 {
	h = hashByte(h, pad)
	for i := range len(s) {
		h = hashByte(h, s[i])
	}
	return h
}

func hashByte(h uint64, b byte) uint64 { return (h ^ uint64(b)) * fnvPrime }

// NGrams yields the hash, in the namespace ns, of each run of lo to hi characters
// of the word put between two boundary marks; "ab" with 2 and 3 yields those of
// _a, _ab, ab, ab_, b_. Repetitions are yielded each time. It allocates nothing.
func NGrams(word string, ns byte, lo, hi int) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		seed := hashByte(fnvOffset, ns)
		for start := -1; start < len(word); start = nextRune(word, start) {
			h := seed
			for n, at := 1, start; n <= hi && at <= len(word); n++ {
				end := nextRune(word, at)
				if at < 0 || at == len(word) {
					h = hashByte(h, pad)
				} else {
					for _, b := range []byte(word[at:end]) {
						h = hashByte(h, b)
					}
				}
				if n >= lo && !yield(h) {
					return
				}
				at = end
			}
		}
	}
}

// nextRune returns the start of the character after the one at i, where -1 and
// len(s) are the places of the boundary marks.
func nextRune(s string, i int) int {
	switch {
	case i < 0:
		return 0
	case i >= len(s):
		return len(s) + 1
	case s[i] < utf8.RuneSelf:
		return i + 1
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}
