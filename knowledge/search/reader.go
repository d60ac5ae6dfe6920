package search

import (
	"slices"

	"nonmerci/knowledge/text"
)

// reader gathers the features of one question, in memory that is used again for the next.
type reader struct {
	x     *Index
	q     question
	at    *places
	last  []uint32 // language → stem before
	stems []uint64 // language → hash of the stem, of a word that the glossary lacks
	found []uint32 // language → number of the stem, or noStem
	grams []uint32 // of all the words that the glossary lacks, one after the other
}

// begin turns to another index; the room is used again.
func (r *reader) begin(x *Index, at *places) {
	n := len(x.langs)
	r.x, r.at = x, at
	r.last, r.stems, r.found = zeroed(r.last, n), zeroed(r.stems, n), zeroed(r.found, n)
}

// read gathers and weighs the features of the words, and notes their places. The question is good until the next is read.
func (r *reader) read(words []questionWord) *question {
	r.q = question{features: r.q.features[:0], weights: r.q.weights[:0], missing: r.q.missing[:0]}
	r.grams = r.grams[:0]
	clear(r.last)
	for _, w := range words {
		if x := r.x; x.glossary != nil && w.id != noWord {
			r.addStems(x.glossary.stemsOf(w.id))
			for _, g := range x.words.gramsOf(x.glossary.forms[w.id]) {
				r.addGram(g)
			}
			continue
		}
		r.addNew(w.text)
	}
	r.q.weigh()
	return &r.q
}

// addNew adds a word that the glossary lacks.
func (r *reader) addNew(word string) {
	for i, l := range r.x.langs {
		r.stems[i] = stemOf(word, l)
		r.found[i] = r.x.words.stem(r.stems[i])
	}
	known, at := r.addStems(r.found), -1
	if !known {
		at = r.addMissing(r.stems[0])
	}
	start := len(r.grams)
	total := r.addGrams(word)
	if at < 0 {
		r.grams = r.grams[:start]
		return
	}
	r.q.missing = append(r.q.missing, missing{stem: at, grams: r.grams[start:], total: total})
}

// addStems adds the stems of one word in the languages of the base, those that the base knows, and the pairs they end. It reports whether
// the base knows any.
func (r *reader) addStems(stems []uint32) (found bool) {
	for i, id := range stems {
		if id != noStem && !slices.Contains(stems[:i], id) {
			found = true
			r.addStem(id)
			r.addPair(pairKey(r.last[i], id), 0)
		}
		r.last[i] = id
	}
	return found
}

// addMissing adds a stem that the base lacks, by its hash, and returns its place, -1 when there is no room.
func (r *reader) addMissing(h uint64) int {
	at := r.countOther(h, feature{kind: kindStem, id: noStem})
	r.addPair(pairKey(noStem, noStem), h)
	return at
}

// addPair adds a pair of stems; salt keeps apart those that the base lacks.
func (r *reader) addPair(key, salt uint64) {
	if at, ok := r.at.pairs.find(key ^ salt); ok {
		r.q.features[at].tf++
		return
	}
	if at := r.add(feature{kind: kindPair, key: key, r: r.x.rare.pair(key)}); at >= 0 {
		r.at.pairs.add(key^salt, uint32(at))
	}
}

// addGrams adds the n-grams of a word, returns their number and appends those that the base has to grams.
func (r *reader) addGrams(word string) (total int) {
	for h := range text.NGrams(word, nsGram, minGram, maxGram) {
		total++
		id, ok := r.x.words.grams.find(h)
		if !ok {
			r.countOther(h, feature{kind: kindGram, id: noGram})
			continue
		}
		r.addGram(id)
		r.grams = append(r.grams, id)
	}
	return total
}

func (r *reader) addStem(id uint32) {
	if at := r.at.stems[id]; at > 0 {
		r.q.features[at-1].tf++
		return
	}
	r.at.stems[id] = uint16(r.add(feature{kind: kindStem, id: id, r: r.x.rare.stems[id]}) + 1)
}

func (r *reader) addGram(id uint32) {
	if at := r.at.grams[id]; at > 0 {
		r.q.features[at-1].tf++
		return
	}
	r.at.grams[id] = uint16(r.add(feature{kind: kindGram, id: id, r: r.x.rare.grams[id]}) + 1)
}

// countOther counts what the base lacks, by its hash, and returns its place, -1 when there is no room.
func (r *reader) countOther(h uint64, f feature) int {
	if at, ok := r.at.others.find(h); ok {
		r.q.features[at].tf++
		return int(at)
	}
	f.r = r.x.rare.of(0, 0, r.x.rare.background.p(h))
	at := r.add(f)
	if at >= 0 {
		r.at.others.add(h, uint32(at))
	}
	return at
}

// add appends a feature that the question did not have and returns its place, -1 when there is no room.
func (r *reader) add(f feature) int {
	if len(r.q.features) == maxFeatures {
		return -1
	}
	f.tf = 1
	r.q.features = append(r.q.features, f)
	return len(r.q.features) - 1
}
