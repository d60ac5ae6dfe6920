package evaluate

import (
	"cmp"
	"math"
	"slices"
)

// Report holds the figures of one run, in percent but for AUROC. A figure that
// the set does not allow, such as AUROC without questions out of scope, is NaN.
type Report struct {
	Top1, Top3      float64 // right entry first, or among three; questions in scope
	Dev1, Test1     float64 // Top1 by half
	AUROC           float64 // in scope against out of scope, by the score; 0..1
	F1              float64 // of finding what is out of scope; test half, threshold from dev
	AnswerOrAbstain float64 // see AnswerOrAbstain
}

// Summarize computes the figures of a run.
func Summarize(all []Outcome) Report {
	var r Report
	in := filter(all, func(o Outcome) bool { return o.InScope })
	r.Top1 = percent(in, Outcome.Right)
	r.Top3 = percent(in, func(o Outcome) bool { return o.Rank > 0 })
	r.Dev1 = percent(filter(in, func(o Outcome) bool { return o.Dev }), Outcome.Right)
	r.Test1 = percent(filter(in, func(o Outcome) bool { return !o.Dev }), Outcome.Right)
	r.AUROC = auroc(all)
	dev := filter(all, func(o Outcome) bool { return o.Dev })
	test := filter(all, func(o Outcome) bool { return !o.Dev })
	r.AnswerOrAbstain = AnswerOrAbstain(test, threshold(dev, AnswerOrAbstain))
	r.F1 = math.NaN()
	if len(in) < len(all) {
		r.F1 = f1(test, threshold(dev, f1))
	}
	return r
}

// AnswerOrAbstain returns the percentage of questions well dealt with by giving
// the first entry from a score on, and nothing below: the right entry given, or
// nothing where nothing is right.
func AnswerOrAbstain(all []Outcome, from float64) float64 {
	return percent(all, func(o Outcome) bool {
		if o.Score >= from {
			return o.Right()
		}
		return !o.InScope
	})
}

// f1 is the harmonic mean of precision and recall of refusing below a score.
func f1(all []Outcome, from float64) float64 {
	refused, right, out := 0.0, 0.0, 0.0
	for _, o := range all {
		if !o.InScope {
			out++
		}
		if o.Score < from {
			refused++
			if !o.InScope {
				right++
			}
		}
	}
	if right == 0 {
		return 0
	}
	return 100 * 2 * right / (refused + out)
}

// threshold returns the score at which a measure is greatest, the lowest of
// equals.
func threshold(all []Outcome, measure func([]Outcome, float64) float64) float64 {
	scores := make([]float64, 0, len(all))
	for _, o := range all {
		scores = append(scores, o.Score)
	}
	slices.Sort(scores)
	scores = slices.Compact(scores)
	best, at := math.Inf(-1), math.Inf(-1)
	for _, s := range scores {
		if m := measure(all, s); m > best {
			best, at = m, s
		}
	}
	return at
}

// auroc is the probability that a question in scope scores above one out of
// scope, a tie counting half.
func auroc(all []Outcome) float64 {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b Outcome) int { return cmp.Compare(a.Score, b.Score) })
	in, out, wins := 0.0, 0.0, 0.0
	for i := 0; i < len(sorted); {
		tieIn, tieOut := 0.0, 0.0
		j := i
		for ; j < len(sorted) && sorted[j].Score == sorted[i].Score; j++ {
			if sorted[j].InScope {
				tieIn++
			} else {
				tieOut++
			}
		}
		wins += tieIn * (out + tieOut/2)
		in, out, i = in+tieIn, out+tieOut, j
	}
	return wins / (in * out)
}

func filter(all []Outcome, keep func(Outcome) bool) []Outcome {
	var out []Outcome
	for _, o := range all {
		if keep(o) {
			out = append(out, o)
		}
	}
	return out
}

func percent(all []Outcome, good func(Outcome) bool) float64 {
	n := 0.0
	for _, o := range all {
		if good(o) {
			n++
		}
	}
	return 100 * n / float64(len(all))
}
