package search

import "math"

// Signals is the number of inputs of the confidence model.
const Signals = 10

// Signals returns the inputs of the confidence model, for fitting it to labelled
// questions: a constant, the score, the margin and the measures of Why.
func (h Hit) Signals() [Signals]float64 {
	w := h.Why
	return [Signals]float64{
		1, h.Score, w.Margin, w.Wording, w.Centroid, w.Classifier, w.BM25, w.Coverage, w.Unknown,
		math.Log1p(float64(w.Words)),
	}
}

// trust is two logistic models of a first hit, whose product is its confidence:
// that the base has an entry for the question, and that, if so, this is the one.
type trust struct{ inScope, right [Signals]float64 }

// The weights were fitted by retrieval-eval -fit to the dev halves of its sets,
// for bases with a classifier and without, whose scores differ.
var (
	trustWithClassifier = trust{
		inScope: [Signals]float64{-0.001, 0.476, 0.169, -1.149, -0.574, 0.670, 0.083, -0.381, 0.058, 0.075},
		right:   [Signals]float64{-0.508, 0.551, 0.591, -1.209, -2.663, -0.130, -1.289, -0.609, 0.428, 0.431},
	}
	trustWithout = trust{
		inScope: [Signals]float64{-0.777, 0.168, 0.263, -0.969, 3.414, 0.000, -1.370, -0.018, -0.519, -0.066},
		right:   [Signals]float64{-3.088, 0.164, 0.658, 0.233, 0.127, 0.000, -0.128, -0.271, 0.349, 0.598},
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
