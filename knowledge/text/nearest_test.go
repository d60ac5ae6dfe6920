package text

import (
	"math/rand/v2"
	"testing"
)

// TestNearestIsWhatASpellerCorrects, for random words that are alike.
func TestNearestIsWhatASpellerCorrects(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 2026))
	letters := []rune("abeé東0")
	word := func() string {
		out := make([]rune, 1+random.IntN(10))
		for i := range out {
			out[i] = letters[random.IntN(len(letters))]
		}
		return string(out)
	}
	for range 300 {
		frequency := map[string]int{}
		for range random.IntN(80) {
			frequency[word()] = random.IntN(3)
		}
		var known []Known
		for w, times := range frequency {
			k := NewKnown(w)
			k.Times = times
			known = append(known, k)
		}
		s := NewSpeller(frequency)
		for range 50 {
			w := word()
			if s.Known(w) {
				continue
			}
			want, ok := s.Correct(w)
			if !ok {
				want = ""
			}
			if got := Nearest(w, known); got != want {
				t.Fatalf("%q among %v: %q, want %q", w, frequency, got, want)
			}
		}
	}
}
