package neural

import (
	"math"
	"math/rand/v2"
	"testing"

	"nonmerci/knowledge/linear"
)

// plain is what packRow stands for, number by number.
func plain(packed []byte, n int) []float64 {
	out, scale := make([]float64, n), float64(linear.Scale(packed))
	for i := range out {
		code := packed[linear.ScaleBytes+i/4] >> (2 * (i % 4)) & 3
		out[i] = scale * float64(2*int(code)-3)
	}
	return out
}

func TestUnpack(t *testing.T) {
	w := []float32{1, -1, 3, -3, 0.5, 2, -2, 0.1, 0, 0, 0, 0, 9, -9, 9, -9}
	v := pack([]uint64{5, 3}, w, 8)
	got := v.unpack([]uint64{5, 3}, 8)
	for i, key := range []uint64{5, 3} {
		for k, want := range plain(v.rows.Values(key), 8) {
			if math.Abs(float64(got[8*i+k])-want) > 1e-6 {
				t.Errorf("key %d, number %d: %v, want %v", key, k, got[8*i+k], want)
			}
		}
	}
}

func TestPackedVectorsKeepTheirPart(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		row := make([]float32, 64)
		for i := range row {
			row[i] = float32(rng.NormFloat64() * 0.1)
		}
		var inner, square, far float64
		for i, x := range plain(packRow(row), len(row)) {
			inner += x * float64(row[i])
			square += float64(row[i]) * float64(row[i])
			far += (x - float64(row[i])) * (x - float64(row[i]))
		}
		if math.Abs(inner/square-1) > 0.009 { // a scale is stored with eight bits
			t.Errorf("the vector kept is %.3f of what it stands for", inner/square)
		}
		if far/square > 0.35 {
			t.Errorf("the error is %.2f of the vector", far/square)
		}
	}
}

func TestPackedZeros(t *testing.T) {
	for _, x := range plain(packRow(make([]float32, 8)), 8) {
		if x != 0 {
			t.Errorf("zero becomes %v", x)
		}
	}
}

// TestSumAgainstPlainArithmetic: adding four numbers at once, in whole ones, gives what adding one by one does.
func TestSumAgainstPlainArithmetic(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, hidden := range []int{4, 12, 64, maxHidden} {
		const known = 300
		keys, w := make([]uint64, known), make([]float32, known*hidden)
		for i := range keys {
			keys[i] = uint64(i)
		}
		for i := range w {
			w[i] = float32(rng.NormFloat64())
		}
		v := pack(keys, w, hidden)
		for _, value := range []func() float32{
			func() float32 { return 1 },
			func() float32 { return float32(rng.NormFloat64()) }, // negative ones too
			func() float32 { return -1e6 },
			func() float32 { return float32(math.Exp(6 * rng.NormFloat64())) },
		} {
			fs := make([]linear.Feature, linear.Batch)
			got, want, largest := make([]float32, hidden), make([]float64, hidden), 0.0
			for i := range fs {
				fs[i] = linear.Feature{Key: uint64(rng.IntN(known * 3 / 2)), Value: value()}
				row := v.rows.Values(fs[i].Key)
				if row == nil {
					continue
				}
				for k, x := range plain(row, hidden) {
					want[k] += float64(fs[i].Value) * x
				}
				largest += math.Abs(float64(fs[i].Value)) * float64(linear.Scale(row))
			}
			var s sum
			s.add(v.rows, fs, got)
			for k := range got {
				if off := math.Abs(float64(got[k]) - want[k]); off > largest*3*linear.Batch/2/finest {
					t.Fatalf("%d units, unit %d: %v, want %v", hidden, k, got[k], want[k])
				}
			}
		}
	}
}
