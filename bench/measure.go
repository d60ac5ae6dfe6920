package main

import (
	"fmt"
	"io"
	"log"
	"math"
	"runtime"
	"slices"
	"text/tabwriter"
	"time"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

// row is one engine at one size.
type row struct {
	engine    string
	entries   int
	top1      float64 // %
	typos     float64 // the same with typing errors
	abstain   float64 // answer-or-abstain, %
	p50, p99  time.Duration
	build     time.Duration
	megabytes float64
}

// asGiven measures accuracy on the sets as they are.
func (p *plan) asGiven(w io.Writer, progress *log.Logger) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "set\tentries\tengine\ttop-1 %\ttop-1 % typos\tanswer-or-abstain %\t")
	for _, name := range []string{"cdtn", "clinc150", "banking77"} {
		clean, err := p.load(name, "")
		if err != nil {
			return err
		}
		typos, err := p.load(name, "_typo")
		if err != nil {
			return err
		}
		for _, e := range p.engines {
			progress.Printf("%s: %s", name, e.name)
			r, err := measure(e, clean.Docs, clean, typos, 1)
			if err != nil {
				return fmt.Errorf("%s: %w", e.name, err)
			}
			fmt.Fprintf(table, "%s\t%d\t%s\t%.1f\t%.1f\t%.1f\t\n", name, r.entries, r.engine, r.top1, r.typos, r.abstain)
		}
	}
	return table.Flush()
}

// growth measures everything as the French set grows.
func (p *plan) growth(w io.Writer, progress *log.Logger) ([]row, error) {
	clean, err := p.load("cdtn", "")
	if err != nil {
		return nil, err
	}
	typos, err := p.load("cdtn", "_typo")
	if err != nil {
		return nil, err
	}
	words, err := p.dictionary()
	if err != nil {
		return nil, err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\nentries\tengine\ttop-1 %\ttop-1 % typos\tanswer-or-abstain %\tp50 µs\tp99 µs\tbuild s\tindex MB\t")
	var rows []row
	for _, n := range p.sizes {
		docs := grow(clean.Docs, n, words)
		for _, e := range p.engines {
			progress.Printf("%d entries: %s", n, e.name)
			r, err := measure(e, docs, clean, typos, p.repeat)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", e.name, err)
			}
			rows = append(rows, r)
			fmt.Fprintf(table, "%d\t%s\t%.1f\t%.1f\t%.1f\t%d\t%d\t%.2f\t%.1f\t\n", n, r.engine, r.top1, r.typos, r.abstain,
				r.p50.Microseconds(), r.p99.Microseconds(), r.build.Seconds(), r.megabytes)
		}
	}
	return rows, table.Flush()
}

// measure builds an index, asks every question, repeat times each, of which the
// fastest counts, and forgets the index.
func measure(e engine, docs []search.Doc, clean, typos *evaluate.Set, repeat int) (row, error) {
	r := row{engine: e.name, entries: len(docs)}
	before := heap()
	start := time.Now()
	x, err := e.build(docs)
	if err != nil {
		return r, err
	}
	defer x.Close()
	r.build = time.Since(start)
	r.megabytes = float64(max(0, heap()-before)+x.Size()) / (1 << 20)
	for _, q := range clean.Questions[:min(50, len(clean.Questions))] {
		x.Search(q.Text, 3) // warm up
	}
	var times []time.Duration
	timed := func(q string, limit int) []evaluate.Result {
		var found []evaluate.Result
		best := time.Duration(math.MaxInt64)
		for range repeat {
			start := time.Now()
			found = x.Search(q, limit)
			best = min(best, time.Since(start))
		}
		times = append(times, best)
		return found
	}
	report := evaluate.Summarize(evaluate.Run(clean, timed))
	r.top1, r.abstain = report.Top1, report.AnswerOrAbstain
	r.typos = evaluate.Summarize(evaluate.Run(typos, timed)).Top1
	slices.Sort(times)
	r.p50, r.p99 = times[len(times)/2], times[len(times)*99/100]
	return r, nil
}

// heap returns the bytes of live objects.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
