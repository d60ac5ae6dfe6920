package search

import "slices"

// rarities are those of one feature.
type rarities struct {
	wording  float32 // among wordings
	centroid float32 // the same, for centroids
	bm25     float32 // among entries; 0 for pairs, which BM25 ignores
}

// frequencies holds the rarities of every feature of a base.
type frequencies struct {
	stems, grams []rarities
	pairs        table    // pair → its place in pairTimes; without some of those that occur once
	pairTimes    []uint32 // how often it occurs
	background   blend
	entries      float64
	wording      rater
	centroid     rater
	few          [16]float32  // bmRarity of features in so many entries, as most are
	fewPairs     [16]rarities // of pairs that occur so often, as most do

	stemTally, gramTally []tally // of the last count
}

// of returns the rarities of a feature with a given number of wordings and
// entries, and how likely it is in a sentence of the language.
func (f *frequencies) of(wordings, entries uint32, p float64) rarities {
	return rarities{
		wording:  f.wording.rarity(float64(wordings), p),
		centroid: f.centroid.rarity(float64(wordings), p),
		bm25:     f.among(entries),
	}
}

// among is bmRarity of a feature in so many entries.
func (f *frequencies) among(entries uint32) float32 {
	if int(entries) < len(f.few) {
		return f.few[entries]
	}
	return bmRarity(f.entries, float64(entries))
}

// pair returns the rarities of two stems in a row. The language's own frequency
// of pairs is not known and taken as nought, and a pair not met as met once.
func (f *frequencies) pair(key uint64) rarities {
	times := uint32(1)
	if at, ok := f.pairs.find(key); ok {
		times = f.pairTimes[at]
	}
	if int(times) < len(f.fewPairs) {
		return f.fewPairs[times]
	}
	return f.pairOf(times)
}

func (f *frequencies) pairOf(times uint32) rarities {
	r := f.of(times, 0, 0)
	r.bm25 = 0
	return r
}

// count reads the corpus once and finds its rarities. What f held before is forgotten, and its room is used again.
func (f *frequencies) count(c *corpus) {
	f.background = c.words.back
	scale := 1.0
	if len(f.background) == 0 {
		scale = 0
	}
	n := float64(c.wordings.len())
	f.wording, f.centroid, f.entries = newRater(n, scale*backgroundWordings), newRater(n, scale*backgroundCentroid), float64(len(c.ids))
	f.pairs.reset()
	f.pairTimes = f.pairTimes[:0]
	for n := range f.few {
		f.few[n] = bmRarity(f.entries, float64(n))
		f.fewPairs[n] = f.pairOf(uint32(n))
	}
	f.tally(c)
	f.stems = f.rate(f.stems, f.stemTally, c.words.stemP)
	f.grams = f.rate(f.grams, f.gramTally, c.words.gramP)
}

// rate is of, for all features of a kind.
func (f *frequencies) rate(out []rarities, all []tally, p []float64) []rarities {
	out = slices.Grow(out[:0], len(all))[:len(all)]
	w, c := f.wording, f.centroid // out of reach of the writes below
	for i := range all {
		t := &all[i]
		out[i].bm25 = f.among(t.entries)
		one := 1 + float64(t.wordings)
		a, b := w.top-nearLog(one+w.m*p[i]), c.top-nearLog(one+c.m*p[i])
		out[i].wording, out[i].centroid = float32(a-slack), float32(b-slack)
		if out[i].wording != float32(a+slack) || out[i].centroid != float32(b+slack) {
			out[i] = f.of(t.wordings, t.entries, p[i])
		}
	}
	return out
}

// tally counts the features of the corpus.
func (f *frequencies) tally(c *corpus) {
	f.stemTally, f.gramTally = zeroed(f.stemTally, c.words.stems.n), zeroed(f.gramTally, c.words.grams.n)
	for e := range uint32(len(c.ids)) {
		for w := c.first[e]; w < c.first[e+1]; w++ {
			last := uint32(startMark)
			for _, form := range c.wordings.of(w) {
				stem := c.words.formStem[form]
				f.stemTally[stem].add(w, e)
				for _, g := range c.words.gramsOf(form) {
					f.gramTally[g].add(w, e)
				}
				at := f.pairs.number(pairKey(last, stem))
				if int(at) == len(f.pairTimes) {
					f.pairTimes = append(f.pairTimes, 0)
				}
				f.pairTimes[at]++
				last = stem
			}
		}
		for _, form := range c.answers.of(e) {
			f.stemTally[c.words.formStem[form]].addEntry(e)
		}
	}
}

// keep gives back the room of what is not needed to search: most pairs occur once, and pair takes absence for it.
func (f *frequencies) keep() {
	var pairs table
	var times []uint32
	for _, s := range f.pairs.slots {
		if s.round == f.pairs.round && f.pairs.n > 0 && f.pairTimes[s.value] > 1 {
			pairs.number(s.key)
			times = append(times, f.pairTimes[s.value])
		}
	}
	f.pairs, f.pairTimes = pairs, times
	f.stemTally, f.gramTally = nil, nil
}

// A tally counts the different wordings and entries of a feature, met in order.
type tally struct {
	wordings, entries      uint32
	lastWording, lastEntry uint32 // 1 + the last one counted
}

func (t *tally) add(wording, entry uint32) {
	if t.lastWording != wording+1 {
		t.lastWording = wording + 1
		t.wordings++
	}
	t.addEntry(entry)
}

func (t *tally) addEntry(entry uint32) {
	if t.lastEntry != entry+1 {
		t.lastEntry = entry + 1
		t.entries++
	}
}

// zeroed returns n noughts, in the room of s when there is enough.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}
