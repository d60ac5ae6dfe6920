package main

import (
	"fmt"
	"io"
	"math"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

// ridge keeps weights small where the sets do not determine them.
const ridge = 3

// fitter gathers the first hits of the dev halves and fits a logistic regression
// to "the first hit is right", every set counting the same.
type fitter struct {
	signals [][search.Signals]float64
	right   []float64
	weight  []float64
}

func (f *fitter) add(set *evaluate.Set, hits [][]search.Hit, all []evaluate.Outcome) {
	before := len(f.right)
	for i, o := range all {
		if !o.Dev || len(hits[i]) == 0 {
			continue
		}
		f.signals = append(f.signals, hits[i][0].Signals())
		y := 0.0
		if o.Right() {
			y = 1
		}
		f.right = append(f.right, y)
	}
	for range f.right[before:] {
		f.weight = append(f.weight, 1000/float64(len(f.right)-before))
	}
}

// print fits by Newton's method and writes the weights as Go source.
func (f *fitter) print(w io.Writer) {
	const n = search.Signals
	var beta [n]float64
	for range 50 {
		var gradient [n]float64
		var hessian [n][n]float64
		for i, x := range f.signals {
			z := 0.0
			for j := range x {
				z += beta[j] * x[j]
			}
			p := 1 / (1 + math.Exp(-z))
			for j := range x {
				gradient[j] += f.weight[i] * (f.right[i] - p) * x[j]
				for k := range x {
					hessian[j][k] += f.weight[i] * p * (1 - p) * x[j] * x[k]
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
	fmt.Fprintf(w, "\n[Signals]float64{")
	for j, b := range beta {
		if j > 0 {
			fmt.Fprint(w, ", ")
		}
		fmt.Fprintf(w, "%.3f", b)
	}
	fmt.Fprintln(w, "}")
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
