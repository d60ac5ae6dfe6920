package neural

import (
	"cmp"
	"math"
	"math/rand/v2"

	"nonmerci/knowledge/linear"
)

// Options are the knobs of training. The zero value of a field means the default in its comment.
type Options struct {
	Hidden   int     // units of the hidden layer, an even number: 64, at most 256
	Epochs   int     // passes over the examples: 12
	Step     float64 // first step of AdaGrad: 0.25
	Drop     float64 // share of an example's features left out at each pass: 0.5
	MinCount int     // features seen in fewer examples are dropped: 5
	Seed     uint64  // of the first weights, the shuffle and the drop
	Progress func(epoch int, loss float64)
}

func (o Options) withDefaults() Options {
	o.Hidden = min(cmp.Or(o.Hidden, 64), maxHidden) &^ 1
	o.Epochs = cmp.Or(o.Epochs, 12)
	o.Step = cmp.Or(o.Step, 0.25)
	o.Drop = cmp.Or(o.Drop, 0.5)
	o.MinCount = cmp.Or(o.MinCount, 5)
	return o
}

// Train fits a model by AdaGrad (Duchi, Hazan, Singer, JMLR 2011) on the cross-entropy, with one step size per vector. A good part
// of the features is left out at each pass (Srivastava et al., JMLR 2014): without it the network learns its examples by heart. It
// is single-threaded and deterministic: the same examples and options give the same model, bit for bit, on the same architecture.
func Train(classes []string, examples []linear.Example, opts Options) *Model {
	opts = opts.withDefaults()
	keys := linear.FrequentKeys(examples, opts.MinCount)
	rows := linear.Rows(examples, keys)
	rng := rand.New(rand.NewPCG(opts.Seed, 9))
	t := newTrainer(len(keys), len(classes), opts.Hidden, rng)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var kept []linear.Cell
	for epoch := range opts.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		step := float32(opts.Step / (1 + 0.15*float64(epoch)))
		var loss float64
		for _, i := range order {
			loss += t.learn(linear.Thin(rows[i], &kept, opts.Drop, rng), examples[i], step)
		}
		if opts.Progress != nil {
			opts.Progress(epoch+1, loss/float64(max(len(examples), 1)))
		}
	}
	return &Model{
		classes: classes, features: pack(keys, t.vectors, opts.Hidden), hiddenBias: t.hiddenBias, bias: t.bias, out: t.out,
	}
}

// trainer holds the weights, and of each the sum of its squared gradients.
type trainer struct {
	hidden                         int
	vectors, hiddenBias, out, bias []float32
	vectorSum, outSum              []float32 // one per vector, one per class
	h, dh, p                       []float32 // scratch
}

func newTrainer(rows, classes, hidden int, rng *rand.Rand) *trainer {
	t := &trainer{
		hidden:  hidden,
		vectors: make([]float32, rows*hidden), hiddenBias: make([]float32, hidden),
		out: make([]float32, classes*hidden), bias: make([]float32, classes),
		vectorSum: make([]float32, rows), outSum: make([]float32, classes),
		h: make([]float32, hidden), dh: make([]float32, hidden), p: make([]float32, classes),
	}
	for i := range t.vectors {
		t.vectors[i] = float32(rng.NormFloat64() * 0.08)
	}
	for i := range t.out {
		t.out[i] = float32(rng.NormFloat64() / math.Sqrt(float64(hidden)))
	}
	return t
}

// learn takes one step on one example and returns its loss.
func (t *trainer) learn(cells []linear.Cell, e linear.Example, step float32) float64 {
	t.forward(cells)
	var loss float64
	for _, s := range e.Label {
		loss -= float64(s.Part) * math.Log(math.Max(float64(t.p[s.Class]), 1e-12))
		t.p[s.Class] -= s.Part
	}
	t.backward(cells, cmp.Or(e.Weight, 1), step)
	return loss
}

func (t *trainer) forward(cells []linear.Cell) {
	copy(t.h, t.hiddenBias)
	for _, c := range cells {
		for k, w := range t.vectors[int(c.Row)*t.hidden : int(c.Row)*t.hidden+t.hidden] {
			t.h[k] += c.Value * w
		}
	}
	squash(t.h)
	output(t.h, t.out, t.bias, t.p)
}

// Constants of the steps: a floor under the root of the summed gradients, a pull of the output weights towards zero, and how much
// slower the bias of the hidden layer, which every example moves, learns.
const (
	outFloor    = 1e-2
	vectorFloor = 1e-3
	outDecay    = 1e-5
	biasPace    = 0.01
	negligible  = 1e-4
)

// backward follows the gradient; t.p holds the derivative of the loss by each class's logit.
func (t *trainer) backward(cells []linear.Cell, weight, step float32) {
	clear(t.dh)
	for c, d := range t.p {
		d *= weight
		if d > -negligible && d < negligible {
			continue
		}
		t.outSum[c] += d * d
		rate := step / (outFloor + root(t.outSum[c]))
		w := t.out[c*t.hidden : c*t.hidden+t.hidden]
		for k, h := range t.h {
			t.dh[k] += d * w[k]
			w[k] -= rate * (d*h + outDecay*w[k])
		}
		t.bias[c] -= rate * d
	}
	var size float32
	for k, h := range t.h {
		t.dh[k] *= 1 - h*h
		size += t.dh[k] * t.dh[k]
		t.hiddenBias[k] -= biasPace * step * t.dh[k]
	}
	for _, c := range cells {
		t.vectorSum[c.Row] += size * c.Value * c.Value
		rate := step * c.Value / (vectorFloor + root(t.vectorSum[c.Row]))
		w := t.vectors[int(c.Row)*t.hidden : int(c.Row)*t.hidden+t.hidden]
		for k, d := range t.dh {
			w[k] -= rate * d
		}
	}
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
