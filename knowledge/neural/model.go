package neural

import (
	"math"
	"slices"

	"nonmerci/knowledge/linear"
)

// A Model is an immutable classifier. It is safe for concurrent use.
type Model struct {
	classes    []string
	features   vectors
	hiddenBias []float32 // one per hidden unit
	bias       []float32 // one per class
	out        []float32 // classes × hidden units
}

// maxHidden bounds the hidden layer, so that asking needs no memory of its own.
const maxHidden = 256

// Classes returns the names of the classes, in the order of probabilities. It must not be changed.
func (m *Model) Classes() []string { return m.classes }

// Class returns the place of a class, or -1.
func (m *Model) Class(name string) int { return slices.Index(m.classes, name) }

// Len returns how many features the model knows.
func (m *Model) Len() int { return m.features.rows.Len() }

// Probabilities sets p, which must have one place per class, to the probability of each class.
func (m *Model) Probabilities(fs []linear.Feature, p []float32) {
	var units [maxHidden]float32
	h := units[:copy(units[:], m.hiddenBias)]
	var s sum
	for part := range slices.Chunk(fs, linear.Batch) {
		s.add(m.features.rows, part, h)
	}
	squash(h)
	output(h, m.out, m.bias, p)
}

func squash(h []float32) {
	for i, v := range h {
		h[i] = float32(math.Tanh(float64(v)))
	}
}

// output sets p to the probabilities that the hidden units h give.
func output(h, out, bias, p []float32) {
	n := len(h)
	for c := range p {
		p[c] = bias[c] + dot(out[c*n:c*n+n], h)
	}
	linear.Softmax(p)
}

// dot is the inner product of two slices of the same even length. Four sums side by side, because one would wait for itself.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	for len(a) >= 4 && len(b) >= 4 {
		x, y := (*[4]float32)(a), (*[4]float32)(b)
		s0 += x[0] * y[0]
		s1 += x[1] * y[1]
		s2 += x[2] * y[2]
		s3 += x[3] * y[3]
		a, b = a[4:], b[4:]
	}
	for i := range a {
		s0 += a[i] * b[i]
	}
	return (s0 + s1) + (s2 + s3)
}
