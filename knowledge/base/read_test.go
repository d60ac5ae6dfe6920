package base_test

import (
	"bytes"
	"os"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/packed"
)

func TestBaseHasNoProblem(t *testing.T) {
	_, problems := markdown()
	for _, p := range problems {
		t.Error(p)
	}
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = files.Read(os.DirFS("."))
	}
}

func TestPackedIsFresh(t *testing.T) {
	want, err := packed.Encode(read())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := base.Bytes(); err != nil || !bytes.Equal(want, got) {
		t.Fatal("base.bin is not what the Markdown files give: run go generate ./knowledge/base")
	}
}

// Another base needs another edition, or an older program could bring its texts back.
func TestEditionIsOfTheseBytes(t *testing.T) {
	text, err := os.ReadFile("edition.txt")
	if err != nil {
		t.Fatal(err)
	}
	e, err := packed.ParseEdition(string(text))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := base.Bytes(); err != nil || !e.Is(data) {
		t.Error("edition.txt is not the edition of base.bin: run go generate ./knowledge/base")
	}
	for name, read := range map[string]func() (*knowledge.Base, error){"Read": base.Read, "Shared": base.Shared} {
		if b, err := read(); err != nil || b.Edition != e.Number {
			t.Errorf("%s has edition %d: %v", name, b.Edition, err)
		}
	}
}

func BenchmarkPacked(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = base.Read()
	}
}
