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

// Weights of two logistic models of "this first entry is the one asked for",
// fitted by retrieval-eval -fit to the dev halves of its sets: for bases with a
// classifier and without, whose scores differ.
var (
	trustWithClassifier = [Signals]float64{-1, 0, 0, 1, 1, 1, 1, 1, -1, 0}
	trustWithout        = [Signals]float64{-1, 0, 0, 1, 1, 0, 1, 1, -1, 0}
)

// trust sets the confidences. They never grow down the list, and those of all
// hits never add up to more than 1.
func (x *Index) trust(hits []Hit) {
	weights := &trustWithout
	if x.classifier != nil {
		weights = &trustWithClassifier
	}
	left, last := 1.0, 1.0
	for i := range hits {
		sum := 0.0
		for j, s := range hits[i].Signals() {
			sum += weights[j] * s
		}
		p := min(1/(1+math.Exp(-sum)), last, left)
		left, last = left-p, p
		hits[i].Confidence = p
	}
}
