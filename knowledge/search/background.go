package search

import (
	"embed"
	"math"
	"strings"
	"sync"

	"nonmerci/knowledge/text"
)

// The lists hold folded words by decreasing frequency; see words/README.md for
// their origin and licence.
//
//go:embed words/*.txt
var wordLists embed.FS

// sentenceWords is the length of the sentence in which background frequencies
// are the probability of meeting a feature.
const sentenceWords = 9

// background maps a feature's hash to the probability that a sentence of the
// language, taken at random, contains it. It is immutable once read.
type background struct {
	places table
	p      []float32 // place → probability
}

// of returns the probability of a feature, 0 for one that the language's list lacks.
func (b *background) of(h uint64) float32 {
	if at, ok := b.places.find(h); ok {
		return b.p[at]
	}
	return 0
}

var backgrounds sync.Map // language → func() *background

// backgroundOf returns the table of a language, nil where none is shipped. The
// first call for a language takes some 20 ms. It is safe for concurrent use.
func backgroundOf(lang string) *background {
	load, ok := backgrounds.Load(lang)
	if !ok {
		load, _ = backgrounds.LoadOrStore(lang, sync.OnceValue(func() *background { return readBackground(lang) }))
	}
	return load.(func() *background)()
}

// readBackground gives the word of rank r the frequency 1 / (r + 2.7) (Zipf's
// law as corrected by Mandelbrot, 1953), since the lists hold ranks only.
func readBackground(lang string) *background {
	data, err := wordLists.ReadFile("words/" + lang + ".txt")
	if err != nil {
		return nil
	}
	out := &background{}
	var sums []float64
	add := func(h uint64, f float64) {
		at := out.places.number(h)
		if int(at) == len(sums) {
			sums = append(sums, 0)
		}
		sums[at] += f
	}
	total := 0.0
	rank := 0
	for word := range strings.Lines(string(data)) {
		word = strings.TrimSpace(word)
		rank++
		f := 1 / (float64(rank) + 2.7)
		total += f
		add(text.Hash(nsStem, text.Stem(word, lang)), f)
		for h := range text.NGrams(word, nsGram, minGram, maxGram) {
			add(h, f)
		}
	}
	out.p = make([]float32, len(sums))
	for at, f := range sums {
		out.p[at] = float32(1 - math.Exp(-sentenceWords*f/total))
	}
	return out
}

// blend is the mean of the backgrounds of a base's languages.
type blend []*background

func newBlend(langs []string) blend {
	var b blend
	for _, lang := range langs {
		if t := backgroundOf(lang); t != nil {
			b = append(b, t)
		}
	}
	return b
}

func (b blend) p(h uint64) float64 {
	if len(b) == 0 {
		return 0
	}
	sum := 0.0
	for _, t := range b {
		sum += float64(t.of(h))
	}
	return sum / float64(len(b))
}

var blends sync.Map // languages, one after the other → *blend

// blendOf is newBlend, made once for the same languages in the same order: there are few lists, and so few orders of them.
func blendOf(langs []string) *blend {
	var buf [32]byte
	key := buf[:0]
	for _, lang := range langs {
		if backgroundOf(lang) != nil {
			key = append(key, lang...)
		}
	}
	b, ok := blends.Load(string(key))
	if !ok {
		made := newBlend(langs)
		b, _ = blends.LoadOrStore(string(key), &made)
	}
	return b.(*blend)
}
