package understand

import (
	"math/rand/v2"
	"slices"

	"nonmerci/knowledge/linear"
	"nonmerci/knowledge/words"
)

// A trainingSet is the questions with their features, computed once and learnt from several times.
type trainingSet struct {
	names    []string // classes
	alone    []words.Question
	after    []words.Question
	analyses []*Analysis
	contexts []Context        // of after
	single   []linear.Example // alone, for the intent model
	crossed  []linear.Example // alone after a context drawn at random, which must not change what it means; empty where it would
	chained  []linear.Example // after, with its context
	crossIn  []Context        // the contexts drawn
}

// prepare computes every feature. The contexts of follow-ups are read with a first intent model.
func (m *Model) prepare(alone, after []words.Question, opts TrainOptions) *trainingSet {
	t := &trainingSet{
		names: classNames(append(slices.Clone(alone), after...)), alone: alone, after: after,
		analyses: m.analyzeAll(alone), single: make([]linear.Example, len(alone)), crossed: make([]linear.Example, len(alone)),
		crossIn: make([]Context, len(alone)),
	}
	m.subject = m.trainSubject(alone, t.analyses, opts)
	var s scratch
	for i, q := range alone {
		t.analyses[i].named = m.resolveSubject(t.analyses[i], &s).Guessed
		t.single[i] = linear.Example{Features: slices.Clone(t.analyses[i].intentFeatures(&s)), Label: label(classesOf(q), t.names)}
	}
	first := &Model{lex: m.lex, lang: m.lang, subject: m.subject}
	first.intent = linear.Train(t.names, t.single, linear.Options{Epochs: 6, Seed: 1})
	for _, q := range after {
		c := first.contextOf(q.Context)
		a := m.Analyze(q.Text, "", "")
		a.named = m.resolveSubject(a, &s).Guessed
		t.contexts = append(t.contexts, c)
		t.chained = append(t.chained, linear.Example{
			Features: slices.Clone(a.followFeatures(&s, c)), Label: label(classesOf(q), t.names), Weight: 3,
		})
	}
	rng := rand.New(rand.NewPCG(7, 7))
	for i, q := range alone {
		if len(t.contexts) == 0 || !complete(q) {
			continue
		}
		t.crossIn[i] = t.contexts[rng.IntN(len(t.contexts))]
		t.crossed[i] = linear.Example{Features: slices.Clone(t.analyses[i].followFeatures(&s, t.crossIn[i])), Label: t.single[i].Label, Weight: 0.5}
	}
	return t
}

// contextOf is what earlier turns leave behind, read without a gate.
func (m *Model) contextOf(turns []string) Context {
	var c Context
	var s scratch
	for _, turn := range turns {
		r := &Reading{Analysis: m.Analyze(turn, "", "")}
		r.Subject = m.resolveSubject(r.Analysis, &s)
		p := make([]float32, len(m.intent.Classes()))
		m.intent.Probabilities(r.intentFeatures(&s), p)
		r.setChances(m.intent.Classes(), p)
		c = r.next(c)
	}
	return c
}

// learn fits the intent, follow-up and side models to the chosen part of a set.
func (m *Model) learn(t *trainingSet, alone, after []int, opts TrainOptions) {
	m.affinity = newAffinity(t.analyses, t.alone, alone)
	var single, follow, side []linear.Example
	ours := func(e linear.Example, q words.Question) linear.Example {
		class := 0
		if q.Kind == words.Ours {
			class = 1
		}
		return linear.Example{Features: e.Features, Label: []linear.Share{{Class: class, Part: 1}}}
	}
	for _, i := range alone {
		single = append(single, t.single[i])
		side = append(side, ours(t.single[i], t.alone[i]))
		if len(t.crossed[i].Features) > 0 {
			follow = append(follow, t.crossed[i])
		}
	}
	for _, i := range after {
		follow = append(follow, t.chained[i])
		side = append(side, ours(t.chained[i], t.after[i]))
	}
	report := func(name string) func(int, float64) {
		return func(e int, l float64) { opts.Progress(name, e, l) }
	}
	m.intent = linear.Train(t.names, single, linear.Options{Epochs: opts.Epochs, Seed: 1, Progress: report("intent")})
	m.follow = linear.Train(t.names, follow, linear.Options{Epochs: opts.Epochs, Seed: 3, Progress: report("follow-up")})
	m.side = linear.Train([]string{"no", "ours"}, side, linear.Options{Epochs: opts.Epochs, Seed: 5, Progress: report("side")})
}

const folds = 4

// trainGates fits the gates on what models that have not seen a question say of it: each part of the set is read by models learnt
// from the others.
func (m *Model) trainGates(t *trainingSet, opts TrainOptions) [2]gate {
	var facts [2][][gateFacts]float64
	var ours [2][]bool
	var weight [2][]float64
	quiet := opts
	for k := range folds {
		in, out := foldOf(len(t.alone), k)
		inAfter, outAfter := foldOf(len(t.after), k)
		quiet.Progress = func(_ string, e int, l float64) { opts.Progress("gate", k*100+e, l) }
		part := &Model{lex: m.lex, lang: m.lang, subject: m.subject}
		part.learn(t, in, inAfter, quiet)
		note := func(g int, w float64, e linear.Example, model *linear.Model, a *Analysis, c Context, q words.Question) {
			r := part.readFeatures(e.Features, model, a, c)
			facts[g] = append(facts[g], part.facts(r, c))
			ours[g] = append(ours[g], q.Kind == words.Ours)
			weight[g] = append(weight[g], w)
		}
		for _, i := range out {
			note(0, 1, t.single[i], part.intent, t.analyses[i], Context{}, t.alone[i])
			if len(t.crossed[i].Features) > 0 {
				note(1, 0.25, t.crossed[i], part.follow, t.analyses[i], t.crossIn[i], t.alone[i])
			}
		}
		for _, i := range outAfter {
			note(1, 2, t.chained[i], part.follow, m.Analyze(t.after[i].Text, "", ""), t.contexts[i], t.after[i])
		}
	}
	var gates [2]gate
	for g := range gates {
		gates[g].fit(facts[g], ours[g], weight[g])
	}
	return gates
}

// readFeatures is a reading from features already computed.
func (m *Model) readFeatures(fs []linear.Feature, model *linear.Model, a *Analysis, _ Context) *Reading {
	var s scratch
	r := &Reading{Analysis: a}
	r.Subject = m.resolveSubject(a, &s)
	p := make([]float32, len(model.Classes()))
	model.Probabilities(fs, p)
	r.setChances(model.Classes(), p)
	var side [2]float32
	m.side.Logits(fs, side[:])
	r.gateLogit = side[1] - side[0]
	return r
}

func allOf(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// foldOf splits places into those outside and those inside part k. Neighbours in a file go to the same part, since one author wrote
// them in one breath.
func foldOf(n, k int) (in, out []int) {
	for i := range n {
		if (i/16)%folds == k {
			out = append(out, i)
		} else {
			in = append(in, i)
		}
	}
	return in, out
}
