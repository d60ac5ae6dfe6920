package live

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// How much of a word is compared: its end is inflection, and a mistake in it does not matter.
const (
	keyLetters  = 4 // with the words of entries
	rareLetters = 5 // to tell how rare it is
)

// rarities say how rare a word is among the wordings of the shared base: what everybody asks says nothing of a community. They are immutable.
type rarities struct {
	slots  []rarityOf // by hash, each at its place or after it; a power of two of them, and a third free at least
	shift  int
	unseen float32
}

// rarityOf is the rarity of the words with a beginning; 0 where there is none.
type rarityOf struct {
	beginning uint32
	rarity    float32
}

func newRarities(wordings iter.Seq[string]) *rarities {
	n, in := 0, map[uint32]int{}
	var words []string
	for s := range wordings {
		n++
		words = text.AppendWords(words[:0], text.Fold(s))
		for i, w := range words {
			if !slices.Contains(words[:i], w) {
				in[beginning(w, rareLetters)]++
			}
		}
	}
	rarity := func(times int) float32 { return float32(math.Log(float64(1+n)/float64(1+times)) + 0.2) }
	size := bits.Len(uint(len(in)/2 + len(in)))
	r := &rarities{slots: make([]rarityOf, 1<<size), shift: 32 - size, unseen: rarity(0)}
	for key, times := range in {
		i := r.home(key)
		for r.at(i).rarity != 0 {
			i++
		}
		*r.at(i) = rarityOf{key, rarity(min(times, n))}
	}
	return r
}

func (r *rarities) home(key uint32) int { return int(key * 0x9e3779b9 >> r.shift) }
func (r *rarities) at(i int) *rarityOf  { return &r.slots[i&(len(r.slots)-1)] }

func (r *rarities) rarity(word string) float32 {
	key := beginning(word, rareLetters)
	for i := r.home(key); ; i++ {
		switch s := r.at(i); {
		case s.rarity == 0:
			return r.unseen
		case s.beginning == key:
			return s.rarity
		}
	}
}

// beginning is a hash of the first letters of a folded word.
func beginning(word string, letters int) uint32 {
	end := 0
	for range letters {
		if end == len(word) {
			break
		}
		_, size := utf8.DecodeRuneInString(word[end:])
		end += size
	}
	h := uint32(2166136261) // FNV-1a
	for i := range end {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

// A clue is a word of an entry.
type clue struct{ key, doc uint32 }

func (p *Phrasebook) sortClues() {
	slices.SortFunc(p.clues, func(a, b clue) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.doc, b.doc)) })
	p.clues = slices.Clip(slices.Compact(p.clues))
	p.clueAt = newBuckets(len(p.clues), func(i int) uint32 { return p.clues[i].key })
}
