package sqlstore

import (
	"fmt"
	"path/filepath"
	"testing"

	"nonmerci/knowledge"
)

// BenchmarkAdd writes as many counters as some seconds at the platforms' ceilings make.
func BenchmarkAdd(b *testing.B) {
	s, err := Open(b.Context(), "sqlite:"+filepath.Join(b.TempDir(), "a.db"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	day, err := knowledge.ParseDate("2026-11-28")
	if err != nil {
		b.Fatal(err)
	}
	var counts []knowledge.Count
	for i := range 250 {
		counts = append(counts, knowledge.Count{Day: day, Name: "answer", Entry: knowledge.ID(fmt.Sprintf("service%d/opt-out", i)), N: 1})
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Add(b.Context(), counts); err != nil {
			b.Fatal(err)
		}
	}
}
