package search

import "nonmerci/knowledge/text"

// known is the speller of a comparison: the words of its entries, in all languages. It is not safe for concurrent use.
type known struct {
	byHash table    // of a word → its place in facts
	facts  []*facts // of the words, in the first language that each is met in
	times  []int    // that each word occurs
	wordOf []uint32 // form → the place of its word
	words  []text.Known
}

// begin forgets the words, and keeps their room.
func (k *known) begin() {
	k.byHash.reset()
	k.facts, k.times, k.wordOf, k.words = k.facts[:0], k.times[:0], k.wordOf[:0], k.words[:0]
}

// add adds a form by the hash of its word, which may be known in another language.
func (k *known) add(hash uint64) {
	at := k.byHash.number(hash)
	if int(at) == len(k.times) {
		k.times = append(k.times, 0)
	}
	k.wordOf = append(k.wordOf, at)
}

// count counts a form as met once more.
func (k *known) count(form uint32) { k.times[k.wordOf[form]]++ }

// learn takes the facts of a form.
func (k *known) learn(form uint32, f *facts) {
	if int(k.wordOf[form]) == len(k.facts) {
		k.facts = append(k.facts, f)
	}
}

func (k *known) size() int { return len(k.times) }

func (k *known) word(w string) uint32 {
	if at, ok := k.byHash.find(hashOf(w)); ok {
		return at
	}
	return noWord
}

// Correct implements speller.
func (k *known) Correct(word string) (string, bool) {
	if len(k.words) == 0 {
		for i, f := range k.facts {
			w := f.known
			w.Times = k.times[i]
			k.words = append(k.words, w)
		}
	}
	if near := text.Nearest(word, k.words); near != "" {
		return near, true
	}
	return word, false
}
