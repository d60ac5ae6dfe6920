package search

import "math"

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
	stems weights
	grams weights
	pairs []pairTimes
	sums  []pairTerm // of the entry
}

type pairTimes struct {
	key   uint64
	times int
}

// begin turns to another corpus; the room is used again.
func (v *vectors) begin(c *corpus, rare *frequencies) {
	v.corpus, v.rare = c, rare
	v.stems.begin(kindWeight[kindStem], rare.stems)
	v.grams.begin(kindWeight[kindGram], rare.grams)
}

// read counts the features of a wording. The order of those of a kind is that of first occurrence. They are good until forget.
func (v *vectors) read(wording uint32) {
	last := uint32(startMark)
	for _, form := range v.wordings.of(wording) {
		stem := v.words.formStem[form]
		v.stems.count(stem)
		v.addPair(pairKey(last, stem))
		last = stem
		for _, g := range v.words.gramsOf(form) {
			v.grams.count(g)
		}
	}
}

func (v *vectors) forget() {
	v.stems.forget()
	v.grams.forget()
	v.pairs = v.pairs[:0]
}

// each calls visit with each feature of the wording: its kind, its number (a key
// for pairs), how often it occurs and its rarities.
func (v *vectors) each(wording uint32, visit func(kind byte, id uint64, tf int, r rarities)) {
	v.read(wording)
	for _, id := range v.stems.counted {
		visit(kindStem, uint64(id), int(v.stems.all[id].times), v.rare.stems[id])
	}
	for _, id := range v.grams.counted {
		visit(kindGram, uint64(id), int(v.grams.all[id].times), v.rare.grams[id])
	}
	for _, p := range v.pairs {
		visit(kindPair, p.key, p.times, v.rare.pair(p.key))
	}
	v.forget()
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

// measure computes every length into l, of which the room is used again.
func (v *vectors) measure(l *lengths) {
	n, entries := v.wordings.len(), len(v.ids)
	l.wording, l.centroid = zeroed(l.wording, n), zeroed(l.centroid, n)
	l.sum, l.bm25 = zeroed(l.sum, entries), zeroed(l.bm25, entries)
	for e := range uint32(entries) {
		several := v.first[e+1]-v.first[e] > 1
		for w := v.first[e]; w < v.first[e+1]; w++ {
			v.read(w)
			l.wording[w], l.centroid[w] = v.norms()
			if several {
				v.addUnit(l.centroid[w])
			}
			v.forget()
		}
		if l.sum[e] = 1; several {
			l.sum[e] = v.sum()
		}
	}
	v.measureBM25(l.bm25)
}

// norms are the lengths of the wording that was read.
func (v *vectors) norms() (wording, centroid float32) {
	a, b := v.stems.squares(0, 0)
	a, b = v.grams.squares(a, b)
	for _, p := range v.pairs {
		k, r := kindWeight[kindPair]*tfScale(p.times), v.rare.pair(p.key)
		x, y := float64(k*r.wording), float64(k*r.centroid)
		a += x * x
		b += y * y
	}
	return float32(math.Sqrt(a)), float32(math.Sqrt(b))
}

// addUnit adds the unit vector of the wording that was read to the sum of its entry. Its length is given.
func (v *vectors) addUnit(length float32) {
	v.stems.addUnit(length)
	v.grams.addUnit(length)
	for _, p := range v.pairs {
		v.sums = append(v.sums, pairTerm{p.key, kindWeight[kindPair] * tfScale(p.times) * v.rare.pair(p.key).centroid / length})
	}
}

// sum returns the length of the sum of the unit vectors, and forgets it.
func (v *vectors) sum() float32 {
	total := squaredPairs(v.grams.squaredSums(v.stems.squaredSums(0)), v.sums)
	v.sums = v.sums[:0]
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
