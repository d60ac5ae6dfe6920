package base_test

import (
	"bytes"
	"testing"

	"nonmerci/knowledge/base"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/packed"
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

func TestPackedIsFresh(t *testing.T) {
	b, _, err := files.Read(base.Files())
	if err != nil {
		t.Fatal(err)
	}
	want, err := packed.Encode(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, base.Bytes()) {
		t.Fatal("base.bin is not what the Markdown files give: run go generate ./knowledge/base")
	}
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = packed.Decode(base.Bytes())
	}
}
