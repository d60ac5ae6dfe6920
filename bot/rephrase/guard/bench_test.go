package guard

import (
	"runtime"
	"testing"
	"time"

	"nonmerci/internal/yardstick"
)

// longest is the entry of the corpus that takes longest.
const longest = "linkedin-opt-out.fr.ios"

// BenchmarkCheck reads a long entry and compares it with itself: the two together should stay near two milliseconds, and take 1.2 at their best, 2.2 to 2.6 on the average of a busy machine.
func BenchmarkCheck(b *testing.B) {
	s := source(b, longest)
	text := s.text
	b.Run("source", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			NewSource(text, "")
		}
	})
	b.Run("check", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if !Check(s, text, "").Pass {
				b.Fatal("refused")
			}
		}
	})
	b.Run("both", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Check(NewSource(text, ""), text, "")
		}
	})
}

// BenchmarkFirstUse reads the word lists, and tells how much memory they keep. The first use in a program is what -benchtime 1x measures.
func BenchmarkFirstUse(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var v *vocabulary
	for b.Loop() {
		v = readWords()
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/1e6, "MB-kept")
	runtime.KeepAlive(v)
}

// TestIsQuick fails when a comparison takes far more than it should, ten times two milliseconds at its best: a busy machine gets many tries,
// a slow one more time.
func TestIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: the clock of a slow build tells nothing")
	}
	text := source(t, longest).text
	const limit = 20 * time.Millisecond
	best := yardstick.Least(100, limit, func() time.Duration {
		return yardstick.Of(func() { Check(NewSource(text, ""), text, "") })
	})
	if best > limit {
		t.Errorf("%v for a long entry; 2 ms are wanted", best)
	}
}
