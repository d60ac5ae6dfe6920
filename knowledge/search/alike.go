package search

import "math"

// nearlySame is the cosine, over the stems of all wordings, from which two
// entries are taken for two versions of one.
const nearlySame = 0.9

// alike reports whether two entries say nearly the same.
func (x *Index) alike(a, b uint32) bool {
	of := func(e uint32) map[uint32]float64 {
		stems := map[uint32]float64{}
		for w := x.first[e]; w < x.first[e+1]; w++ {
			for _, form := range x.wordings.of(w) {
				stem := x.corpus.words.formStem[form]
				stems[stem] += float64(x.rare.stems[stem].wording)
			}
		}
		return stems
	}
	va, vb := of(a), of(b)
	dot, la, lb := 0.0, 0.0, 0.0
	for stem, w := range va {
		dot += w * vb[stem]
		la += w * w
	}
	for _, w := range vb {
		lb += w * w
	}
	return dot >= nearlySame*math.Sqrt(la*lb)
}
