package check

import "math"

// vector counts runs of three characters.
type vector map[[3]rune]float64

// cosine is how close two vectors are, from 0 to 1.
func (v vector) cosine(o vector) float64 {
	var dot, a, b float64
	for k, x := range v {
		dot += x * o[k]
		a += x * x
	}
	for _, x := range o {
		b += x * x
	}
	if a == 0 || b == 0 {
		return 0
	}
	return dot / math.Sqrt(a*b)
}
