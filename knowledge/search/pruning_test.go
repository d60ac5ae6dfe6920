package search

import (
	"cmp"
	"reflect"
	"slices"
	"sync"
	"testing"
)

// What is left out on the way to the first hits must not change them: here nothing is.

// inventedBases are a base whose candidates are picked, one that is measured whole, and one with a classifier; with questions.
var inventedBases = sync.OnceValues(func() (bases map[string]*Index, questions []string) {
	in := newInvention(21)
	docs := in.docs(800)
	return map[string]*Index{
		"staged": Build(docs, Options{}), "exact": Build(docs[:120], Options{ClassifierEntries: -1}), "classified": Build(docs[:40], Options{}),
	}, in.questions(90)
})

func TestPrunedHitsAreThoseOfAll(t *testing.T) {
	bases, questions := inventedBases()
	for name, x := range bases {
		s := newScratch(x)
		measured := 0
		for _, text := range questions {
			words := s.splitter.split(text)
			x.correctAll(words)
			q := s.reader.read(words)
			s.matcher.q = q
			var class []float32
			if x.classifier != nil {
				class = x.classifier.classify(q)
			}
			var all []measures
			for _, e := range slices.Clone(x.candidates(s, q)) {
				m, ok := x.measure(s, q, e, class)
				if bound := x.bound(s, q, e, class); bound < m.score {
					t.Fatalf("%s, %q: the bound of %d is %v, its score %v", name, text, e, bound, m.score)
				}
				if ok {
					all = append(all, m)
				}
			}
			slices.SortFunc(all, func(a, b measures) int {
				return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
			})
			for _, n := range []int{1, 7, 50} {
				want := all[:min(max(n, looked), len(all))]
				if got := x.rank(s, q, n); !reflect.DeepEqual(got, want) && len(want) > 0 {
					t.Fatalf("%s, %q, %d hits: %+v among those that may be, %+v among all", name, text, n, got, want)
				}
				measured += len(all)
			}
			s.forget(q)
		}
		if (name == "classified") != (x.classifier != nil) || measured == 0 {
			t.Errorf("%s: %d measured, classifier %v", name, measured, x.classifier != nil)
		}
	}
}

func TestPickedAreThoseOfAllSums(t *testing.T) {
	bases, questions := inventedBases()
	x := bases["staged"]
	s := newScratch(x)
	for _, text := range questions {
		words := s.splitter.split(text)
		x.correctAll(words)
		q := s.reader.read(words)
		want := pickAll(x, s, q)
		got := slices.Sorted(slices.Values(x.pick(s, q)))
		if !slices.Equal(got, want) {
			t.Fatalf("%q: picked %v, want %v", text, got, want)
		}
		s.forget(q)
	}
}

// pickAll is pick with the sums of all entries kept and sorted.
func pickAll(x *Index, s *scratch, q *question) []uint32 {
	sums, best := map[uint32]float32{}, map[uint32]float32{}
	left := min(max(minPostings, x.wordings.len()/postingsShare), maxPostings)
	for _, c := range x.clues(s, q, nil) {
		list := x.stage.stems.of(c.stem)
		list = list[:min(left, len(list))]
		left -= len(list)
		for _, w := range list {
			sums[w] += c.weight
		}
	}
	var entries []uint32
	for w, sum := range sums {
		e := x.entryOf[w]
		if _, ok := best[e]; !ok {
			entries = append(entries, e)
		}
		best[e] = max(best[e], sum/x.length.wording[w])
	}
	slices.SortFunc(entries, func(a, b uint32) int { return cmp.Or(cmp.Compare(best[b], best[a]), cmp.Compare(a, b)) })
	entries = entries[:min(maxCandidates, len(entries))]
	slices.Sort(entries)
	return entries
}

// The glossary must say of a word what reading it anew does.
func TestGlossaryChangesNothing(t *testing.T) {
	in := newInvention(22)
	docs := in.docs(600)
	staged := Options{ExactWordings: -1, ClassifierEntries: -1}
	with, without := Build(docs, staged), Build(docs, staged)
	if with.glossary == nil {
		t.Fatal("a large base has no glossary")
	}
	without.glossary = nil
	for _, q := range in.questions(120) {
		if a, b := with.Search(q, 10), without.Search(q, 10); !reflect.DeepEqual(a, b) {
			t.Fatalf("Search(%q) = %+v with the glossary, %+v without", q, a, b)
		}
	}
}

// Once its memory is there, a search leaves next to nothing to collect, however long the question.
func TestSearchAllocatesLittle(t *testing.T) {
	in := newInvention(23)
	x := Build(in.docs(600), Options{ExactWordings: -1, ClassifierEntries: -1})
	questions := in.questions(60)
	for _, q := range questions {
		x.Search(q, 5)
	}
	i := 0
	if n := testing.AllocsPerRun(len(questions), func() { x.Search(questions[i%len(questions)], 5); i++ }); n > 100 {
		t.Errorf("%v allocations a question, want at most 100", n)
	}
}
