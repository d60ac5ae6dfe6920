package search

import "nonmerci/knowledge/text"

// known is the speller of a comparison: the words of its entries, in all languages. It is not safe for concurrent use.
type known struct {
	words  []text.Known
	byHash table    // of a word → its place in words
	wordOf []uint32 // form → the place of its word
}

// begin forgets the words, and keeps their room.
func (k *known) begin() {
	k.byHash.reset()
	k.words, k.wordOf = k.words[:0], k.wordOf[:0]
}

// add adds a form, of which the word may be known in another language.
func (k *known) add(word *text.Known, hash uint64) {
	at := k.byHash.number(hash)
	if int(at) == len(k.words) {
		k.words = append(k.words, *word)
	}
	k.wordOf = append(k.wordOf, at)
}

// count counts a form as met once more.
func (k *known) count(form uint32) { k.words[k.wordOf[form]].Times++ }

func (k *known) size() int { return len(k.words) }

func (k *known) word(w string) uint32 {
	if at, ok := k.byHash.find(hashOf(w)); ok {
		return at
	}
	return noWord
}

// Correct implements speller.
func (k *known) Correct(word string) (string, bool) {
	if near := text.Nearest(word, k.words); near != "" {
		return near, true
	}
	return word, false
}
