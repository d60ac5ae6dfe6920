package search

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestKeepBest(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		size, n := random.IntN(40), random.IntN(45)
		score := make([]float32, size)
		ids := make([]uint32, size)
		for i := range ids {
			ids[i] = uint32(i)
			score[i] = float32(random.IntN(8)) // many ties
		}
		want := slices.Clone(ids)
		slices.SortStableFunc(want, func(a, b uint32) int { return int(score[b] - score[a]) })
		want = want[:min(n, size)]
		got := slices.Clone(keepBest(ids, score, n))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("keepBest of %v by %v, %d = %v, want %v", ids, score, n, got, want)
		}
	}
}

func TestKnownWordsAreKeptFirst(t *testing.T) {
	x := Build([]Doc{{ID: "a", Lang: "fr", Title: "bulletin de paie"}}, Options{})
	long := ""
	for i := range 100 {
		long += " mot" + string(rune('a'+i%26)) + string(rune('a'+i/26))
	}
	words := newScratch(x).splitter.split(long + " bulletin de paie")
	var last []string
	for _, w := range words[len(words)-3:] {
		last = append(last, w.text)
	}
	if len(words) != maxWords || !slices.Equal(last, []string{"bulletin", "de", "paie"}) {
		t.Errorf("%d words kept, the last %q", len(words), last)
	}
}

func TestCutBytes(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"abc", 5, "abc"}, {"abc", 2, "ab"}, {"éé", 3, "é"}, {"東", 2, ""}} {
		if got := cutBytes(c.in, c.n); got != c.want {
			t.Errorf("cutBytes(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

func TestNearestIsTheFrontOfASort(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n := 1 + r.IntN(60)
		c := &counter{}
		c.begin(n)
		for range r.IntN(200) {
			c.add(uint32(r.IntN(n)), 1)
		}
		want := slices.SortedFunc(slices.Values(c.touched), func(a, b uint32) int {
			return cmp.Or(cmp.Compare(c.times[b], c.times[a]), cmp.Compare(a, b))
		})
		if want = want[:min(maxNear, len(want))]; !slices.Equal(nearest(c), want) {
			t.Fatalf("nearest gives %v, a sort %v", nearest(c), want)
		}
	}
}
