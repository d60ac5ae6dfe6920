package search

import (
	"maps"

	"nonmerci/knowledge/text"
)

// rarities are those of one feature.
type rarities struct {
	wording  float32 // among wordings
	centroid float32 // the same, for centroids
	bm25     float32 // among entries; 0 for pairs, which BM25 ignores
}

// frequencies holds the rarities of every feature of a base.
type frequencies struct {
	stems, grams []rarities
	pairs        map[uint64]uint32 // pair → times it occurs, where more than once
	background   blend
	wordings     float64
	entries      float64
	few          [16]float32 // bmRarity of features in so many entries, as most are
}

// of returns the rarities of a feature with a given number of wordings and
// entries and hash in the background tables.
func (f *frequencies) of(wordings, entries uint32, hash uint64) rarities {
	p, scale := 0.0, 0.0
	if len(f.background) > 0 {
		p, scale = f.background.p(hash), 1
	}
	return rarities{
		wording:  rarity(f.wordings, float64(wordings), scale*backgroundWordings, p),
		centroid: rarity(f.wordings, float64(wordings), scale*backgroundCentroid, p),
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
	r := f.of(max(1, f.pairs[key]), 0, 0)
	r.bm25 = 0
	return r
}

// countFeatures reads the corpus once and returns its rarities.
func countFeatures(c *corpus, back blend) *frequencies {
	f := &frequencies{
		pairs: map[uint64]uint32{}, background: back,
		wordings: float64(c.wordings.len()), entries: float64(len(c.ids)),
	}
	for n := range f.few {
		f.few[n] = bmRarity(f.entries, float64(n))
	}
	stems, grams := newTally(len(c.words.stems)), newTally(c.words.grams.n)
	for e := range uint32(len(c.ids)) {
		for w := c.first[e]; w < c.first[e+1]; w++ {
			last := uint32(startMark)
			for _, form := range c.wordings.of(w) {
				stem := c.words.formStem[form]
				stems.add(stem, w, e)
				for _, g := range c.words.gramsOf(form) {
					grams.add(g, w, e)
				}
				f.pairs[pairKey(last, stem)]++
				last = stem
			}
		}
		for _, form := range c.answers.of(e) {
			stems.addEntry(c.words.formStem[form], e)
		}
	}
	for key, times := range f.pairs {
		if times == 1 {
			delete(f.pairs, key) // most pairs: pair takes absence for once
		}
	}
	f.pairs = maps.Clone(f.pairs) // gives back the room of what was deleted
	f.stems = make([]rarities, len(c.words.stems))
	for s, id := range c.words.stems {
		f.stems[id] = f.of(stems.wordings[id], stems.entries[id], text.Hash(nsStem, s))
	}
	f.grams = make([]rarities, c.words.grams.n)
	c.words.grams.all(func(h uint64, id uint32) { f.grams[id] = f.of(grams.wordings[id], grams.entries[id], h) })
	return f
}

// tally counts the different wordings and entries of each feature, met in order.
type tally struct {
	wordings, entries      []uint32
	lastWording, lastEntry []uint32 // 1 + the last one counted
}

func newTally(n int) *tally {
	return &tally{make([]uint32, n), make([]uint32, n), make([]uint32, n), make([]uint32, n)}
}

func (t *tally) add(id, wording, entry uint32) {
	if t.lastWording[id] != wording+1 {
		t.lastWording[id] = wording + 1
		t.wordings[id]++
	}
	t.addEntry(id, entry)
}

func (t *tally) addEntry(id, entry uint32) {
	if t.lastEntry[id] != entry+1 {
		t.lastEntry[id] = entry + 1
		t.entries[id]++
	}
}
