package search

import (
	"math"
	"math/rand/v2"
)

// Training of the classifier: stochastic gradient descent, one pass over the
// wordings an epoch, in an order that depends on nothing but their number.
const (
	softEpochs = 20
	softStep   = 4
	softSlow   = 0.05 // the step of epoch e is softStep / (1 + softSlow·e)
	softDecay  = 0.01 // share of each weight lost in an epoch
	softSeed   = 7
)

// softmax is a multinomial logistic regression: one row of weights per feature,
// one column per entry.
type softmax struct {
	entries int
	weights []float32
}

// trainSoftmax learns to tell from a wording's terms which entry it belongs to.
func trainSoftmax(wordings [][]term, entryOf []uint32, features, entries int) *softmax {
	s := &softmax{entries: entries, weights: make([]float32, features*entries)}
	random := rand.New(rand.NewPCG(softSeed, uint64(len(wordings))))
	order := make([]int, len(wordings))
	for i := range order {
		order[i] = i
	}
	p := make([]float32, entries)
	scale := float32(1) // weights are stored divided by scale, so that decay is one product
	for epoch := range softEpochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		step := float32(softStep / (1 + softSlow*float64(epoch)))
		for _, i := range order {
			s.logits(p, wordings[i], scale)
			softmaxInPlace(p)
			p[entryOf[i]]--
			s.descend(p, wordings[i], step/scale)
		}
		scale *= 1 - softDecay
	}
	for i := range s.weights {
		s.weights[i] *= scale
	}
	return s
}

// logits sets out to the score of each entry.
func (s *softmax) logits(out []float32, terms []term, scale float32) {
	clear(out)
	for _, t := range terms {
		row := s.row(t.feature)
		w := t.weight * scale
		for e := range out {
			out[e] += w * row[e]
		}
	}
}

// descend moves the weights against the gradient, whose negligible parts are skipped.
func (s *softmax) descend(gradient []float32, terms []term, step float32) {
	for e, g := range gradient {
		if g < 0.0005 && g > -0.0005 {
			continue
		}
		g *= step
		for _, t := range terms {
			s.weights[int(t.feature)*s.entries+e] -= g * t.weight
		}
	}
}

func (s *softmax) row(feature uint32) []float32 {
	at := int(feature) * s.entries
	return s.weights[at : at+s.entries : at+s.entries]
}

// softmaxInPlace turns scores into probabilities.
func softmaxInPlace(x []float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	sum := float32(0)
	for i, v := range x {
		v = float32(math.Exp(float64(v - top)))
		x[i] = v
		sum += v
	}
	for i := range x {
		x[i] /= sum
	}
}
