package search_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

// sets is where the labelled sets are kept, beside the repository.
const sets = "../../../shared/eval"

func load(t testing.TB, set, base, noise string) *evaluate.Set {
	t.Helper()
	s, err := evaluate.Load(filepath.Join(sets, set), base, noise)
	if os.IsNotExist(err) {
		t.Skipf("the labelled sets are not there (%v); put them in shared/eval beside the repository", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// grown returns the French set among synthetic entries, nil where it is missing.
func grown(t testing.TB, n int) []search.Doc {
	t.Helper()
	s, err := evaluate.Load(filepath.Join(sets, "cdtn"), "", "")
	if err != nil {
		return nil
	}
	words, err := os.ReadFile("words/fr.txt")
	if err != nil {
		t.Fatal(err)
	}
	return evaluate.Grow(s.Docs, n, strings.Fields(string(words)))
}

// indexes are those that built made, by base and options: two sets of questions are asked of one base.
var indexes sync.Map // of func() *search.Index

func built(base string, docs []search.Doc, o search.Options) *search.Index {
	build, _ := indexes.LoadOrStore(fmt.Sprint(base, o), sync.OnceValue(func() *search.Index { return search.Build(docs, o) }))
	return build.(func() *search.Index)()
}

// Floors are what was measured, less half a point or so for chance; 0 means that
// the set does not allow the figure. The other sets are left to retrieval-eval.
func TestQuality(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes long with -short or -race; run go test without them")
	}
	for _, c := range []struct {
		set, base, noise string
		opts             search.Options
		top1, aoa        float64
	}{
		{"cdtn", "", "", search.Options{}, 75, 72},
		{"cdtn", "", "_typo", search.Options{}, 73.5, 71},
		{"cdtn", "_k1", "", search.Options{}, 60, 60},
		{"cdtn", "", "", search.Options{ExactWordings: -1, ClassifierEntries: -1}, 73.2, 70},
		{"banking77", "", "", search.Options{}, 69, 0},
		{"clinc150", "", "", search.Options{}, 74, 71.7},
	} {
		t.Run(c.set+c.base+c.noise, func(t *testing.T) {
			t.Parallel()
			s := load(t, c.set, c.base, c.noise)
			x := built(c.set+c.base, s.Docs, c.opts)
			r := evaluate.Summarize(evaluate.Run(s, func(q string, limit int) (out []evaluate.Result) {
				for _, h := range x.Search(q, limit) {
					out = append(out, evaluate.Result{ID: h.ID, Score: h.InScope})
				}
				return out
			}))
			t.Logf("top-1 %.1f, top-3 %.1f, answer-or-abstain %.1f, AUROC %.3f", r.Top1, r.Top3, r.AnswerOrAbstain, r.AUROC)
			if r.Top1 < c.top1 {
				t.Errorf("top-1 is %.1f, want at least %.1f", r.Top1, c.top1)
			}
			if r.AnswerOrAbstain < c.aoa {
				t.Errorf("answer-or-abstain is %.1f, want at least %.1f", r.AnswerOrAbstain, c.aoa)
			}
		})
	}
}

// The candidates of a large base must lose next to nothing, and cost little memory.
func TestLargeBase(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes long with -short or -race; run go test without them")
	}
	s := load(t, "cdtn", "", "_typo")
	docs := grown(t, 4000)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	staged := search.Build(docs, search.Options{})
	runtime.GC()
	runtime.ReadMemStats(&after)
	if mb := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) >> 20; mb > 20 {
		t.Errorf("4,000 entries take %d MB, want at most 20", mb)
	}
	exact := search.Build(docs, search.Options{ExactWordings: math.MaxInt})
	right := func(x *search.Index) (n int) {
		for _, q := range s.Questions[:200] {
			if h := x.Search(q.Text, 1); len(h) > 0 && q.ID != nil && h[0].ID == *q.ID {
				n++
			}
		}
		return n
	}
	if a, b := right(staged), right(exact); a < b-4 {
		t.Errorf("%d questions of 200 right among candidates, %d among all entries", a, b)
	}
	runtime.KeepAlive(staged)
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{212, 500, 10_000} {
		docs := grown(b, n)
		if docs == nil {
			b.Skip("the labelled sets are not there")
		}
		questions := load(b, "cdtn", "", "_typo").Questions
		x := search.Build(docs, search.Options{})
		b.Run(name(n), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				x.Search(questions[i%len(questions)].Text, 3)
				i++
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, c := range []struct {
		n    int
		opts search.Options
	}{{212, search.Options{}}, {212, search.Options{ClassifierEntries: -1}}, {10_000, search.Options{}}} {
		docs := grown(b, c.n)
		if docs == nil {
			b.Skip("the labelled sets are not there")
		}
		b.Run(name(c.n)+map[bool]string{true: " without classifier"}[c.opts.ClassifierEntries < 0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				search.Build(docs, c.opts)
			}
		})
	}
}

func name(n int) string { return strconv.Itoa(n) + " entries" }
