package linear

import (
	"math"
	"slices"
)

// A Feature is something seen in a text, by the hash of its name, and how much of it.
type Feature struct {
	Key   uint64
	Value float32
}

// A Model is an immutable classifier. It is safe for concurrent use.
type Model struct {
	classes []string
	bias    []float32
	rows    Table // values: the scale, and an int8 for each class
}

// Classes returns the names of the classes, in the order of probabilities. It must not be changed.
func (m *Model) Classes() []string { return m.classes }

// Len returns how many features the model knows.
func (m *Model) Len() int { return m.rows.Len() }

// Class returns the place of a class, or -1.
func (m *Model) Class(name string) int { return slices.Index(m.classes, name) }

// Knows says whether the model has a weight for a key.
func (m *Model) Knows(k uint64) bool { return m.rows.Values(k) != nil }

// Logits adds up the evidence of fs for each class into out, which must have one place per class.
func (m *Model) Logits(fs []Feature, out []float32) {
	copy(out, m.bias)
	var found Found
	for part := range slices.Chunk(fs, Batch) {
		m.rows.Find(part, &found)
		for i := range found.N {
			v := found.Values(i)
			s := part[found.Places[i]].Value * Scale(v)
			for c, w := range v[ScaleBytes:] {
				out[c] += s * float32(int8(w))
			}
		}
	}
}

// Probabilities sets out, which must have one place per class, to the probability of each class.
func (m *Model) Probabilities(fs []Feature, out []float32) {
	m.Logits(fs, out)
	Softmax(out)
}

// Contribution returns how much one feature speaks for a class; zero when it is unknown.
func (m *Model) Contribution(f Feature, class int) float32 {
	v := m.rows.Values(f.Key)
	if v == nil {
		return 0
	}
	return f.Value * Scale(v) * float32(int8(v[ScaleBytes+class]))
}

// Softmax turns logits into probabilities, in place.
func Softmax(x []float32) {
	if len(x) == 0 {
		return
	}
	top := slices.Max(x)
	var sum float64
	for i, v := range x {
		e := math.Exp(float64(v - top))
		x[i] = float32(e)
		sum += e
	}
	for i := range x {
		x[i] = float32(float64(x[i]) / sum)
	}
}
