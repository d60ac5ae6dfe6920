package bot

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/search"
	"nonmerci/knowledge/words"
)

// BenchmarkPercentiles reports the median and the 99th percentile, in microseconds, of one question through the whole core: on the full
// base, from 10,000 entries of one's own alone, and in a community that has as many of its own beside the full base. The questions are those of
// held-out authors.
func BenchmarkPercentiles(b *testing.B) {
	full, _ := sharedBot(b)
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
	k := newKit(b, shared(b), Options{})
	c := k.join(here)
	for _, d := range docs {
		id := knowledge.ID("local/e" + d.ID)
		k.save(c, id, ownEntry(id, d.Title, "Réponse.", d.Phrasings[0]))
	}
	for name, ask := range map[string]func(words.Question){
		"base, without the turns before": func(q words.Question) { full.Ask(q.Text, nil, "", false) },
		"base":                           func(q words.Question) { full.Ask(q.Text, q.Context, "", false) },
		"10,000 own alone":               func(q words.Question) { own.Ask(q.Text, nil, "", false) },
		"base and 10,000 own": func(q words.Question) {
			if _, err := k.bot.Respond(b.Context(), Message{Chat: ChatID(q.Text), From: "u", Text: q.Text, Place: here}); err != nil {
				b.Fatal(err)
			}
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
