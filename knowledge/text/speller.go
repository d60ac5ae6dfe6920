package text

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Lengths, in characters, from which a word is corrected: one edit from 4, two
// from 8. prefixLen is how much of a word the index looks at: an edit further
// on leaves the prefix whole.
const (
	minCorrected = 4
	minTwoEdits  = 8
	prefixLen    = 7
)

// fewWords is up to how many words are compared one by one: so few are sooner compared than filed.
const fewWords = 400

// Speller finds the word of a vocabulary that a mistyped one stands for. It is
// immutable and safe for concurrent use.
//
// It is a symmetric delete index (W. Garbe, SymSpell, 2012): each known word is
// filed under every form its prefix takes with up to two characters removed, and
// a question's word is looked up under the forms of its own. Few words are not
// filed: each is compared, which finds the same.
type Speller struct {
	words []string // sorted by decreasing frequency, then by letters
	start []uint32 // bucket → first place in ids; one more at the end
	ids   []uint32 // places in words
	mask  uint64
	known map[string]struct{}
}

// NewSpeller indexes the words of a vocabulary with their frequencies. Words of
// fewer than 3 or more than 48 characters are known but never proposed.
func NewSpeller(frequency map[string]int) *Speller {
	s := &Speller{known: make(map[string]struct{}, len(frequency))}
	for w := range frequency {
		s.known[w] = struct{}{}
		if n := utf8.RuneCountInString(w); n >= minCorrected-1 && n <= maxDistance && !hasDigit(w) {
			s.words = append(s.words, w)
		}
	}
	slices.SortFunc(s.words, func(a, b string) int {
		return cmp.Or(frequency[b]-frequency[a], cmp.Compare(a, b))
	})
	if len(s.words) > fewWords {
		s.file()
	}
	return s
}

// file fills the buckets in two passes, counting first.
func (s *Speller) file() {
	total := 0
	for _, w := range s.words {
		deletes(w, reachable(w), func(uint64) { total++ })
	}
	buckets := 1
	for buckets < total {
		buckets *= 2
	}
	s.mask = uint64(buckets - 1)
	s.start = make([]uint32, buckets+2)
	for _, w := range s.words {
		deletes(w, reachable(w), func(h uint64) { s.start[s.bucket(h)+2]++ })
	}
	for i := 2; i < len(s.start); i++ {
		s.start[i] += s.start[i-1]
	}
	s.ids = make([]uint32, total)
	for id, w := range s.words {
		deletes(w, reachable(w), func(h uint64) {
			b := s.bucket(h) + 1
			s.ids[s.start[b]] = uint32(id)
			s.start[b]++
		})
	}
}

func (s *Speller) bucket(h uint64) uint64 { return (h ^ h>>29) & s.mask }

// Known reports whether the vocabulary has the folded word as it is.
func (s *Speller) Known(word string) bool {
	_, ok := s.known[word]
	return ok
}

// Correct returns the nearest known word, and the most frequent among equally
// near ones: within one edit (see Distance) from 4 characters, two from 8. It
// reports false, and returns the word itself, when the word is known, shorter,
// longer than 48 characters, holds a digit, or when nothing is near.
func (s *Speller) Correct(word string) (string, bool) {
	n := utf8.RuneCountInString(word)
	if n < minCorrected || n > maxDistance || s.Known(word) || hasDigit(word) {
		return word, false
	}
	bound := editsIn(n)
	best, nearest := -1, bound+1
	compare := func(id int) {
		d := Distance(word, s.words[id], min(nearest, bound))
		if d < nearest || d == nearest && d <= bound && id < best {
			best, nearest = id, d
		}
	}
	if s.start == nil {
		for id := range s.words {
			compare(id)
		}
	} else {
		deletes(word, bound > 1, func(h uint64) {
			b := s.bucket(h)
			for _, id := range s.ids[s.start[b]:s.start[b+1]] {
				if int(id) != best {
					compare(int(id))
				}
			}
		})
	}
	if best < 0 {
		return word, false
	}
	return s.words[best], true
}

// editsIn is how many edits a word of so many characters may be away from the one that it stands for.
func editsIn(size int) int {
	if size >= minTwoEdits {
		return 2
	}
	return 1
}

// reachable reports whether two edits may lead to the known word w.
func reachable(w string) bool { return utf8.RuneCountInString(w) >= minTwoEdits-2 }

func hasDigit(w string) bool {
	for i := range len(w) {
		if '0' <= w[i] && w[i] <= '9' {
			return true
		}
	}
	return false
}

// deletes calls visit with the hash of each form that the first characters of
// the word take when none, one or, if two is set, two of them are removed. A form
// may come twice.
func deletes(word string, two bool, visit func(uint64)) {
	var buf [prefixLen + 1]int
	ends := buf[:1]
	for i := 0; i < len(word) && len(ends) <= prefixLen; {
		i = nextRune(word, i)
		ends = append(ends, i)
	}
	visit(form(word, ends, -1, -1))
	for i := range len(ends) - 1 {
		visit(form(word, ends, i, -1))
		for j := i + 1; two && j < len(ends)-1; j++ {
			visit(form(word, ends, i, j))
		}
	}
}

// form hashes the prefix without its characters i and j.
func form(word string, ends []int, i, j int) uint64 {
	h := uint64(fnvOffset)
	for c := range len(ends) - 1 {
		if c == i || c == j {
			continue
		}
		for _, b := range []byte(word[ends[c]:ends[c+1]]) {
			h = hashByte(h, b)
		}
	}
	return h
}
