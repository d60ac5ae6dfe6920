package search

import (
	"cmp"
	"slices"
)

// Most candidates are measured in vain: they come after those that are returned. So each is bounded first, which takes a fraction of the
// time, and measured only when it may be among the first (as dynamic pruning does since H. Turtle and J. Flood, 1995). The measures grow
// with the number of times that a feature occurs, and ever more slowly: 1 + ln(a + b) ≤ (1 + ln a) + (1 + ln b), and likewise
// for tf / (tf + K). So what two words add together is never more than what each would add alone, and an entry is worth no more than the
// sum over its words, which are weighed once per question. On short texts the bound is some 5 % above the score.

// looked is how many of the first entries the hits depend on at least: margin looks at so many.
const looked = 6

// boundSlack is by how much sums in another order may differ by rounding, as a share; it is far more.
const boundSlack = 1e-4

// firstOf measures the entries that may be among the n best, and returns these in order: by decreasing score, then in the order of the
// base. Entries is put in another order.
func (x *Index) firstOf(s *scratch, q *question, entries []uint32, class []float32, n int) []measures {
	if len(entries) > n {
		for _, e := range entries {
			s.bounds[e] = x.bound(s, q, e, class)
		}
		keepBest(entries, s.bounds, n) // so that the least of the n best is soon high
	}
	s.found = s.found[:0]
	for _, e := range entries {
		if len(s.found) == n && s.bounds[e] < s.found[n-1].score {
			continue
		}
		m, ok := x.measure(s, q, e, class)
		if !ok {
			continue
		}
		at, _ := slices.BinarySearchFunc(s.found, m, func(a, b measures) int {
			return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
		})
		s.found = slices.Insert(s.found, at, m)
		s.found = s.found[:min(n, len(s.found))]
	}
	return s.found
}

// bound returns a score that the entry does not exceed.
func (x *Index) bound(s *scratch, q *question, e uint32, class []float32) float32 {
	wording, centroid := float32(0), float32(0)
	for w := x.first[e]; w < x.first[e+1]; w++ {
		a, b := x.boundDots(s, q, w)
		wording = max(wording, a/x.length.wording[w])
		centroid += b / x.length.centroid[w]
	}
	most := x.mix.wording*wording + x.mix.centroid*centroid/x.length.sum[e] + x.mix.bm25*x.boundBM25(s, q, e)
	return most*(1+boundSlack) + boundSlack + x.classScore(class, e)
}

// boundDots bounds what dots returns, and counts the forms of the wording.
func (x *Index) boundDots(s *scratch, q *question, w uint32) (wording, centroid float32) {
	last, start := uint16(0), true
	for _, form := range x.wordings.of(w) {
		at := s.matcher.of(form)
		f := &s.matcher.met[at]
		if f.n > 0 {
			wording += f.weight.wording
			centroid += f.weight.centroid
			if f.times == 0 {
				s.counted = append(s.counted, at)
			}
			f.times++
		}
		if f.stem > 0 && (start || last > 0) {
			if pair, ok := s.pair(q, last, f.stem); ok {
				wording += q.weights[pair].wording
				centroid += q.weights[pair].centroid
			}
		}
		last, start = f.stem, false
	}
	return wording, centroid
}

// boundBM25 bounds what bm25 returns, and forgets the forms counted.
func (x *Index) boundBM25(s *scratch, q *question, e uint32) float32 {
	sum, k := float32(0), x.length.bm25[e]
	for _, at := range s.counted {
		f := &s.matcher.met[at]
		tf := float32(f.times)
		sum += f.weight.bm25 * tf / (tf + k)
		f.times = 0
	}
	s.counted = s.counted[:0]
	of := x.words.formStem
	for _, form := range x.answers.of(e) {
		if at := s.at.stems[of[form]]; at > 0 {
			sum += q.weights[at-1].bm25 * bmAnswer / (bmAnswer + k)
		}
	}
	if q.bm25 == 0 {
		return 0
	}
	return sum / q.bm25
}
