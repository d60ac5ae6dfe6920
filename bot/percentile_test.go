package bot

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/words"
)

// BenchmarkPercentiles reports the median and the 99th percentile, in microseconds, of one question through the whole core: on the full
// base, and on it with 10,000 entries of a community's own beside it. The questions are those of held-out authors.
func BenchmarkPercentiles(b *testing.B) {
	shared, _ := sharedBot(b)
	_, qs, err := words.Load(os.DirFS("../knowledge/words"))
	if err != nil {
		b.Fatal(err)
	}
	_, kept := words.HoldOut(qs)
	var docs []search.Doc
	for i := range 10_000 {
		q := qs[i%len(qs)]
		docs = append(docs, search.Doc{ID: fmt.Sprint(i), Lang: q.Lang, Title: q.Text, Phrasings: []string{fmt.Sprintf("%s %d", q.Text, i)}, Answer: q.Text})
	}
	own := NewOwn(docs, model(b), search.Options{})
	for name, ask := range map[string]func(words.Question){
		"base, without the turns before": func(q words.Question) { shared.Ask(q.Text, nil, "", false) },
		"base":                           func(q words.Question) { shared.Ask(q.Text, q.Context, "", false) },
		"10,000 own alone":               func(q words.Question) { own.Ask(q.Text, nil, "", false) },
		"base and 10,000 own": func(q words.Question) {
			shared.Ask(q.Text, q.Context, "", false)
			own.Ask(q.Text, nil, "", false)
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var took []time.Duration
			for b.Loop() {
				q := kept[len(took)%len(kept)]
				start := time.Now()
				ask(q)
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1e3, "p50-µs")
			b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1e3, "p99-µs")
		})
	}
}
