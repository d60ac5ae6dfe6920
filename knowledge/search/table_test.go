package search

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A table must say what a map says, whatever is put in and in whatever order.
func TestTableAgreesWithAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var tab table
	if _, ok := tab.find(7); ok {
		t.Error("an empty table finds something")
	}
	for round := range 5 {
		if round == 2 {
			tab.round = math.MaxUint32 - 1 // the rounds begin anew before the last one
		}
		want := map[uint64]uint32{}
		for range 20_000 {
			key := random.Uint64N(9_000) * 0x1000_0000_0001 // many again, and alike in their low bits
			id, ok := tab.find(key)
			known, met := want[key]
			if ok != met || id != known {
				t.Fatalf("round %d: find(%x) = %d, %v, want %d, %v", round, key, id, ok, known, met)
			}
			want[key] = tab.number(key)
			if met && want[key] != known {
				t.Fatalf("round %d: %x has the number %d, and had %d", round, key, want[key], known)
			}
		}
		if tab.n != len(want) {
			t.Errorf("n is %d, want %d", tab.n, len(want))
		}
		tab.reset()
	}
}

// BenchmarkTable looks hashes up as a question does, in a table of ours and in a map: half of them are not there.
func BenchmarkTable(b *testing.B) {
	random := rand.New(rand.NewPCG(5, 6))
	var tab table
	m := map[uint64]uint32{}
	keys := make([]uint64, 1<<16)
	for i := range 200_000 {
		key := random.Uint64()
		m[key] = tab.number(key)
		if i < len(keys)/2 {
			keys[2*i] = key
		} else if j := 2*(i-len(keys)/2) + 1; j < len(keys) {
			keys[j] = random.Uint64()
		}
	}
	b.Run("table", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			tab.find(keys[i&(len(keys)-1)])
		}
	})
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			_ = m[keys[i&(len(keys)-1)]]
		}
	})
}
