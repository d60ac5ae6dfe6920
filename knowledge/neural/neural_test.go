package neural

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"nonmerci/knowledge/linear"
)

var classes = []string{"same", "other"}

// exclusive is a problem that no linear model solves: whether two of four features are of the same kind (Minsky and Papert, 1969).
func exclusive(n int) []linear.Example {
	rng := rand.New(rand.NewPCG(1, 2))
	out := make([]linear.Example, n)
	for i := range out {
		a, b := rng.IntN(2), rng.IntN(2)
		class := 0
		if a != b {
			class = 1
		}
		out[i] = linear.Example{
			Features: []linear.Feature{{Key: uint64(10 + a), Value: 1}, {Key: uint64(20 + b), Value: 1}},
			Label:    []linear.Share{{Class: class, Part: 1}},
		}
	}
	return out
}

// right is the share of examples whose likeliest class is theirs.
func right(m *Model, examples []linear.Example) float64 {
	p, n := make([]float32, len(m.Classes())), 0
	for _, e := range examples {
		m.Probabilities(e.Features, p)
		if p[e.Label[0].Class] > 0.5 {
			n++
		}
	}
	return float64(n) / float64(len(examples))
}

func encode(tb testing.TB, m *Model) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := m.Encode(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func TestTrainSolvesWhatNoLinearModelCan(t *testing.T) {
	m := Train(classes, exclusive(2000), Options{Hidden: 8, Epochs: 40, Drop: 1e-9, Seed: 1})
	if r := right(m, exclusive(400)); r < 0.99 {
		t.Errorf("%.2f right", r)
	}
}

func TestTrainIsDeterministicAndTellsItsProgress(t *testing.T) {
	var losses []float64
	train := func(seed uint64) []byte {
		losses = nil
		return encode(t, Train(classes, exclusive(500), Options{Hidden: 8, Epochs: 4, Seed: seed, Progress: func(epoch int, loss float64) {
			if epoch != len(losses)+1 {
				t.Errorf("pass %d after %d", epoch, len(losses))
			}
			losses = append(losses, loss)
		}}))
	}
	if !bytes.Equal(train(3), train(3)) {
		t.Error("the same examples and options give other bytes")
	}
	if bytes.Equal(train(3), train(4)) {
		t.Error("the seed has no effect")
	}
	if len(losses) != 4 || losses[3] >= losses[0] {
		t.Errorf("losses %v", losses)
	}
}

func TestProbabilitiesAddUpToOne(t *testing.T) {
	m := Train(classes, exclusive(100), Options{Hidden: 4, Epochs: 2})
	for _, fs := range [][]linear.Feature{nil, {{Key: 10, Value: 1}}, {{Key: 10, Value: 1e6}, {Key: 99, Value: 1}}} {
		p := make([]float32, 2)
		m.Probabilities(fs, p)
		if sum := p[0] + p[1]; math.Abs(float64(sum)-1) > 1e-5 {
			t.Errorf("%v: %v", fs, p)
		}
	}
}

func TestRareFeaturesAreLeftOut(t *testing.T) {
	examples := append(exclusive(100), linear.Example{Features: []linear.Feature{{Key: 77, Value: 1}}, Label: []linear.Share{{Class: 0, Part: 1}}})
	if m := Train(classes, examples, Options{Hidden: 4, Epochs: 1, MinCount: 2}); m.Len() != 4 {
		t.Errorf("%d features, want 4", m.Len())
	}
}

func TestHiddenUnitsAreBounded(t *testing.T) {
	m := Train(classes, exclusive(20), Options{Hidden: 100_000, Epochs: 1, MinCount: 1})
	if n := len(m.hiddenBias); n != maxHidden {
		t.Errorf("%d units", n)
	}
}

func TestEncodeDecodeIsTheIdentity(t *testing.T) {
	m := Train(classes, exclusive(500), Options{Hidden: 8, Epochs: 3})
	data := encode(t, m)
	got, rest, err := Decode(append(slices.Clone(data), "more"...))
	if err != nil || string(rest) != "more" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	if !bytes.Equal(encode(t, got), data) || !slices.Equal(got.Classes(), classes) || got.Class("other") != 1 || got.Class("none") != -1 {
		t.Error("another model comes back")
	}
	p, q := make([]float32, 2), make([]float32, 2)
	for _, e := range exclusive(20) {
		m.Probabilities(e.Features, p)
		got.Probabilities(e.Features, q)
		if !slices.Equal(p, q) {
			t.Fatalf("%v is now %v", p, q)
		}
	}
}

func TestDecodeRefusesEveryBeginning(t *testing.T) {
	data := encode(t, Train(classes, exclusive(50), Options{Hidden: 4, Epochs: 1, MinCount: 1}))
	for n := range data {
		if _, _, err := Decode(data[:n]); !errors.Is(err, ErrFormat) {
			t.Fatalf("the first %d of %d bytes: %v", n, len(data), err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	data := encode(f, Train(classes, exclusive(50), Options{Hidden: 4, Epochs: 1, MinCount: 1}))
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		m, rest, err := Decode(b)
		if err != nil {
			return
		}
		again, _, err := Decode(encode(t, m))
		if err != nil || len(rest) > len(b) || !slices.Equal(again.Classes(), m.Classes()) {
			t.Error("what was decoded does not come back", err)
		}
	})
}

func BenchmarkProbabilities(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 4))
	examples := make([]linear.Example, 200)
	for i := range examples {
		for range 300 {
			examples[i].Features = append(examples[i].Features, linear.Feature{Key: uint64(rng.IntN(5000)), Value: 0.05})
		}
		examples[i].Label = []linear.Share{{Class: i % 2, Part: 1}}
	}
	m := Train(classes, examples, Options{Epochs: 1, MinCount: 1})
	p := make([]float32, 2)
	b.ReportAllocs()
	for b.Loop() {
		m.Probabilities(examples[0].Features, p)
	}
}
