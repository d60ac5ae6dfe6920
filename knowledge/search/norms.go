package search

import (
	"maps"
	"math"
	"slices"
)

// lengths hold what the measures divide by.
type lengths struct {
	wording  []float32 // wording → Euclidean length of its vector
	centroid []float32 // wording → the same with the rarities for centroids
	sum      []float32 // entry → length of the sum of its wordings' unit vectors
	bm25     []float32 // entry → K of BM25, which grows with the entry's length
}

// vectors reads wordings as weighted features, one at a time. It is not safe for
// concurrent use.
type vectors struct {
	*corpus
	rare  *frequencies
	stems *counter
	grams *counter
	pairs []pairTimes
}

type pairTimes struct {
	key   uint64
	times int
}

func newVectors(c *corpus, rare *frequencies) *vectors {
	return &vectors{corpus: c, rare: rare, stems: newCounter(len(c.words.stems)), grams: newCounter(c.words.grams.n)}
}

// each calls visit with each feature of the wording: its kind, its number (a key
// for pairs), how often it occurs and its rarities. Its order is that of first
// occurrence within a kind.
func (v *vectors) each(wording uint32, visit func(kind byte, id uint64, tf int, r rarities)) {
	last := uint32(startMark)
	for _, form := range v.wordings.of(wording) {
		stem := v.words.formStem[form]
		v.stems.add(stem, 1)
		v.addPair(pairKey(last, stem))
		last = stem
		for _, g := range v.words.gramsOf(form) {
			v.grams.add(g, 1)
		}
	}
	for _, id := range v.stems.touched {
		visit(kindStem, uint64(id), int(v.stems.times[id]), v.rare.stems[id])
	}
	for _, id := range v.grams.touched {
		visit(kindGram, uint64(id), int(v.grams.times[id]), v.rare.grams[id])
	}
	for _, p := range v.pairs {
		visit(kindPair, p.key, p.times, v.rare.pair(p.key))
	}
	v.stems.reset()
	v.grams.reset()
	v.pairs = v.pairs[:0]
}

func (v *vectors) addPair(key uint64) {
	for i := range v.pairs {
		if v.pairs[i].key == key {
			v.pairs[i].times++
			return
		}
	}
	v.pairs = append(v.pairs, pairTimes{key, 1})
}

// measure computes every length.
func (v *vectors) measure() lengths {
	n := v.wordings.len()
	l := lengths{
		wording: make([]float32, n), centroid: make([]float32, n),
		sum: make([]float32, len(v.ids)), bm25: make([]float32, len(v.ids)),
	}
	for w := range uint32(n) {
		a, b := 0.0, 0.0
		v.each(w, func(kind byte, _ uint64, tf int, r rarities) {
			k := kindWeight[kind] * tfScale(tf)
			a += float64(k*r.wording) * float64(k*r.wording)
			b += float64(k*r.centroid) * float64(k*r.centroid)
		})
		l.wording[w], l.centroid[w] = float32(math.Sqrt(a)), float32(math.Sqrt(b))
	}
	all := newSums(v)
	for e := range uint32(len(v.ids)) {
		l.sum[e] = v.sum(e, l.centroid, all)
	}
	v.measureBM25(l.bm25)
	return l
}

// sum returns the length of the sum of the entry's unit vectors.
func (v *vectors) sum(e uint32, centroid []float32, sums *sums) float32 {
	if v.first[e+1]-v.first[e] < 2 {
		return 1
	}
	for w := v.first[e]; w < v.first[e+1]; w++ {
		v.each(w, func(kind byte, id uint64, tf int, r rarities) {
			sums.add(kind, id, kindWeight[kind]*tfScale(tf)*r.centroid/centroid[w])
		})
	}
	return sums.length()
}

// sums adds up vectors.
type sums struct {
	stems, grams               []float32
	touchedStems, touchedGrams []uint64
	pairs                      map[uint64]float32
}

func newSums(v *vectors) *sums {
	return &sums{
		stems: make([]float32, len(v.rare.stems)), grams: make([]float32, len(v.rare.grams)),
		pairs: map[uint64]float32{},
	}
}

func (s *sums) add(kind byte, id uint64, w float32) {
	switch kind {
	case kindStem:
		if s.stems[id] == 0 {
			s.touchedStems = append(s.touchedStems, id)
		}
		s.stems[id] += w
	case kindGram:
		if s.grams[id] == 0 {
			s.touchedGrams = append(s.touchedGrams, id)
		}
		s.grams[id] += w
	default:
		s.pairs[id] += w
	}
}

// length returns the Euclidean length of the sum, and forgets it.
func (s *sums) length() float32 {
	total := float32(0)
	for _, id := range s.touchedStems {
		total += s.stems[id] * s.stems[id]
		s.stems[id] = 0
	}
	for _, id := range s.touchedGrams {
		total += s.grams[id] * s.grams[id]
		s.grams[id] = 0
	}
	keys := slices.Sorted(maps.Keys(s.pairs)) // so that rounding is the same in every run
	for _, key := range keys {
		total += s.pairs[key] * s.pairs[key]
	}
	clear(s.pairs)
	s.touchedStems, s.touchedGrams = s.touchedStems[:0], s.touchedGrams[:0]
	return float32(math.Sqrt(float64(total)))
}

// measureBM25 sets K = k1·(1 − b + b·length / mean length) of each entry.
func (v *vectors) measureBM25(k []float32) {
	mean := float32(0)
	for e := range k {
		words := v.wordings.start[v.first[e+1]] - v.wordings.start[v.first[e]]
		k[e] = float32(words) + bmAnswer*float32(len(v.answers.of(uint32(e))))
		mean += k[e] / float32(len(k))
	}
	for e := range k {
		k[e] = bmK1 * (1 - bmB + bmB*k[e]/max(mean, 1))
	}
}
