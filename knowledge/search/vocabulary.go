package search

import (
	"math"

	"nonmerci/knowledge/text"
)

// Namespaces of the hashes in the background tables.
const (
	nsStem = 's'
	nsGram = 'g'
)

// startMark is the stem before the first word of a wording.
const startMark = 0

// noGram and noStem stand for what the base does not have.
const (
	noStem = math.MaxUint32
	noGram = math.MaxUint32
)

// vocabulary numbers the words, stems and n-grams of a base. A form is a word in
// one language, so that every form has one stem.
type vocabulary struct {
	stems     map[string]uint32
	grams     table
	formStem  []uint32
	gramStart []uint32 // form → its first place in formGrams; one more at the end
	formGrams []uint32

	forms []map[string]uint32 // language → word → form; dropped after the build
}

func newVocabulary(langs int) *vocabulary {
	v := &vocabulary{stems: map[string]uint32{"": startMark}, gramStart: []uint32{0}}
	for range langs {
		v.forms = append(v.forms, map[string]uint32{})
	}
	return v
}

// form returns the number of a folded word in a language, a new one if need be.
func (v *vocabulary) form(word string, lang int, tag string) uint32 {
	if id, ok := v.forms[lang][word]; ok {
		return id
	}
	id := uint32(len(v.formStem))
	word = string([]byte(word)) // let go of the text around it
	v.forms[lang][word] = id
	v.formStem = append(v.formStem, number(v.stems, text.Stem(word, tag)))
	for h := range text.NGrams(word, nsGram, minGram, maxGram) {
		v.formGrams = append(v.formGrams, v.grams.number(h))
	}
	v.gramStart = append(v.gramStart, uint32(len(v.formGrams)))
	return id
}

// gramsOf returns the n-grams of a form, with repetitions.
func (v *vocabulary) gramsOf(form uint32) []uint32 {
	return v.formGrams[v.gramStart[form]:v.gramStart[form+1]]
}

func number[K comparable](ids map[K]uint32, key K) uint32 {
	id, ok := ids[key]
	if !ok {
		id = uint32(len(ids))
		ids[key] = id
	}
	return id
}

// pairKey identifies two stems in a row.
func pairKey(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }
