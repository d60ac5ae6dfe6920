package search

import (
	"nonmerci/knowledge/text"
)

// Kinds of features, and what each weighs before its rarity.
const (
	nsStem  = 's'
	nsPair  = 'p'
	nsChars = 'c'

	stemWeight = 1
	pairWeight = 0.5
	charWeight = 0.3

	minGram, maxGram = 2, 4
)

// startMark stands before the first word in pairs.
const startMark = "^"

func stemHash(stem string) uint64  { return text.Hash(nsStem, stem) }
func pairHash(a, b string) uint64  { return text.Extend(text.Hash(nsPair, a), b) }
func kindWeight(kind byte) float32 { return kindWeights[kind] }

var kindWeights = [256]float32{nsStem: stemWeight, nsPair: pairWeight, nsChars: charWeight}

// occurrence is a feature of one text and how often it occurs there.
type occurrence struct {
	hash uint64
	kind byte
	tf   float32
}

// analyzer counts the features of one text at a time. It is not safe for
// concurrent use; its results are valid until the next call.
type analyzer struct {
	seen map[uint64]int32 // hash → place in list
	list []occurrence
}

func newAnalyzer() *analyzer { return &analyzer{seen: make(map[uint64]int32, 256)} }

func (a *analyzer) reset() {
	clear(a.seen)
	a.list = a.list[:0]
}

func (a *analyzer) add(hash uint64, kind byte, tf float32) {
	if i, ok := a.seen[hash]; ok {
		a.list[i].tf += tf
		return
	}
	a.seen[hash] = int32(len(a.list))
	a.list = append(a.list, occurrence{hash, kind, tf})
}

// words adds the features of a sequence of folded words with their stems.
func (a *analyzer) words(words, stems []string, tf float32) {
	last := startMark
	for i, w := range words {
		a.add(stemHash(stems[i]), nsStem, tf)
		a.add(pairHash(last, stems[i]), nsPair, tf)
		last = stems[i]
		for h := range text.NGrams(w, nsChars, minGram, maxGram) {
			a.add(h, nsChars, tf)
		}
	}
}
