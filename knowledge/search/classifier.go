package search

import (
	"math"
	"math/rand/v2"
)

// Training of the classifier: stochastic gradient descent, one pass over the
// wordings an epoch, in an order that depends on nothing but their number.
const (
	trainEpochs = 15
	trainStep   = 4
	trainSlow   = 0.05 // the step of epoch e is trainStep / (1 + trainSlow·e)
	trainDecay  = 0.01 // share of each weight lost in an epoch
	trainSeed   = 7
	trainSkip   = 0.0005 // gradients nearer to nought than this are taken as nought
	trainDF     = 1      // features of fewer wordings are left out
)

// classifier is a multinomial logistic regression: one row of weights per
// feature, one column per entry.
type classifier struct {
	entries int
	stems   []uint32 // stem → row, 0 without
	grams   []uint32
	pairs   map[uint64]uint32
	weights []float32
}

// term is one feature of a wording.
type term struct {
	row    uint32
	weight float32
}

// train learns to tell from a wording's features which entry it belongs to.
func train(v *vectors, length []float32) *classifier {
	c := &classifier{entries: len(v.ids), pairs: map[uint64]uint32{}}
	c.stems, c.grams = make([]uint32, len(v.rare.stems)), make([]uint32, len(v.rare.grams))
	rows := c.number(v)
	c.weights = make([]float32, int(rows+1)*c.entries)
	wordings := make([][]term, v.wordings.len())
	order := make([]int, len(wordings))
	for w := range wordings {
		order[w] = w
		v.each(uint32(w), func(kind byte, id uint64, tf int, r rarities) {
			if row := c.row(kind, id); row > 0 {
				wordings[w] = append(wordings[w], term{row, kindWeight[kind] * tfScale(tf) * r.wording / length[w]})
			}
		})
	}
	random := rand.New(rand.NewPCG(trainSeed, uint64(len(wordings))))
	p := make([]float32, c.entries)
	scale := float32(1) // of the weights, so that decay is one product
	for epoch := range trainEpochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		step := float32(trainStep / (1 + trainSlow*float64(epoch)))
		for _, w := range order {
			c.logits(p, wordings[w], scale)
			probabilities(p)
			p[v.entryOf[w]]--
			c.descend(p, wordings[w], step/scale)
		}
		scale *= 1 - trainDecay
	}
	for i := range c.weights {
		c.weights[i] *= scale
	}
	return c
}

// number gives a row to each feature that occurs in trainDF wordings or more, and
// returns the last row.
func (c *classifier) number(v *vectors) uint32 {
	seen := map[uint64]uint8{}
	rows := uint32(0)
	for w := range uint32(v.wordings.len()) {
		v.each(w, func(kind byte, id uint64, _ int, _ rarities) {
			key := mixKey(id)*4 + uint64(kind)
			if seen[key]++; seen[key] != trainDF {
				seen[key] = min(seen[key], trainDF+1)
				return
			}
			rows++
			switch kind {
			case kindStem:
				c.stems[id] = rows
			case kindGram:
				c.grams[id] = rows
			default:
				c.pairs[id] = rows
			}
		})
	}
	return rows
}

func (c *classifier) row(kind byte, id uint64) uint32 {
	switch kind {
	case kindStem:
		return c.stems[id]
	case kindGram:
		return c.grams[id]
	}
	return c.pairs[id]
}

// classify returns the probability of each entry.
func (c *classifier) classify(q *question) []float32 {
	terms := make([]term, 0, len(q.features))
	for _, f := range q.features {
		id := uint64(f.id)
		if f.kind == kindPair {
			id = f.key
		} else if f.id == noStem {
			continue
		}
		if row := c.row(f.kind, id); row > 0 {
			terms = append(terms, term{row, f.unit})
		}
	}
	out := make([]float32, c.entries)
	c.logits(out, terms, 1)
	probabilities(out)
	return out
}

// logits sets out to the score of each entry.
func (c *classifier) logits(out []float32, terms []term, scale float32) {
	clear(out)
	for _, t := range terms {
		at := int(t.row) * c.entries
		row := c.weights[at : at+len(out)]
		w := t.weight * scale
		for e := range out {
			out[e] += w * row[e]
		}
	}
}

// descend moves the weights against the gradient.
func (c *classifier) descend(gradient []float32, terms []term, step float32) {
	for e, g := range gradient {
		if g < trainSkip && g > -trainSkip {
			continue
		}
		g *= step
		for _, t := range terms {
			c.weights[int(t.row)*c.entries+e] -= g * t.weight
		}
	}
}

// probabilities turns scores into probabilities.
func probabilities(x []float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	sum := float32(0)
	for i, v := range x {
		v = float32(math.Exp(float64(v - top)))
		x[i] = v
		sum += v
	}
	for i := range x {
		x[i] /= sum
	}
}
