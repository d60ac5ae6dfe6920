package rephrase

import (
	"testing"

	"nonmerci/internal/modeltest"
)

// BenchmarkCached is an answer that is ready: what most readers wait for.
func BenchmarkCached(b *testing.B) {
	s := modeltest.New(modeltest.Options{})
	defer s.Close()
	s.Always(modeltest.Faithful(friendly))
	r, err := New(Options{BaseURL: s.URL(), Model: "test", Dial: s.Dial})
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	w := linkedIn(b)
	if _, err := r.Rewrite(b.Context(), w); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Rewrite(b.Context(), w); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFresh is everything but the model: the call over a connection in memory, and the comparison of each line and of the whole.
func BenchmarkFresh(b *testing.B) {
	s := modeltest.New(modeltest.Options{})
	defer s.Close()
	s.Always(modeltest.Faithful(friendly))
	r, err := New(Options{BaseURL: s.URL(), Model: "test", Dial: s.Dial})
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	w := linkedIn(b)
	b.ReportAllocs()
	for b.Loop() {
		w.Revision++
		if _, err := r.Rewrite(b.Context(), w); err != nil {
			b.Fatal(err)
		}
	}
}
