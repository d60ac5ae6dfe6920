package search_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/words"
)

// stories returns 300 texts of 60 to 300 words: what was asked, told one after the other.
func stories(asked []string) (out []string) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		length := 60 + random.IntN(241)
		var told []string
		for len(told) < length {
			told = append(told, strings.Fields(asked[random.IntN(len(asked))])...)
		}
		out = append(out, strings.Join(told[:length], " "))
	}
	return out
}

// spoken returns 10,000 entries in all languages made of questions of the collection, and questions of authors that these are not from.
func spoken(b *testing.B) (docs []search.Doc, asked []string) {
	_, qs, err := words.Load(os.DirFS("../words"))
	if err != nil {
		b.Fatal(err)
	}
	learnt, kept := words.HoldOut(qs)
	for i := range 10_000 {
		q := learnt[i*len(learnt)/10_000]
		docs = append(docs, search.Doc{ID: fmt.Sprint(i), Lang: q.Lang, Title: q.Text, Phrasings: []string{fmt.Sprintf("%s %d", q.Text, i)}, Answer: q.Text})
	}
	for _, q := range kept {
		asked = append(asked, q.Text)
	}
	return docs, asked
}

// BenchmarkLong reports the median and the 99th percentile of one search, in microseconds, the fastest of three for each question as the
// machine may be shared: short questions and stories, on entries in all languages and on French ones.
func BenchmarkLong(b *testing.B) {
	b.Run("10,000 spoken", func(b *testing.B) {
		docs, asked := spoken(b)
		percentiles(b, docs, asked[:1000], stories(asked))
	})
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n, " French"), func(b *testing.B) {
			docs := grown(b, n)
			if docs == nil {
				b.Skip("the labelled sets are not there")
			}
			var asked []string
			for _, q := range load(b, "cdtn", "", "_typo").Questions {
				asked = append(asked, q.Text)
			}
			percentiles(b, docs, asked, stories(asked))
		})
	}
}

func percentiles(b *testing.B, docs []search.Doc, asked, told []string) {
	x := search.Build(docs, search.Options{})
	for _, c := range []struct {
		name      string
		questions []string
	}{{"questions", asked}, {"stories", told}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			var took []time.Duration
			for b.Loop() {
				for _, q := range c.questions {
					best := time.Hour
					for range 3 {
						start := time.Now()
						x.Search(q, 5)
						best = min(best, time.Since(start))
					}
					took = append(took, best)
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1e3, "p50-µs")
			b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1e3, "p99-µs")
		})
	}
}
