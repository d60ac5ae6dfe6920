package live

import (
	"cmp"
	"hash/maphash"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/search"
	"nonmerci/knowledge/text"
)

// A Phrasebook finds entries by ways to ask that the model does not know, because people wrote them after it was made. It is immutable and safe
// for concurrent use.
type Phrasebook struct {
	docs      []search.Folded // all that has words
	wordings  []wording       // of docs, sorted by hash
	wordingAt buckets         // of wordings
	clues     []clue          // the words of docs, sorted
	clueAt    buckets         // of clues
	rare      *rarities
}

// A wording is one way to ask for an entry, as a hash of its folded words.
type wording struct {
	hash     uint64
	doc, nth uint32 // its place, as search.Fold numbers wordings
}

// seed is of this run of the program: nobody can choose wordings that share a hash.
var seed = maphash.MakeSeed()

// read collects the wordings of docs. Where two have the same one, the doc that stands first wins.
func (p *Phrasebook) read(docs []search.Doc) {
	p.docs = make([]search.Folded, len(docs))
	for i, d := range docs {
		p.docs[i] = search.Fold(d, func(n int, all []string) {
			p.wordings = append(p.wordings, wording{hashOf(all), uint32(i), uint32(n)})
			for _, w := range all {
				p.clues = append(p.clues, clue{beginning(w, keyLetters), uint32(i)})
			}
		})
	}
	slices.SortStableFunc(p.wordings, func(a, b wording) int { return cmp.Compare(a.hash, b.hash) })
	p.wordings = slices.Clip(p.wordings)
	p.wordingAt = newBuckets(len(p.wordings), func(i int) uint32 { return uint32(p.wordings[i].hash >> 32) })
	p.sortClues()
}

// Exact returns the entry that has a question among these wordings, whatever the case, the accents and the punctuation: an own entry, as
// « local/ » and its key, or a shared one to which the wording was added.
func (p *Phrasebook) Exact(q Question) (id knowledge.ID, ok bool) {
	if len(q.words) == 0 {
		return "", false
	}
	hash := hashOf(q.words)
	from, to := p.wordingAt.of(uint32(hash >> 32))
	for _, w := range p.wordings[from:to] {
		if w.hash != hash {
			continue
		}
		d := p.docs[w.doc].Doc()
		if slices.Equal(text.Words(text.Fold(d.Wording(int(w.nth)))), q.words) {
			return knowledge.ID(d.ID), true
		}
	}
	return "", false
}

// hashOf is of words and their order.
func hashOf(words []string) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, w := range words {
		_, _ = h.WriteString(w)
		_ = h.WriteByte(' ')
	}
	return h.Sum64()
}
