package linear

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var toyClasses = []string{"cat", "dog", "fox"}

// toy is a problem that a linear model solves: feature 10 + class belongs to its class, 1 to all, 100 and above to none.
func toy(n int) []Example {
	rng := rand.New(rand.NewPCG(1, 2))
	out := make([]Example, n)
	for i := range out {
		class := i % len(toyClasses)
		fs := []Feature{{1, 1}, {uint64(10 + class), 1}}
		if rng.IntN(2) == 0 {
			fs = append(fs, Feature{uint64(100 + rng.IntN(20)), 0.5})
		}
		out[i] = Example{Features: fs, Label: []Share{{Class: class, Part: 1}}}
	}
	return out
}

func best(m *Model, fs []Feature) (int, float32) {
	p := make([]float32, len(m.Classes()))
	m.Probabilities(fs, p)
	c := 0
	for i := range p {
		if p[i] > p[c] {
			c = i
		}
	}
	return c, p[c]
}

func encode(tb testing.TB, m *Model) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := m.Encode(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func TestSoftmax(t *testing.T) {
	for _, x := range [][]float32{
		{0}, {0, 0, 0}, {1, 2, 3}, {-1000, 0, 1000}, {1e30, 1e30}, {-math.MaxFloat32, math.MaxFloat32}, {88, 89, -90},
	} {
		in := slices.Clone(x)
		Softmax(x)
		var sum float64
		for i, v := range x {
			if !(v >= 0 && v <= 1) {
				t.Errorf("%v: %v", in, x)
			}
			if i > 0 && (in[i] > in[i-1] && v < x[i-1] || in[i] < in[i-1] && v > x[i-1]) {
				t.Errorf("%v: the order is not kept: %v", in, x)
			}
			sum += float64(v)
		}
		if math.Abs(sum-1) > 1e-6 {
			t.Errorf("%v adds up to %v", in, sum)
		}
	}
	Softmax(nil)
}

func TestTrainingSeparatesAToyProblem(t *testing.T) {
	examples := toy(300)
	var losses []float64
	m := Train(toyClasses, examples, Options{Seed: 1, Progress: func(epoch int, loss float64) {
		losses = append(losses, loss)
		if epoch != len(losses) {
			t.Errorf("pass %d is told as %d", len(losses), epoch)
		}
	}})
	for i, e := range examples {
		if c, p := best(m, e.Features); c != e.Label[0].Class || p < 0.8 {
			t.Fatalf("example %d: %s with %v", i, toyClasses[c], p)
		}
	}
	if len(losses) != 10 || losses[9] >= losses[0] {
		t.Errorf("losses %v", losses)
	}
}

// TestAgainstHandMadeWeights: evidence adds up, and features that are not known add nothing.
func TestAgainstHandMadeWeights(t *testing.T) {
	m := Quantize([]string{"a", "b"}, []uint64{3, 7}, []float32{1.27, -1.27, 0, 2.54}, []float32{0.5, -0.5})
	var out [2]float32
	m.Logits([]Feature{{3, 2}, {7, 0.5}, {99, 100}}, out[:])
	for i, want := range []float32{0.5 + 2.54, -0.5 - 2.54 + 1.27} {
		if math.Abs(float64(out[i]-want)) > 0.02 { // half a step of eight bits, twice
			t.Errorf("class %d: %v, want %v", i, out[i], want)
		}
	}
	if got := m.Contribution(Feature{7, 0.5}, 1); math.Abs(float64(got-1.27)) > 0.01 {
		t.Errorf("contribution %v", got)
	}
	if m.Contribution(Feature{99, 1}, 0) != 0 || m.Knows(99) || !m.Knows(3) || m.Len() != 2 {
		t.Error("an unknown feature counts")
	}
	if m.Class("b") != 1 || m.Class("c") != -1 {
		t.Error("places of classes")
	}
}

// TestQuantizedAgrees: eight bits give nearly what the weights give, relative to the largest of a row.
func TestQuantizedAgrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	const rows, classes = 200, 7
	keys, w, bias := make([]uint64, rows), make([]float32, rows*classes), make([]float32, classes)
	for i := range keys {
		keys[i] = uint64(i) * 1e15
	}
	for i := range w {
		w[i] = float32(rng.NormFloat64())
	}
	copy(w[:classes], make([]float32, classes)) // a row of zeros
	m := Quantize(make([]string, classes), keys, w, bias)
	for r, k := range keys {
		var top float64
		for _, v := range w[r*classes : (r+1)*classes] {
			top = max(top, math.Abs(float64(v)))
		}
		for c := range classes {
			if got, want := m.Contribution(Feature{k, 1}, c), w[r*classes+c]; math.Abs(float64(got-want)) > top/250 {
				t.Fatalf("row %d class %d: %v, want %v", r, c, got, want)
			}
		}
	}
}

func TestRareFeaturesAreDropped(t *testing.T) {
	examples := toy(300)
	for i := range examples[:3] {
		examples[i].Features = append(examples[i].Features, Feature{777, 1}, Feature{777, 1})
	}
	if m := Train(toyClasses, examples, Options{}); m.Knows(777) || !m.Knows(10) {
		t.Error("a feature of three examples is kept, or a frequent one is not")
	}
	if m := Train(toyClasses, examples, Options{MinCount: 3}); !m.Knows(777) {
		t.Error("a feature of three examples is dropped when three suffice")
	}
}

