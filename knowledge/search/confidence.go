package search

import ("math";"os")

// Signals is the number of inputs of the confidence model.
const Signals = 10

// Signals returns the inputs of the confidence model, for fitting it to labelled
// questions: a constant, the score, the margin and the measures of Why.
func (h Hit) Signals() [Signals]float64 {
	w := h.Why
	out := [Signals]float64{
		1, h.Score, w.Margin, w.Wording, w.Centroid, w.Classifier, w.BM25, w.Coverage, w.Unknown,
		math.Log1p(float64(w.Words)),
	}
	for i, c := range os.Getenv("MASK") {
		if c == '0' {
			out[i] = 0
		}
	}
	return out
}

// trust is two logistic models of a first hit, whose product is its confidence:
// that the base has an entry for the question, and that, if so, this is the one.
type trust struct{ inScope, right [Signals]float64 }

// The weights were fitted by retrieval-eval -fit to the dev halves of its sets,
// for bases with a classifier and without, whose scores differ.
var (
	trustWithClassifier = trust{
		inScope: [Signals]float64{-0.535, 0.386, 0.218, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.099},
		right:   [Signals]float64{-1.785, 0.123, 0.637, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.448},
	}
	trustWithout = trust{
		inScope: [Signals]float64{-1.243, 0.243, 0.265, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.061},
		right:   [Signals]float64{-2.862, 0.143, 0.668, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.575},
	}
)

func (t *trust) p(h Hit) float64 {
	inScope, right := 0.0, 0.0
	for i, s := range h.Signals() {
		inScope += t.inScope[i] * s
		right += t.right[i] * s
	}
	return 1 / (1 + math.Exp(-inScope)) / (1 + math.Exp(-right))
}

// trust sets the confidences. They never grow down the list, and those of all
// hits never add up to more than 1.
func (x *Index) trust(hits []Hit) {
	model := &trustWithout
	if x.classifier != nil {
		model = &trustWithClassifier
	}
	left, last := 1.0, 1.0
	for i := range hits {
		p := min(model.p(hits[i]), last, left)
		left, last = left-p, p
		hits[i].Confidence = p
	}
}
