package search

import (
	"math"
	"slices"

	"nonmerci/knowledge/text"
)

// Kinds of features.
const (
	kindStem = iota
	kindGram
	kindPair
)

var kindWeight = [...]float32{kindStem: stemWeight, kindGram: gramWeight, kindPair: pairWeight}

// maxFeatures bounds the features taken from one question.
const maxFeatures = 2000

// feature is one feature of a question with what it adds to each measure when a
// wording has it, tf aside.
type feature struct {
	kind     byte
	id       uint32 // of a stem or n-gram; noStem or noGram when the base lacks it
	key      uint64 // of a pair
	tf       int
	r        rarities
	unit     float32 // coordinate of the question's unit vector among wordings
	wording  float32
	centroid float32
	bm25     float32
}

// question is a question as features, weighted.
type question struct {
	features []feature
	missing  []missing
	bm25     float32 // the most that BM25 can be
	stems    float32 // rarity of all the stems
	unknown  float32 // rarity of the stems that the base lacks
}

// missing is a word whose stem is in no wording.
type missing struct {
	stem  int      // its place among the features
	grams []uint32 // those of its n-grams that the base has
	total int      // number of its n-grams
}

// reader gathers the features of one question, in memory that is used again for the next.
type reader struct {
	x     *Index
	q     question
	seen  table    // hash → place among the features
	last  []uint32 // language → stem before
	stems []uint64 // language → hash of the stem
}

// begin turns to another index; the room is used again.
func (r *reader) begin(x *Index) {
	r.x, r.last, r.stems = x, zeroed(r.last, len(x.langs)), zeroed(r.stems, len(x.langs))
}

// read gathers and weighs the features of the words. The question is good until the next is read.
func (r *reader) read(words []string) *question {
	r.q = question{features: r.q.features[:0], missing: r.q.missing[:0]}
	r.seen.reset()
	clear(r.last)
	for _, w := range words {
		for i, l := range r.x.langs {
			r.stems[i] = stemOf(w, l)
		}
		at, found := r.addStems()
		if found || at < 0 || r.x.stage == nil {
			r.addGrams(w, nil)
			continue
		}
		gap := missing{stem: at}
		r.addGrams(w, &gap)
		r.q.missing = append(r.q.missing, gap)
	}
	r.q.weigh()
	return &r.q
}

// add counts a feature and returns its place, -1 when there is no room.
func (r *reader) add(f feature, hash uint64) int {
	at, ok := r.seen.find(hash)
	if !ok {
		if len(r.q.features) == maxFeatures {
			return -1
		}
		at = r.seen.number(hash)
		r.q.features = append(r.q.features, f)
	}
	r.q.features[at].tf++
	return int(at)
}

// addStems adds the stems of one word in the languages of the base, those that
// the base knows, or the first when it knows none, and the pairs they end. It
// returns the place of the first and whether the base knows any.
func (r *reader) addStems() (at int, found bool) {
	at = -1
	for i, h := range r.stems {
		id, ok := r.x.corpus.words.stems.find(h)
		if !ok {
			r.last[i] = noStem
			continue
		}
		if !slices.Contains(r.stems[:i], h) {
			place := r.add(feature{kind: kindStem, id: id, r: r.x.rare.stems[id]}, h)
			if !found {
				at, found = place, true
			}
			r.addPair(pairKey(r.last[i], id), 0)
		}
		r.last[i] = id
	}
	if !found {
		h := r.stems[0]
		at = r.add(feature{kind: kindStem, id: noStem, r: r.x.rare.of(0, 0, r.x.rare.background.p(h))}, h)
		r.addPair(pairKey(noStem, noStem), h)
	}
	return at, found
}

// addPair adds a pair of stems; salt keeps apart those that the base lacks.
func (r *reader) addPair(key, salt uint64) {
	r.add(feature{kind: kindPair, key: key, r: r.x.rare.pair(key)}, mixKey(key^salt))
}

// addGrams adds the n-grams of a word. gap, if there is one, is told of them.
func (r *reader) addGrams(word string, gap *missing) {
	for h := range text.NGrams(word, nsGram, minGram, maxGram) {
		id := r.addGram(h)
		if gap == nil {
			continue
		}
		if gap.total++; id != noGram {
			gap.grams = append(gap.grams, id)
		}
	}
}

// addGram counts an n-gram, when there is room for it, and returns its number.
func (r *reader) addGram(h uint64) (id uint32) {
	if at, ok := r.seen.find(h); ok {
		f := &r.q.features[at]
		f.tf++
		return f.id
	}
	id, ok := r.x.corpus.words.grams.find(h)
	if !ok {
		id = noGram
	}
	if len(r.q.features) == maxFeatures {
		return id
	}
	r.seen.number(h)
	r.q.features = append(r.q.features, feature{kind: kindGram, id: id, tf: 1})
	f := &r.q.features[len(r.q.features)-1]
	if ok {
		f.r = r.x.rare.grams[id]
	} else {
		f.r = r.x.rare.of(0, 0, r.x.rare.background.p(h))
	}
	return id
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
