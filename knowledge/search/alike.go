package search

import (
	"cmp"
	"math"
	"slices"
)

// nearlySame is the cosine, over the stems of all wordings, from which two
// entries are taken for two versions of one.
const nearlySame = 0.9

// alike reports whether two entries say nearly the same.
func (x *Index) alike(a, b uint32) bool {
	var bufA, bufB [64]rareStem
	va, vb := x.stemsOf(a, bufA[:0]), x.stemsOf(b, bufB[:0])
	dot, la, lb := 0.0, 0.0, 0.0
	for i, j := 0, 0; i < len(va) && j < len(vb); {
		switch c := cmp.Compare(va[i].stem, vb[j].stem); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			dot += va[i].weight * vb[j].weight
			i, j = i+1, j+1
		}
	}
	for _, s := range va {
		la += s.weight * s.weight
	}
	for _, s := range vb {
		lb += s.weight * s.weight
	}
	return dot >= nearlySame*math.Sqrt(la*lb)
}

type rareStem struct {
	stem   uint32
	weight float64
}

// stemsOf returns the stems of all wordings of an entry, each once, with its rarity for each time that it occurs; in the order of their numbers.
func (x *Index) stemsOf(e uint32, buf []rareStem) []rareStem {
	for w := x.first[e]; w < x.first[e+1]; w++ {
		for _, form := range x.wordings.of(w) {
			buf = append(buf, rareStem{stem: x.words.formStem[form]})
		}
	}
	slices.SortFunc(buf, func(a, b rareStem) int { return cmp.Compare(a.stem, b.stem) })
	out := buf[:0]
	for _, s := range buf {
		if n := len(out); n == 0 || out[n-1].stem != s.stem {
			out = append(out, s)
		}
		out[len(out)-1].weight += float64(x.rare.stems[s.stem].wording)
	}
	return out
}
