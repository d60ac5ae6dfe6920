package search

import "math"

// lengths hold what the measures divide by.
type lengths struct {
	wording  []float32 // wording → Euclidean length of its vector
	centroid []float32 // wording → the same with the rarities for centroids
	sum      []float32 // entry → length of the sum of its wordings' unit vectors
	bm25     []float32 // entry → K of BM25, which grows with the entry's length
}

// vectors reads wordings as weighted features, one at a time.
type vectors struct {
	*corpus
	rare  *frequencies
	stems *counter
	grams *counter
	pairs map[uint64]int
}

func newVectors(c *corpus, rare *frequencies) *vectors {
	return &vectors{c, rare, newCounter(len(c.words.stems)), newCounter(len(c.words.grams)), map[uint64]int{}}
}

// each calls visit with each feature of the wording: its kind, its number (a key
// for pairs), how often it occurs and its rarities. Its order is that of first
// occurrence within a kind, pairs last and in no order.
func (v *vectors) each(wording uint32, visit func(kind byte, id uint64, tf int, r rarities)) {
	last := uint32(startMark)
	for _, form := range v.wordings.of(wording) {
		stem := v.words.formStem[form]
		v.stems.add(stem, 1)
		v.pairs[pairKey(last, stem)]++
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
	last = startMark
	for _, form := range v.wordings.of(wording) {
		stem := v.words.formStem[form]
		key := pairKey(last, stem)
		if tf := v.pairs[key]; tf > 0 {
			visit(kindPair, key, tf, v.rare.pair(key))
			delete(v.pairs, key)
		}
		last = stem
	}
	v.stems.reset()
	v.grams.reset()
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
	for e := range uint32(len(v.ids)) {
		l.sum[e] = v.sum(e, l.centroid)
	}
	v.measureBM25(l.bm25)
	return l
}

// sum returns the length of the sum of the entry's unit vectors.
func (v *vectors) sum(e uint32, centroid []float32) float32 {
	if v.first[e+1]-v.first[e] < 2 {
		return 1
	}
	type feature struct {
		kind byte
		id   uint64
	}
	place := map[feature]int{}
	var sums []float64
	for w := v.first[e]; w < v.first[e+1]; w++ {
		v.each(w, func(kind byte, id uint64, tf int, r rarities) {
			f := feature{kind, id}
			at, ok := place[f]
			if !ok {
				at = len(sums)
				place[f] = at
				sums = append(sums, 0)
			}
			sums[at] += float64(kindWeight[kind]*tfScale(tf)*r.centroid) / float64(centroid[w])
		})
	}
	total := 0.0
	for _, s := range sums {
		total += s * s
	}
	return float32(math.Sqrt(total))
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