func TestWeightsOfExamplesCount(t *testing.T) {
	const disputed = 5
	examples := make([]Example, 0, 80)
	for range 40 {
		examples = append(examples,
			Example{Features: []Feature{{disputed, 1}}, Label: []Share{{0, 1}}, Weight: 5},
			Example{Features: []Feature{{disputed, 1}}, Label: []Share{{1, 1}}})
	}
	if c, _ := best(Train([]string{"heavy", "light"}, examples, Options{}), []Feature{{disputed, 1}}); c != 0 {
		t.Error("the heavier examples lose")
	}
}

func TestSharedLabels(t *testing.T) {
	examples := make([]Example, 60)
	for i := range examples {
		examples[i] = Example{Features: []Feature{{5, 1}}, Label: []Share{{0, 0.75}, {1, 0.25}}}
	}
	m := Train([]string{"a", "b"}, examples, Options{Epochs: 30})
	p := make([]float32, 2)
	m.Probabilities([]Feature{{5, 1}}, p)
	if math.Abs(float64(p[0])-0.75) > 0.05 {
		t.Errorf("got %v, want about 0.75 and 0.25", p)
	}
}

func TestTrainingIsDeterministic(t *testing.T) {
	for name, o := range map[string]Options{"plain": {Seed: 9}, "with drop": {Seed: 9, Drop: 0.3}} {
		a, b := encode(t, Train(toyClasses, toy(200), o)), encode(t, Train(toyClasses, toy(200), o))
		if !bytes.Equal(a, b) {
			t.Errorf("%s: the same examples give other bytes", name)
		}
		o.Seed++
		if c := encode(t, Train(toyClasses, toy(200), o)); bytes.Equal(a, c) {
			t.Errorf("%s: another seed changes nothing", name)
		}
	}
}

// TestDropKeepsTheSumOnAverage and leaves out about the share it is told.
func TestDropKeepsTheSumOnAverage(t *testing.T) {
	cells := make([]Cell, 1000)
	for i := range cells {
		cells[i] = Cell{int32(i), 1}
	}
	rng := rand.New(rand.NewPCG(5, 6))
	var kept []Cell
	var sum, left float64
	const rounds = 50
	for range rounds {
		for _, c := range Thin(cells, &kept, 0.25, rng) {
			sum += float64(c.Value)
			left++
		}
	}
	if share := left / rounds / 1000; math.Abs(share-0.75) > 0.02 {
		t.Errorf("%v are kept, want 0.75", share)
	}
	if mean := sum / rounds / 1000; math.Abs(mean-1) > 0.03 {
		t.Errorf("the sum becomes %v times what it was", mean)
	}
	if cells[0].Value != 1 {
		t.Error("the cells themselves are changed")
	}
}

func TestEncodeDecodeIsTheIdentity(t *testing.T) {
	m := Train(toyClasses, toy(200), Options{Seed: 2})
	data := encode(t, m)
	got, rest, err := Decode(append(slices.Clone(data), "more"...))
	if err != nil || string(rest) != "more" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	if !bytes.Equal(encode(t, got), data) || !slices.Equal(got.Classes(), toyClasses) || got.Len() != m.Len() {
		t.Error("another model comes back")
	}
	for _, e := range toy(50) {
		a, b := make([]float32, 3), make([]float32, 3)
		m.Probabilities(e.Features, a)
		got.Probabilities(e.Features, b)
		if !slices.Equal(a, b) {
			t.Fatalf("%v before, %v after", a, b)
		}
	}
}

func TestAModelWithoutFeaturesSaysItsBias(t *testing.T) {
	m := Train(toyClasses, []Example{{Features: []Feature{{1, 1}}, Label: []Share{{0, 1}}}}, Options{})
	got, rest, err := Decode(encode(t, m))
	if err != nil || len(rest) > 0 || got.Len() != 0 {
		t.Fatalf("%d features, rest %d, error %v", got.Len(), len(rest), err)
	}
	if c, _ := best(got, []Feature{{1, 1}}); c != 0 {
		t.Error("the only class seen is not the likeliest")
	}
}

func TestDecodeOfDamagedBytes(t *testing.T) {
	good := encode(t, Train(toyClasses, toy(100), Options{}))
	size := func(classes, keys uint32) []byte {
		return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32([]byte(magic), classes), keys)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "another file": []byte(strings.Repeat("x", 50)), "no size": []byte(magic), "too many classes": size(1<<17, 1),
		"too many features": size(1, 1<<27), "too large": size(1<<16, 1<<26), "cut after the sizes": size(3, 5),
		"a name longer than the rest": append(size(1, 0), 0xff, 0xff, 0xff, 0x7f),
	} {
		if _, _, err := Decode(data); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	for i := range good {
		if _, _, err := Decode(good[:i]); !errors.Is(err, ErrFormat) {
			t.Errorf("%d bytes of %d: error %v", i, len(good), err)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestEncodeSaysThatItCannotWrite(t *testing.T) {
	if err := Train(toyClasses, toy(10), Options{}).Encode(full{}); err == nil {
		t.Error("no error")
	}
}

func FuzzDecode(f *testing.F) {
	good := encode(f, Train(toyClasses, toy(60), Options{}))
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte(magic))
	f.Add(append([]byte(magic), 0, 0, 0, 0, 0, 0, 0, 0))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, rest, err := Decode(data)
		if err != nil {
			return
		}
		if got := encode(t, m); !bytes.Equal(got, data[:len(data)-len(rest)]) {
			t.Error("encoding what was decoded gives other bytes")
		}
		m.Probabilities([]Feature{{1, 1}, {10, 1}}, make([]float32, len(m.Classes())))
	})
}

func BenchmarkProbabilities(b *testing.B) {
	examples := toy(300)
	m := Train(toyClasses, examples, Options{})
	p := make([]float32, len(toyClasses))
	b.ReportAllocs()
	for b.Loop() {
		m.Probabilities(examples[0].Features, p)
	}
}
