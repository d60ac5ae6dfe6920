package live

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBucketsHoldTheirHashes: each hash is in its bucket, and all buckets together are the list.
func TestBucketsHoldTheirHashes(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 2026))
	for range 200 {
		all := make([]uint32, random.IntN(300))
		for i := range all {
			if all[i] = random.Uint32(); random.IntN(3) == 0 {
				all[i] >>= 20 // many in one bucket
			}
		}
		slices.Sort(all)
		b := newBuckets(len(all), func(i int) uint32 { return all[i] })
		for i, h := range all {
			if from, to := b.of(h); i < from || i >= to {
				t.Fatalf("%v: %x at %d is not in %d to %d", all, h, i, from, to)
			}
		}
		if from, to := b.of(random.Uint32()); from > to || to > len(all) {
			t.Fatalf("from %d to %d of %d", from, to, len(all))
		}
		if first, last := b.start[0], b.start[len(b.start)-1]; first != 0 || int(last) != len(all) {
			t.Fatalf("from %d to %d of %d", first, last, len(all))
		}
	}
	var none buckets
	if from, to := none.of(7); from != 0 || to != 0 {
		t.Errorf("of nothing: %d to %d", from, to)
	}
}
