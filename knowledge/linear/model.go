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
	keys    []uint64  // sorted, one per row
	scale   []float32 // one per row
	weights []int8    // rows × classes
	slots   []int32   // open addressing over keys: row + 1, or 0
}

// Classes returns the names of the classes, in the order of probabilities. It must not be changed.
func (m *Model) Classes() []string { return m.classes }

// Len returns how many features the model knows.
func (m *Model) Len() int { return len(m.keys) }

// Class returns the place of a class, or -1.
func (m *Model) Class(name string) int { return slices.Index(m.classes, name) }

// index fills slots; keys must be set. The table is at most half full, so that probes stay short.
func (m *Model) index() {
	size := 1
	for size < 2*len(m.keys)+2 {
		size <<= 1
	}
	m.slots = make([]int32, size)
	for row, k := range m.keys {
		i := mix(k) & uint64(size-1)
		for m.slots[i] != 0 {
			i = (i + 1) & uint64(size-1)
		}
		m.slots[i] = int32(row) + 1
	}
}

// row returns the row of a key, or -1.
func (m *Model) row(k uint64) int {
	mask := uint64(len(m.slots) - 1)
	for i := mix(k) & mask; ; i = (i + 1) & mask {
		s := m.slots[i]
		if s == 0 {
			return -1
		}
		if m.keys[s-1] == k {
			return int(s) - 1
		}
	}
}

// mix spreads the bits of a key (the finalizer of MurmurHash3, Austin Appleby, public domain constants).
func mix(k uint64) uint64 {
	k ^= k >> 33
	k *= 0xff51afd7ed558ccd
	return k ^ k>>33
}

// Knows says whether the model has a weight for a key.
func (m *Model) Knows(k uint64) bool { return m.row(k) >= 0 }

// Logits adds up the evidence of fs for each class into out, which must have one place per class.
func (m *Model) Logits(fs []Feature, out []float32) {
	copy(out, m.bias)
	n := len(m.classes)
	for _, f := range fs {
		r := m.row(f.Key)
		if r < 0 {
			continue
		}
		s := f.Value * m.scale[r]
		for c, w := range m.weights[r*n : r*n+n] {
			out[c] += s * float32(w)
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
	r := m.row(f.Key)
	if r < 0 {
		return 0
	}
	return f.Value * m.scale[r] * float32(m.weights[r*len(m.classes)+class])
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
