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

// noGram, noStem, noWord and noForm stand for what the base does not have.
const (
	noStem = math.MaxUint32
	noGram = math.MaxUint32
	noWord = math.MaxUint32
	noForm = math.MaxUint32
)

// vocabulary numbers the words, stems and n-grams of a base. A form is a word in
// one language, so that every form has one stem.
type vocabulary struct {
	words     map[string]uint32 // nil in a comparison, of which known has the words
	stems     table             // hash of a stem → its number
	grams     table             // hash of an n-gram → its number
	stemP     []float64         // stem → how likely it is in a sentence of the language; dropped after the build
	gramP     []float64         // n-gram → the same; dropped after the build
	formStem  []uint32
	gramStart []uint32 // form → its first place in formGrams; one more at the end
	formGrams []uint32

	back  blend
	langs int
	forms []uint32 // word · langs + language → form, or noForm; dropped after the build
}

func newVocabulary(langs int, back blend) *vocabulary {
	v := &vocabulary{words: map[string]uint32{}, back: back, langs: langs}
	v.begin()
	return v
}

// begin empties the vocabulary, and keeps its room.
func (v *vocabulary) begin() {
	v.stems.reset()
	v.grams.reset()
	v.stemP, v.gramP = v.stemP[:0], v.gramP[:0]
	v.formStem, v.gramStart, v.formGrams = v.formStem[:0], append(v.gramStart[:0], 0), v.formGrams[:0]
	v.stems.number(text.Hash(nsStem, "")) // startMark
	v.stemP = append(v.stemP, 0)
}

// form returns the number of a folded word in a language, a new one if need be.
func (v *vocabulary) form(word string, lang int, tag string) uint32 {
	number, ok := v.words[word]
	if !ok {
		number = uint32(len(v.words))
		word = string([]byte(word)) // let go of the text around it
		v.words[word] = number
		for range v.langs {
			v.forms = append(v.forms, noForm)
		}
	}
	form := &v.forms[int(number)*v.langs+lang]
	if *form != noForm {
		return *form
	}
	id := uint32(len(v.formStem))
	*form = id
	h := text.Hash(nsStem, text.Stem(word, tag))
	stem := v.stems.number(h)
	if int(stem) == len(v.stemP) {
		v.stemP = append(v.stemP, v.back.p(h))
	}
	v.formStem = append(v.formStem, stem)
	for h := range text.NGrams(word, nsGram, minGram, maxGram) {
		g := v.grams.number(h)
		if int(g) == len(v.gramP) {
			v.gramP = append(v.gramP, v.back.p(h))
		}
		v.formGrams = append(v.formGrams, g)
	}
	v.gramStart = append(v.gramStart, uint32(len(v.formGrams)))
	return id
}

// read returns the number of a form that is new, of which the facts are known.
func (v *vocabulary) read(f *facts) uint32 {
	id := uint32(len(v.formStem))
	stem := v.stems.number(f.features[0].hash)
	if int(stem) == len(v.stemP) {
		v.stemP = append(v.stemP, f.features[0].p)
	}
	v.formStem = append(v.formStem, stem)
	v.formGrams, v.gramP = v.grams.numberAll(f.features[1:], v.formGrams, v.gramP)
	v.gramStart = append(v.gramStart, uint32(len(v.formGrams)))
	return id
}

// gramsOf returns the n-grams of a form, with repetitions.
func (v *vocabulary) gramsOf(form uint32) []uint32 {
	return v.formGrams[v.gramStart[form]:v.gramStart[form+1]]
}

// stem returns the number of the stem with a hash, noStem when the base lacks it.
func (v *vocabulary) stem(hash uint64) uint32 {
	if id, ok := v.stems.find(hash); ok {
		return id
	}
	return noStem
}

// formsOf returns the forms of a word by language, noForm where it has none. It serves during the build alone.
func (v *vocabulary) formsOf(word uint32) []uint32 {
	return v.forms[int(word)*v.langs : int(word+1)*v.langs]
}

// pairKey identifies two stems in a row.
func pairKey(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }
