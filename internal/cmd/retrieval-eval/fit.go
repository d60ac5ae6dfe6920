package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

// ridge keeps weights small where the sets do not determine them.
const ridge = 3

// fitter gathers the first hits of the dev halves, every set counting the same,
// and fits two logistic regressions: to "the base has a right entry", and, where
// it has, to "the first hit is the right one".
type fitter struct {
	inScope, right sample
}

// sample is what one regression is fitted to.
type sample struct {
	signals [][search.Signals]float64
	truth   []float64
	weight  []float64
}

func (f *fitter) add(hits [][]search.Hit, all []evaluate.Outcome) {
	for i, o := range all {
		if !o.Dev || len(hits[i]) == 0 {
			continue
		}
		signals, weight := hits[i][0].Signals(), 2000/float64(len(all))
		f.inScope.add(signals, o.InScope, weight)
		if o.InScope {
			f.right.add(signals, o.Right(), weight)
		}
	}
}

func (s *sample) add(signals [search.Signals]float64, truth bool, weight float64) {
	y := 0.0
	if truth {
		y = 1
	}
	s.signals, s.truth, s.weight = append(s.signals, signals), append(s.truth, y), append(s.weight, weight)
}

// print writes the weights as Go source.
func (f *fitter) print(w io.Writer) {
	fmt.Fprintf(w, "\ninScope: [Signals]float64{%s},\nright:   [Signals]float64{%s},\n", f.inScope.fit(), f.right.fit())
}

// fit returns the weights, found by Newton's method.
func (s *sample) fit() string {
	const n = search.Signals
	var beta [n]float64
	for range 50 {
		var gradient [n]float64
		var hessian [n][n]float64
		for i, x := range s.signals {
			z := 0.0
			for j := range x {
				z += beta[j] * x[j]
			}
			p := 1 / (1 + math.Exp(-z))
			for j := range x {
				gradient[j] += s.weight[i] * (s.truth[i] - p) * x[j]
				for k := range x {
					hessian[j][k] += s.weight[i] * p * (1 - p) * x[j] * x[k]
				}
			}
		}
		for j := range beta {
			gradient[j] -= ridge * beta[j]
			hessian[j][j] += ridge
		}
		step := solve(hessian, gradient)
		for j := range beta {
			beta[j] += step[j]
		}
	}
	parts := make([]string, n)
	for j, b := range beta {
		parts[j] = fmt.Sprintf("%.3f", b)
	}
	return strings.Join(parts, ", ")
}

// solve solves a·x = b by elimination; a is symmetric and positive.
func solve(a [search.Signals][search.Signals]float64, b [search.Signals]float64) [search.Signals]float64 {
	n := len(b)
	for i := range n {
		for j := i + 1; j < n; j++ {
			r := a[j][i] / a[i][i]
			for k := i; k < n; k++ {
				a[j][k] -= r * a[i][k]
			}
			b[j] -= r * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
