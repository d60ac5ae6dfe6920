package understand

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"nonmerci/knowledge/linear"
)

func byKey(a, b linear.Feature) int { return cmp.Compare(a.Key, b.Key) }

// randomFeatures are n features, some of them equal, with keys as close as those of short words.
func randomFeatures(n int) []linear.Feature {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	out := make([]linear.Feature, n)
	for i := range out {
		out[i] = linear.Feature{Key: uint64(newHash('c').string(fmt.Sprint(r.IntN(n)))), Value: float32(i)}
	}
	return out
}

func TestSortIsAStableSort(t *testing.T) {
	var s scratch
	for _, n := range []int{0, 1, 2, 24, 25, 300, 5_000} {
		got := randomFeatures(n)
		want := slices.Clone(got)
		slices.SortStableFunc(want, byKey)
		if s.sort(got); !slices.Equal(got, want) {
			t.Errorf("%d features are not in the order of a stable sort", n)
		}
	}
	same := make([]linear.Feature, 100)
	s.sort(same) // keys equal in every byte must end
}

func BenchmarkSort(b *testing.B) {
	fs := randomFeatures(250)
	work := make([]linear.Feature, len(fs))
	var s scratch
	b.Run("radix", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			copy(work, fs)
			s.sort(work)
		}
	})
	b.Run("slices.SortFunc", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			copy(work, fs)
			slices.SortFunc(work, byKey)
		}
	})
}
