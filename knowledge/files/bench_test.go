package files_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/taxonomy"
)

// large returns 90 subjects in two languages, in files of about 20 kB.
func large() fstest.MapFS {
	r := random{rand.New(rand.NewPCG(5, 6))}
	b := knowledge.NewBase()
	for i := range 90 {
		slug := fmt.Sprintf("subject-%d", i)
		s := r.subject(slug)
		b.Subjects[slug] = &s
		for _, intent := range taxonomy.Intents {
			e := r.entry(knowledge.NewID(slug, intent))
			for lang, t := range e.Text {
				for range 10 {
					t.Notes = append(t.Notes, r.sentence())
				}
				e.Text[lang] = t
			}
			b.Entries[e.ID] = &e
		}
		r.cite(b, slug)
	}
	fsys := fstest.MapFS{}
	for name, data := range files.Write(b) {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func BenchmarkRead(b *testing.B) {
	fsys := large()
	size := int64(0)
	for _, f := range fsys {
		size += int64(len(f.Data))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		if _, problems, err := files.Read(fsys); err != nil || len(problems) > 0 {
			b.Fatal(err, problems)
		}
	}
	b.ReportMetric(float64(size)/float64(len(fsys)), "B/file")
}

func BenchmarkWrite(b *testing.B) {
	base, _, _ := files.Read(large())
	b.ReportAllocs()
	for b.Loop() {
		files.Write(base)
	}
}
