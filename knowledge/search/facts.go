package search

import (
	"hash/maphash"
	"sync/atomic"

	"nonmerci/knowledge/text"
)

// facts are what is to be known of a folded word of a language, whatever else a base holds. They are immutable. What every comparison needs of
// them stands first.
type facts struct {
	word     string
	back     *blend   // of the base's languages
	features []likely // its stem, then its n-grams in their order, with repetitions
	lang     tongue
	known    text.Known
}

// tongue is a language: the two letters of its tag, or less.
type tongue uint16

func tongueOf(letters string) (t tongue) {
	for i := range letters {
		t |= tongue(letters[i]) << (8 * i)
	}
	return t
}

// likely is a feature's hash, and the probability that a sentence of the base's languages contains it.
type likely struct {
	hash uint64
	p    float64
}

func newFacts(word, lang string, back *blend) *facts {
	word = string([]byte(word)) // let go of the text around it
	n := 1
	for range text.NGrams(word, nsGram, minGram, maxGram) {
		n++
	}
	f := &facts{word: word, back: back, lang: tongueOf(lang), features: make([]likely, 0, n), known: text.NewKnown(word)}
	add := func(h uint64) { f.features = append(f.features, likely{h, back.p(h)}) }
	add(text.Hash(nsStem, text.Stem(word, lang)))
	for h := range text.NGrams(word, nsGram, minGram, maxGram) {
		add(h)
	}
	return f
}

// Bounds of what is remembered of words: some 20 MB at most.
const (
	remembered     = 1 << 14 // words
	rememberedWord = 20      // bytes of one
)

// wordFacts remembers the facts of words of entries, and not whose they are: finding them out takes longer than all that is done with them.
// What stands in its slot is a word's own or is not taken; so what is remembered changes no result.
var wordFacts [remembered]atomic.Pointer[facts]

// factsSeed is of this run of the program: nobody can choose words that share a slot.
var factsSeed = maphash.MakeSeed()

func hashOf(word string) uint64 { return maphash.String(factsSeed, word) }

// factsOf returns the facts of a folded word, of which the hash is given. It is safe for concurrent use.
func factsOf(word, lang string, back *blend, hash uint64) *facts {
	slot := &wordFacts[hash%remembered]
	if f := slot.Load(); f != nil && f.back == back && f.lang == tongueOf(lang) && f.word == word {
		return f
	}
	f := newFacts(word, lang, back)
	if len(word) <= rememberedWord {
		slot.Store(f)
	}
	return f
}

// stemOf returns the hash of the stem of a folded word in a language of two letters, and does not remember it.
func stemOf(word, lang string) uint64 {
	if f := wordFacts[hashOf(word)%remembered].Load(); f != nil && f.lang == tongueOf(lang) && f.word == word {
		return f.features[0].hash
	}
	return text.Hash(nsStem, text.Stem(word, lang))
}
