package search

import "math"

// Signals is the number of inputs of the confidence model.
const Signals = 14

// Signals returns the inputs of the confidence model, for fitting it to labelled
// questions: a constant, the score, the margin and the measures of Why.
func (h Hit) Signals() [Signals]float64 {
	w := h.Why
	return [Signals]float64{
		1, h.Score, w.Margin, w.Margin * w.Margin, min(w.Lead, 5),
		w.Wording, w.Centroid, w.Classifier, math.Log(max(w.Classifier, 1e-6)), w.BM25,
		w.Coverage, w.Unknown, math.Log1p(float64(w.Words)), 1 / float64(1+w.Words),
	}
}

// trust is two logistic models of a first hit, whose product is its confidence:
// that the base has an entry for the question, and that, if so, this is the one.
type trust struct{ inScope, right [Signals]float64 }

// The weights were fitted by retrieval-eval -fit to the dev halves of its sets,
// for bases with a classifier and without, whose scores differ. They order
// questions about as well as the score alone. As probabilities they hold for bases
// like those: fitted without one of the sets, they are too sure or not enough
// there (Brier score 0.15 to 0.17 instead of 0.13 to 0.14).
var (
	trustWithClassifier = trust{
		inScope: [Signals]float64{-1.774, 0.263, -0.224, 0.037, 0.363, -0.949, -0.081, -0.004, 0.199, 0.446, -0.193, -0.103, 0.660, 4.701},
		right:   [Signals]float64{-0.356, -0.001, 0.637, -0.018, 0.227, -0.213, -1.117, -0.679, 0.506, 0.686, -0.393, 0.336, 0.343, -0.717},
	}
	trustWithout = trust{
		inScope: [Signals]float64{-0.017, 0.103, 0.006, 0.010, 0.314, -0.958, 3.374, 0.000, 0.233, -1.359, 0.129, -0.666, 0.750, 6.156},
		right:   [Signals]float64{-0.015, 0.121, 0.703, -0.037, 0.247, 0.242, -0.102, 0.000, 0.207, -0.020, -0.303, 0.319, 0.525, -1.125},
	}
)

func (t *trust) estimate(h Hit) (inScope, right float64) {
	a, b := 0.0, 0.0
	for i, s := range h.Signals() {
		a += t.inScope[i] * s
		b += t.right[i] * s
	}
	return 1 / (1 + math.Exp(-a)), 1 / (1 + math.Exp(-b))
}

// trust sets the confidences and the probability of being in scope, which is
// that of the first hit for all. Confidences never grow down the list and never
// add up to more than the probability of being in scope.
func (x *Index) trust(hits []Hit) {
	model := &trustWithout
	if x.classifier != nil {
		model = &trustWithClassifier
	}
	left, last := 1.0, 1.0
	for i := range hits {
		inScope, right := model.estimate(hits[i])
		if i == 0 {
			left = inScope
		}
		p := min(inScope*right, last, left)
		left, last = left-p, p
		hits[i].Confidence, hits[i].InScope = p, hits[0].InScope
		if i == 0 {
			hits[i].InScope = inScope
		}
	}
}
