package neural

import (
	"cmp"
	"math"
	"math/rand/v2"

	"nonmerci/knowledge/linear"
)

// Options are the knobs of training. The zero value of a field means the default in its comment.
type Options struct {
	Hidden   int     // units of the hidden layer, a multiple of four: 64, at most 256
	Epochs   int     // passes over the examples: 12
	Step     float64 // first step of AdaGrad: 0.25
	Drop     float64 // share of an example's features left out at each pass: 0.5
	MinCount int     // features seen in fewer examples are dropped: 5
	Seed     uint64  // of the first weights, the shuffle and the drop
	Progress func(epoch int, loss float64)
}

func (o Options) withDefaults() Options {
	o.Hidden = min(cmp.Or(o.Hidden, 64), maxHidden) &^ 3
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
	pass := newPass(rows, examples, opts.Drop, rng)
	for epoch := range opts.Epochs {
		loss := pass.over(t, float32(opts.Step/(1+0.15*float64(epoch))))
		if left := opts.Epochs - epoch; left <= averaged {
			t.average(min(averaged, opts.Epochs) - left)
		}
		if opts.Progress != nil {
			opts.Progress(epoch+1, loss/float64(max(len(examples), 1)))
		}
	}
	mean := t.mean
	m := &Model{classes: classes, features: pack(keys, mean[0], opts.Hidden), hiddenBias: mean[1]}
	// What is kept of the vectors is not quite what was learnt: the output layer gets used to it.
	t.freeze(m.features.unpack(keys, opts.Hidden), mean)
	for n := range settled {
		pass.over(t, settledStep)
		t.average(n)
	}
	m.out, m.bias = t.mean[2], t.mean[3]
	return m
}

// settled is how many passes the output layer has after the vectors are packed, and settledStep their step.
const (
	settled     = 2
	settledStep = 0.05
)

// averaged is over how many last passes the weights are averaged (Polyak and Juditsky, SIAM J. Control Optim. 1992): the last steps
// wander about, and their mean is nearer to what they wander about. It brings 0.1 to 0.2 points, and other seeds give less different models.
const averaged = 5

// trainer holds the weights, and of each the sum of its squared gradients.
type trainer struct {
	hidden                         int
	vectors, hiddenBias, out, bias []float32
	vectorSum, outSum              []float32    // one per vector, one per class
	h, dh, p                       []float32    // scratch
	mean                           [4][]float32 // of vectors, hiddenBias, out and bias, after the last passes
	frozen                         bool         // only the output layer learns
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

// freeze goes on from a mean with other vectors, which stay as they are, and begins another mean.
func (t *trainer) freeze(vectors []float32, mean [4][]float32) {
	t.vectors, t.hiddenBias, t.out, t.bias = vectors, mean[1], mean[2], mean[3]
	t.mean, t.frozen = [4][]float32{}, true
}

// average takes the weights as they stand into their mean, after n others.
func (t *trainer) average(n int) {
	for i, w := range [][]float32{t.vectors, t.hiddenBias, t.out, t.bias} {
		if t.frozen && i < 2 {
			continue
		}
		if t.mean[i] == nil {
			t.mean[i] = make([]float32, len(w))
		}
		part := 1 / float32(n+1)
		for k, v := range w {
			t.mean[i][k] += part * (v - t.mean[i][k])
		}
	}
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
		addScaled(t.h, c.Value, t.vectors[int(c.Row)*t.hidden:int(c.Row)*t.hidden+t.hidden])
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
		addScaled(t.dh, d, w)
		addScaled(w, -rate*outDecay, w)
		addScaled(w, -rate*d, t.h)
		t.bias[c] -= rate * d
	}
	if t.frozen {
		return
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
		addScaled(t.vectors[int(c.Row)*t.hidden:int(c.Row)*t.hidden+t.hidden], -rate, t.dh)
	}
}

// addScaled adds s·b to a, which has the same length.
func addScaled(a []float32, s float32, b []float32) {
	for len(a) >= 8 && len(b) >= 8 {
		x, y := (*[8]float32)(a), (*[8]float32)(b) // one check of bounds instead of sixteen
		x[0] += s * y[0]
		x[1] += s * y[1]
		x[2] += s * y[2]
		x[3] += s * y[3]
		x[4] += s * y[4]
		x[5] += s * y[5]
		x[6] += s * y[6]
		x[7] += s * y[7]
		a, b = a[8:], b[8:]
	}
	for i := range b {
		a[i] += s * b[i]
	}
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
