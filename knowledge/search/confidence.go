package search

import "math"

// trust sets the confidences.
func (x *Index) trust(hits []Hit) {
	for i := range hits {
		hits[i].Confidence = 1 / (1 + math.Exp(-hits[i].Score))
	}
}
