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
		fs, found := make([]Feature, n), Found{N: 99}
		for i := range fs {
			fs[i].Key = keys[i*3]
			if i%2 == 1 {
				fs[i].Key++
			}
		}
		table.Find(fs, &found)
		if found.N != (n+1)/2 {
			t.Fatalf("%d of %d found, want every second", found.N, n)
		}
		for i := range found.N {
			if int(found.Places[i]) != 2*i || int(binary.LittleEndian.Uint32(found.Values(i))) != 6*i {
				t.Errorf("found %d: place %d, values %v", i, found.Places[i], found.Values(i))
			}
		}
	}
}

// TestCrowdedBuckets: more rows than are compared at once. Keys are chosen so that their hashes share a bucket.
func TestCrowdedBuckets(t *testing.T) {
	var keys []uint64
	const n = 200
	shift := shiftOf(bucketsOf(n))
	for k := uint64(0); len(keys) < 40; k++ {
		if hashOf(k, 0)>>shift == 3 {
			keys = append(keys, k)
		}
	}
	for k := uint64(1 << 40); len(keys) < n; k++ {
		keys = append(keys, k)
	}
	table := NewTable(keys, 4, func(row int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(row)) })
	for i, k := range keys {
		if v := table.Values(k); len(v) != 4 || int(binary.LittleEndian.Uint32(v)) != i {
			t.Fatalf("key %d has %v", i, v)
		}
	}
}

func TestSame(t *testing.T) {
	for x, want := range map[uint64]uint8{
		0: 15, 1: 14, 1 << 16: 13, 1 << 32: 11, 1 << 48: 7, 1 << 63: 7, 1 << 15: 14, 0x8000_8000_8000_8000: 0, 0x0001_0001_0001_0001: 0,
		0xffff_0000_ffff_0000: 5, 0x0000_ffff_0000_8000: 10,
	} {
		if got := same(x); got != want {
			t.Errorf("%x: %04b, want %04b", x, got, want)
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
	f.Add(make([]byte, 21), 0)
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
	fs := make([]Feature, Batch)
	var found Found
	b.ReportAllocs()
	for b.Loop() {
		for i := range fs {
			fs[i].Key = uint64(rng.IntN(300_000))
		}
		table.Find(fs, &found)
	}
}
