package neural

import (
	"math/rand/v2"

	"nonmerci/knowledge/linear"
)

// pass goes through examples, in another order each time and with other features left out.
type pass struct {
	rows     [][]linear.Cell
	examples []linear.Example
	drop     float64
	rng      *rand.Rand
	order    []int
	kept     []linear.Cell // scratch
}

func newPass(rows [][]linear.Cell, examples []linear.Example, drop float64, rng *rand.Rand) *pass {
	p := &pass{rows: rows, examples: examples, drop: drop, rng: rng, order: make([]int, len(examples))}
	for i := range p.order {
		p.order[i] = i
	}
	return p
}

// over takes one step for each example, and returns the sum of their losses.
func (p *pass) over(t *trainer, step float32) float64 {
	p.rng.Shuffle(len(p.order), func(i, j int) { p.order[i], p.order[j] = p.order[j], p.order[i] })
	var loss float64
	for _, i := range p.order {
		loss += t.learn(linear.Thin(p.rows[i], &p.kept, p.drop, p.rng), p.examples[i], step)
	}
	return loss
}
