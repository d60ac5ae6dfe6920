package linear

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
)

// numbered is a table of n keys, each with its place among them.
func numbered(n int, key func(i int) uint64) ([]uint64, Table) {
	keys := make([]uint64, n)
	for i := range keys {
		keys[i] = key(i)
	}
	return keys, NewTable(keys, 4, func(row int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(row)) })
}

func TestATableTellsItsKeysApart(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for name, key := range map[string]func(int) uint64{
		"one after the other": func(i int) uint64 { return uint64(i) },
		"far apart":           func(i int) uint64 { return uint64(i) << 40 },
		"at random":           func(int) uint64 { return rng.Uint64() },
	} {
		for _, n := range []int{0, 1, 2, 3, 4, 5, 63, 64, 65, 1000, 40_000} {
			keys, table := numbered(n, key)
			if table.Len() != n {
				t.Errorf("%s: %d rows, want %d", name, table.Len(), n)
			}
			for i, k := range keys {
				if v := table.Values(k); len(v) != 4 || int(binary.LittleEndian.Uint32(v)) != i {
					t.Fatalf("%s: key %d of %d has %v", name, i, n, v)
				}
			}
			again, rest, ok := DecodeTable(append(slices.Clone(table.Bytes()), 7), n, 4)
			if !ok || !slices.Equal(rest, []byte{7}) || !slices.Equal(again.Bytes(), table.Bytes()) {
				t.Errorf("%s: %d rows do not come back", name, n)
			}
		}
	}
}

// TestStrangersAreSeldomTaken for a key of the table: that is what a mark of sixteen bits is worth.
func TestStrangersAreSeldomTaken(t *testing.T) {
	_, table := numbered(50_000, func(i int) uint64 { return uint64(i) })
	taken := 0
	const asked = 2_000_000
	for i := range asked {
		if table.Values(uint64(1_000_000+i)) != nil {
			taken++
		}
	}
	if share := float64(taken) / asked; share < 1e-5 || share > 8e-5 {
		t.Errorf("%d of %d are taken for a key", taken, asked)
	}
}

func TestFindInPartsOfABatch(t *testing.T) {
	keys, table := numbered(500, func(i int) uint64 { return uint64(i) * 17 })
	for _, n := range []int{0, 1, 7, Batch} {
		fs, out := make([]Feature, n), make([][]byte, n)
		for i := range fs {
			fs[i].Key = keys[i*3]
			if i%2 == 1 {
				fs[i].Key++
			}
			out[i] = []byte("old")
		}
		table.Find(fs, out)
		for i := range out {
			if found := out[i] != nil; found != (i%2 == 0) {
				t.Errorf("feature %d of %d: %v", i, n, out[i])
			}
		}
	}
}

func TestScalesAreRoundedUp(t *testing.T) {
	for _, s := range []float32{0, 1e-30, 1e-3, 0.1, 1, 1.5, 3.14159, 1e20} {
		got := Scale(AppendScale(nil, s))
		if got < s || got > s*1.008 {
			t.Errorf("%v becomes %v", s, got)
		}
	}
}

func FuzzDecodeTable(f *testing.F) {
	_, table := numbered(40, func(i int) uint64 { return uint64(i) })
	f.Add(table.Bytes(), 40)
	f.Add([]byte{0, 0, 0, 0, 0}, 0)
	f.Fuzz(func(t *testing.T, data []byte, n int) {
		got, rest, ok := DecodeTable(data, n, 4)
		if !ok {
			return
		}
		if got.Len() != n || len(got.Bytes())+len(rest) != len(data) {
			t.Error("another size")
		}
		for k := range uint64(50) {
			got.Values(k)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	_, table := numbered(150_000, func(i int) uint64 { return uint64(i) })
	rng := rand.New(rand.NewPCG(3, 4))
	fs, out := make([]Feature, Batch), make([][]byte, Batch)
	b.ReportAllocs()
	for b.Loop() {
		for i := range fs {
			fs[i].Key = uint64(rng.IntN(300_000))
		}
		table.Find(fs, out)
	}
}
