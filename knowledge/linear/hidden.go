package linear

import (
	"math"
	"math/rand/v2"
)

// Hidden is an experiment.
type Hidden struct {
	classes int
	h       int
	keys    map[uint64]int32
	emb     []float32
	out     []float32 // classes x h
	bias    []float32
	hb      []float32
}

// Probabilities of x.
func (m *Hidden) Probabilities(fs []Feature, out []float32) {
	h := make([]float32, m.h)
	copy(h, m.hb)
	for _, f := range fs {
		if r, ok := m.keys[f.Key]; ok {
			e := m.emb[int(r)*m.h : int(r)*m.h+m.h]
			for k, v := range e {
				h[k] += f.Value * v
			}
		}
	}
	for k := range h {
		h[k] = float32(math.Tanh(float64(h[k])))
	}
	copy(out, m.bias)
	for c := range out {
		w := m.out[c*m.h : c*m.h+m.h]
		for k, v := range w {
			out[c] += h[k] * v
		}
	}
	Softmax(out)
}

// TrainHidden trains.
func TrainHidden(classes int, examples []Example, H, epochs int, lr float64, dropShare float64, seed uint64) *Hidden {
	keys := frequentKeys(examples, 2)
	m := &Hidden{classes: classes, h: H, keys: map[uint64]int32{}, emb: make([]float32, len(keys)*H), out: make([]float32, classes*H), bias: make([]float32, classes), hb: make([]float32, H)}
	rng := rand.New(rand.NewPCG(seed, 2))
	for i, k := range keys {
		m.keys[k] = int32(i)
	}
	for i := range m.emb {
		m.emb[i] = float32(rng.NormFloat64() * 0.15)
	}
	for i := range m.out {
		m.out[i] = float32(rng.NormFloat64() * 0.15)
	}
	g := make([]float32, len(keys))
	gOut := make([]float32, classes)
	sparse := make([][]cell, len(examples))
	for i, e := range examples {
		for _, f := range e.Features {
			if r, ok := m.keys[f.Key]; ok {
				sparse[i] = append(sparse[i], cell{r, f.Value})
			}
		}
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	h := make([]float32, H)
	dh := make([]float32, H)
	p := make([]float32, classes)
	var kept []cell
	for epoch := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		step := float32(lr / (1 + 0.15*float64(epoch)))
		for _, i := range order {
			cells := sparse[i]
			if dropShare > 0 {
				cells = drop(cells, &kept, dropShare, rng)
			}
			copy(h, m.hb)
			for _, c := range cells {
				e := m.emb[int(c.row)*H : int(c.row)*H+H]
				for k, v := range e {
					h[k] += c.value * v
				}
			}
			for k := range h {
				h[k] = float32(math.Tanh(float64(h[k])))
			}
			copy(p, m.bias)
			for c := range p {
				w := m.out[c*H : c*H+H]
				var s float32
				for k, v := range w {
					s += h[k] * v
				}
				p[c] += s
			}
			Softmax(p)
			for _, s := range examples[i].Label {
				p[s.Class] -= s.Part
			}
			w := examples[i].Weight
			if w == 0 {
				w = 1
			}
			for k := range dh {
				dh[k] = 0
			}
			for c, d := range p {
				d *= w
				if d < 1e-5 && d > -1e-5 {
					continue
				}
				row := m.out[c*H : c*H+H]
				gOut[c] += d * d
				rate := step / (1e-2 + float32(math.Sqrt(float64(gOut[c])))) * d
				for k := range row {
					dh[k] += d * row[k]
					row[k] -= rate * h[k]
				}
				m.bias[c] -= rate
			}
			var size float32
			for k := range dh {
				dh[k] *= 1 - h[k]*h[k]
				size += dh[k] * dh[k]
			}
			for _, c := range cells {
				g[c.row] += size * c.value * c.value
				rate := step / (1e-2 + float32(math.Sqrt(float64(g[c.row])))) * c.value
				e := m.emb[int(c.row)*H : int(c.row)*H+H]
				for k, d := range dh {
					e[k] -= rate * d
				}
			}
		}
	}
	return m
}
