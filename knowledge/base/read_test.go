package base_test

import (
	"testing"

	"nonmerci/knowledge/base"
	"nonmerci/knowledge/files"
)

func TestBaseHasNoProblem(t *testing.T) {
	_, problems, err := files.Read(base.Files())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = files.Read(base.Files())
	}
}
