package live

import (
	"cmp"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/search"
)

// Most questions in a place are not about what its community has written, and an index of all that it has written takes as much room as five
// such communities. So the words of a question are looked up in a short list first. When one entry has a fair share of them, the engine of
// search compares the question with the few entries that have most.

// LeastShare is the share of the words of a question, by rarity, that an entry must have to be worth a comparison. Of 99 questions about the entries of
// bot/testdata/overlay that an index of all of them finds it lets 97 pass; of 211 that others have asked of the shared base and of nothing in
// particular, 4.
const LeastShare = 0.38

// compared is how many entries the question is compared with. With 6 of the fifty of bot/testdata/overlay some that are not there are taken
// for another; with 12 the answers are those of an index of all, but for one in a hundred.
const compared = 12

// A Hit is an entry that may be the one asked for.
type Hit struct {
	ID         knowledge.ID // « local/ » and a key, or a shared entry to which a wording was added
	Confidence float64      // how likely it is the one asked for, 0 to 1
	InScope    float64      // how likely the book has an entry for the question, 0 to 1: the same for all hits
	Wording    string       // of the entry, the nearest to the question
}

// Search returns the entries nearest to a question among those of the book, best first, at most n: none when no entry has that share of its
// words, by rarity, 0 to 1; LeastShare is what serves where nothing else answers. It takes a few microseconds when there is none, else as long as
// search.Compare, however many entries there are.
func (p *Phrasebook) Search(q Question, n int, share float64) []Hit {
	near := p.near(q.words, float32(share))
	if len(near) == 0 {
		return nil
	}
	var out []Hit
	for _, h := range search.Compare(near, q.text, len(near)) {
		same := func(o Hit) bool { return o.ID == knowledge.ID(h.ID) }
		if i := slices.IndexFunc(out, same); i >= 0 { // the same entry in another language
			out[i].Confidence += h.Confidence
			continue
		}
		if len(out) == n {
			break
		}
		out = append(out, Hit{ID: knowledge.ID(h.ID), Confidence: h.Confidence, InScope: h.InScope, Wording: h.Matched})
	}
	return out
}

// near returns the entries that have most of the words of a question, by rarity, best first; nil when none has that share of them.
func (p *Phrasebook) near(words []string, share float32) []*search.Folded {
	if len(p.docs) == 0 || len(words) == 0 {
		return nil
	}
	var buf [64]float32
	shares := append(buf[:0], make([]float32, len(p.docs))...)
	var all float32
	for _, w := range words {
		rarity := p.rare.rarity(w)
		all += rarity
		key := beginning(w, keyLetters)
		from, to := p.clueAt.of(key)
		for _, c := range p.clues[from:to] {
			if c.key == key {
				shares[c.doc] += rarity
			}
		}
	}
	if all == 0 || slices.Max(shares) < share*all {
		return nil
	}
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(shares[b], shares[a]) })
	out := make([]*search.Folded, 0, compared)
	for _, i := range order[:min(compared, len(order))] {
		out = append(out, &p.docs[i])
	}
	return out
}
