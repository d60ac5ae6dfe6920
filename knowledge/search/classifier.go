package search

import "math"

// classifier is a multinomial logistic regression: one row of weights per
// feature, one column per entry. A weight is a byte times the scale of its row.
type classifier struct {
	entries int
	rows    rows
	weights []int8
	scale   []float32
}

// term is one feature of a wording.
type term struct {
	row    uint32
	weight float32
}

// train learns to tell from a wording's features which entry it belongs to. Its
// time grows with wordings times entries.
func train(v *vectors, length []float32) *classifier {
	t := &trainer{entries: len(v.ids), rows: numberRows(v)}
	t.weights = make([]float32, t.rows.count()*t.entries)
	for w := range uint32(v.wordings.len()) {
		var terms []term
		v.each(w, func(kind byte, id uint64, tf int, r rarities) {
			if row, ok := t.rows.of(kind, id); ok {
				terms = append(terms, term{row, kindWeight[kind] * tfScale(tf) * r.wording / length[w]})
			}
		})
		t.wordings = append(t.wordings, terms)
	}
	return t.train(v.entryOf).pack()
}

// classify returns the probability of each entry.
func (c *classifier) classify(q *question) []float32 {
	out := make([]float32, c.entries)
	for _, f := range q.features {
		id := uint64(f.id)
		if f.kind == kindPair {
			id = f.key
		}
		row, ok := c.rows.of(f.kind, id)
		if !ok {
			continue
		}
		at := int(row) * c.entries
		weights, w := c.weights[at:at+len(out)], f.unit*c.scale[row]
		for e := range out {
			out[e] += w * float32(weights[e])
		}
	}
	probabilities(out)
	return out
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
