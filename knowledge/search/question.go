package search

import (
	"math"
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// Bounds on what is read of a question, so that none takes long.
const (
	maxBytes     = 8192 // of the question
	maxWords     = 64   // in all; a word counts three times at most
	maxRepeats   = 3
	maxWordBytes = 48 // of one word
	maxCorrected = 16 // words looked up in the speller
	maxFeatures  = 2000
)

// cutBytes returns the first n bytes of s, or a few less: never a part of a character.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Correction is a word of a question read as another.
type Correction struct{ From, To string }

// words returns the words to look for, corrected. Of a question longer than
// maxWords words, those that the base knows are kept, in their order.
func (x *Index) words(q string) (words []string, corrections []Correction) {
	all := text.Words(text.Fold(cutBytes(q, maxBytes)))
	times := make(map[string]int, min(len(all), 256))
	kept := all[:0]
	for _, w := range all {
		w = cutBytes(w, maxWordBytes)
		if times[w]++; times[w] <= maxRepeats {
			kept = append(kept, w)
		}
	}
	if len(kept) > maxWords {
		kept = x.knownFirst(kept)
	}
	if x.options.NoSpelling {
		return kept, nil
	}
	for i, w := range kept {
		if x.speller.Known(w) || len(corrections) == maxCorrected {
			continue
		}
		if to := x.correct(w); to != w {
			kept[i] = to
			corrections = append(corrections, Correction{w, to})
		}
	}
	return kept, corrections
}

// knownFirst drops words, unknown ones first, from the end.
func (x *Index) knownFirst(words []string) []string {
	known := 0
	for _, w := range words {
		if x.speller.Known(w) {
			known++
		}
	}
	unknown := max(0, maxWords-known)
	known = min(known, maxWords)
	out := make([]string, 0, maxWords)
	for _, w := range words {
		room := &unknown
		if x.speller.Known(w) {
			room = &known
		}
		if *room > 0 {
			*room--
			out = append(out, w)
		}
	}
	return out
}

// correct returns the known word that an unknown one stands for, or the word.
func (x *Index) correct(w string) string {
	short := text.Squeeze(w)
	if x.speller.Known(short) {
		return short
	}
	to, _ := x.speller.Correct(short)
	return to
}

// feature is one feature of a question with what it adds to each measure when a
// wording has it, tf aside.
type feature struct {
	id       uint32 // stem or n-gram; noStem or noGram when the base lacks it
	key      uint64 // of a pair
	kind     byte
	tf       int
	r        rarities
	wording  float32
	centroid float32
	bm25     float32
	unit     float32 // coordinate of the question's unit vector among wordings
}

const (
	kindStem = iota
	kindGram
	kindPair
)

var kindWeight = [...]float32{kindStem: stemWeight, kindGram: gramWeight, kindPair: pairWeight}

// question is a question as features, weighted.
type question struct {
	features []feature
	bm25     float32 // the most that BM25 can be
	stems    float32 // rarity of all the stems
	unknown  float32 // rarity of the stems that the base lacks
	missing  []missing
}

// missing is a word whose stem is in no wording.
type missing struct {
	grams  []uint32 // those of its n-grams that the base has
	total  int      // number of its n-grams
	weight float32
}

// read gathers the features of the words.
func (x *Index) read(words []string) *question {
	q := &question{}
	seen := make(map[uint64]int, 16*len(words))
	add := func(f feature, key uint64) {
		if at, ok := seen[key]; ok {
			q.features[at].tf++
			return
		}
		if len(q.features) == maxFeatures {
			return
		}
		seen[key] = len(q.features)
		f.tf = 1
		q.features = append(q.features, f)
	}
	last := make([]uint32, len(x.langs)) // language → stem before, all startMark
	stems := make([]string, len(x.langs))
	for _, w := range words {
		for i, l := range x.langs {
			stems[i] = text.Stem(w, l)
		}
		stem, in := x.addStems(stems, last, add)
		gap := missing{}
		for h := range text.NGrams(w, nsGram, minGram, maxGram) {
			id, ok := x.corpus.words.grams[h]
			f := feature{kind: kindGram, id: id}
			if ok {
				f.r = x.rare.grams[id]
				gap.grams = append(gap.grams, id)
			} else {
				f.id, f.r = noGram, x.rare.of(0, 0, h)
			}
			add(f, h)
			gap.total++
		}
		if !in && x.stage != nil {
			gap.feature = stem
			q.missing = append(q.missing, gap)
		}
	}
	q.weigh()
	return q
}

// addStems adds the stems of one word in the languages of the base: those that
// the base knows, or the first when it knows none; and the pairs they end.
func (x *Index) addStems(stems []string, last []uint32, add func(feature, uint64)) {
	known := false
	for i, s := range stems {
		id, ok := x.corpus.words.stems[s]
		if !ok {
			id = noStem
		}
		if ok && !repeated(stems[:i], s) {
			known = true
			add(feature{kind: kindStem, id: id, r: x.rare.stems[id]}, text.Hash(nsStem, s))
			key := pairKey(last[i], id)
			add(feature{kind: kindPair, key: key, r: x.rare.pair(key)}, mixKey(key))
		}
		last[i] = id
	}
	if !known && len(stems) > 0 {
		h := text.Hash(nsStem, stems[0])
		add(feature{kind: kindStem, id: noStem, r: x.rare.of(0, 0, h)}, h)
		add(feature{kind: kindPair, key: pairKey(noStem, noStem), r: x.rare.pair(pairKey(noStem, noStem))}, mixKey(h))
	}
}

func repeated(before []string, s string) bool {
	for _, b := range before {
		if b == s {
			return true
		}
	}
	return false
}

// mixKey spreads a pair's key over 64 bits, away from the hashes of text
// (the finalizer of MurmurHash3, A. Appleby).
func mixKey(k uint64) uint64 {
	k ^= k >> 33
	k *= 0xff51afd7ed558ccd
	k ^= k >> 33
	k *= 0xc4ceb9fe1a85ec53
	return k ^ k>>33
}

// weigh sets the weights of the features, so that the question's own vector has
// length 1 in each space, unknown features included.
func (q *question) weigh() {
	lengthW, lengthC := 0.0, 0.0
	for i := range q.features {
		f := &q.features[i]
		k := kindWeight[f.kind]
		f.wording = k * tfScale(f.tf) * f.r.wording
		f.centroid = k * tfScale(f.tf) * f.r.centroid
		lengthW += float64(f.wording) * float64(f.wording)
		lengthC += float64(f.centroid) * float64(f.centroid)
		switch f.kind {
		case kindStem:
			f.bm25 = float32(f.tf) * f.r.bm25
			q.stems += f.r.wording
			if f.id == noStem {
				q.unknown += f.r.wording
			}
		case kindGram:
			f.bm25 = float32(f.tf) * bmGrams * f.r.bm25
		}
		f.bm25 *= bmK1 + 1
		q.bm25 += f.bm25
	}
	scaleW, scaleC := float32(1/math.Sqrt(lengthW)), float32(1/math.Sqrt(lengthC))
	for i := range q.features {
		f := &q.features[i]
		k := kindWeight[f.kind]
		f.unit = f.wording * scaleW
		f.wording = f.unit * k * f.r.wording
		f.centroid *= scaleC * k * f.r.centroid
	}
}
