package search

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestARaterSaysWhatRaritySays, to the bit.
func TestARaterSaysWhatRaritySays(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 2026))
	for range 2000 {
		n, m := math.Floor(math.Exp(random.Float64()*14)), []float64{0, backgroundCentroid, backgroundWordings}[random.IntN(3)]
		r := newRater(n, m)
		for range 200 {
			df, p := math.Floor(random.Float64()*(n+1)), float64(float32(math.Exp(-random.Float64()*30)))
			if random.IntN(3) == 0 {
				df = min(n, float64(random.IntN(3)))
			}
			if random.IntN(5) == 0 {
				p = 0
			}
			if got, want := r.rarity(df, p), rarity(n, df, m, p); got != want {
				t.Fatalf("n %v, df %v, m %v, p %v: %v, want %v", n, df, m, p, got, want)
			}
		}
	}
}

// TestNearLogIsNear by far more than slack allows.
func TestNearLogIsNear(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 2027))
	worst := 0.0
	for range 200_000 {
		x := math.Exp(random.Float64() * 20)
		worst = max(worst, math.Abs(nearLog(x)-math.Log(x)))
	}
	if worst > slack/4 {
		t.Errorf("off by %v", worst)
	}
}

func BenchmarkRarity(b *testing.B) {
	r := newRater(48, backgroundWordings)
	b.Run("rater", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			r.rarity(float64(i&7), 1e-3)
		}
	})
	b.Run("rarity", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			rarity(48, float64(i&7), backgroundWordings, 1e-3)
		}
	})
}
