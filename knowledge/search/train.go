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
	trainSlow   = 0.05   // the step of epoch e is trainStep / (1 + trainSlow·e)
	trainDecay  = 0.01   // share of each weight lost in an epoch
	trainSkip   = 0.0005 // gradients nearer to nought than this are taken as nought
	trainSeed   = 7
)

// rows numbers the features that the classifier knows: all of the wordings'.
// Leaving out those met once costs a point of accuracy.
type rows struct {
	stems, grams uint32 // rows 0 to stems − 1, then the n-grams, then the pairs
	pairs        map[uint64]uint32
}

func numberRows(v *vectors) rows {
	r := rows{uint32(len(v.rare.stems)), uint32(len(v.rare.grams)), map[uint64]uint32{}}
	for w := range uint32(v.wordings.len()) {
		last := uint32(startMark)
		for _, form := range v.wordings.of(w) {
			stem := v.words.formStem[form]
			key := pairKey(last, stem)
			if _, ok := r.pairs[key]; !ok {
				r.pairs[key] = uint32(len(r.pairs))
			}
			last = stem
		}
	}
	return r
}

func (r *rows) count() int { return int(r.stems) + int(r.grams) + len(r.pairs) }

// of returns the row of a feature, false when it has none.
func (r *rows) of(kind byte, id uint64) (uint32, bool) {
	switch kind {
	case kindStem:
		return uint32(id), id < uint64(r.stems)
	case kindGram:
		return r.stems + uint32(id), id < uint64(r.grams)
	}
	row, ok := r.pairs[id]
	return r.stems + r.grams + row, ok
}

// trainer holds the weights while they are learnt, divided by scale.
type trainer struct {
	entries  int
	rows     rows
	wordings [][]term
	weights  []float32
	scale    float32
}

// train runs every epoch and returns the trainer.
func (t *trainer) train(entryOf []uint32) *trainer {
	order := make([]int, len(t.wordings))
	for w := range order {
		order[w] = w
	}
	random := rand.New(rand.NewPCG(trainSeed, uint64(len(order))))
	p := make([]float32, t.entries)
	t.scale = 1 // so that decay is one product
	for epoch := range trainEpochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		step := float32(trainStep / (1 + trainSlow*float64(epoch)))
		for _, w := range order {
			t.logits(p, t.wordings[w])
			probabilities(p)
			p[entryOf[w]]--
			t.descend(p, t.wordings[w], step/t.scale)
		}
		t.scale *= 1 - trainDecay
	}
	return t
}

// logits sets out to the score of each entry.
func (t *trainer) logits(out []float32, terms []term) {
	clear(out)
	for _, f := range terms {
		at := int(f.row) * t.entries
		row, w := t.weights[at:at+len(out)], f.weight*t.scale
		for e := range out {
			out[e] += w * row[e]
		}
	}
}

// descend moves the weights against the gradient.
func (t *trainer) descend(gradient []float32, terms []term, step float32) {
	for e, g := range gradient {
		if g < trainSkip && g > -trainSkip {
			continue
		}
		g *= step
		for _, f := range terms {
			t.weights[int(f.row)*t.entries+e] -= g * f.weight
		}
	}
}

// pack rounds the weights to bytes, row by row.
func (t *trainer) pack() *classifier {
	c := &classifier{entries: t.entries, rows: t.rows, weights: make([]int8, len(t.weights))}
	for at := 0; at < len(t.weights); at += t.entries {
		row := t.weights[at : at+t.entries]
		top := float32(0)
		for _, w := range row {
			top = max(top, w, -w)
		}
		c.scale = append(c.scale, top*t.scale/127)
		if top == 0 {
			continue
		}
		for e, w := range row {
			c.weights[at+e] = int8(math.Round(float64(w / top * 127)))
		}
	}
	return c
}
