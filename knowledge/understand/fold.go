package understand

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"

	"nonmerci/knowledge/linear"
	"nonmerci/knowledge/neural"
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
	first.intent = neural.Train(t.names, t.single, neural.Options{Epochs: 5, Seed: 1})
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
	var wg sync.WaitGroup // side by side: each is learnt by one goroutine, and none depends on another
	wg.Go(func() {
		m.intent = neural.Train(t.names, single, neural.Options{Epochs: opts.Epochs, Seed: 1, Progress: report("intent")})
	})
	wg.Go(func() {
		m.follow = neural.Train(t.names, follow, neural.Options{Epochs: opts.Epochs, Seed: 3, Progress: report("follow-up")})
	})
	wg.Go(func() {
		m.side = linear.Train([]string{"no", "ours"}, side, linear.Options{Epochs: opts.Epochs, Seed: 5, MinCount: 6, Progress: report("side")})
	})
	wg.Wait()
}

const folds = 4

// evidence is what the gates are fitted on: facts about questions, whether each is ours, and how much it counts. There is one for
// questions that stand alone and one for follow-ups.
type evidence [2]struct {
	facts  [][gateFacts]float64
	ours   []bool
	weight []float64
}

func (e *evidence) add(g int, weight float64, facts [gateFacts]float64, q words.Question) {
	e[g].facts = append(e[g].facts, facts)
	e[g].ours = append(e[g].ours, q.Kind == words.Ours)
	e[g].weight = append(e[g].weight, weight)
}

// trainGates fits the gates on what models that have not met an author say of his or her questions: each part of the set is read by
// models learnt from the others. The parts are learnt side by side, each by one goroutine, so that the result does not depend on it.
func (m *Model) trainGates(t *trainingSet, opts TrainOptions) [2]gate {
	var parts [folds]evidence
	var wg sync.WaitGroup
	for k := range folds {
		quiet := opts
		quiet.Progress = func(_ string, e int, l float64) { opts.Progress("gate", k*100+e, l) }
		wg.Go(func() { parts[k] = m.judgeFold(t, k, quiet) })
	}
	wg.Wait()
	var gates [2]gate
	for g := range gates {
		var all evidence
		for _, p := range parts {
			all[g].facts = append(all[g].facts, p[g].facts...)
			all[g].ours = append(all[g].ours, p[g].ours...)
			all[g].weight = append(all[g].weight, p[g].weight...)
		}
		gates[g].fit(all[g].facts, all[g].ours, all[g].weight)
	}
	return gates
}

// judgeFold learns from all parts but k, and gathers the facts about the questions of part k.
func (m *Model) judgeFold(t *trainingSet, k int, opts TrainOptions) evidence {
	var all evidence
	in, out := foldOf(t.alone, k)
	inAfter, outAfter := foldOf(t.after, k)
	part := &Model{lex: m.lex, lang: m.lang, subject: m.subject}
	part.learn(t, in, inAfter, opts)
	note := func(g int, w float64, e linear.Example, model *neural.Model, a *Analysis, c Context, q words.Question) {
		all.add(g, w, part.facts(part.readFeatures(e.Features, model, a, c), c), q)
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
	return all
}

// readFeatures is a reading from features already computed.
func (m *Model) readFeatures(fs []linear.Feature, model *neural.Model, a *Analysis, _ Context) *Reading {
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

// foldOf splits the places of questions into those outside and those inside part k. All questions of one author go to the same part,
// so that what is measured is how a new person is understood; the files of the first stock, which many wrote, are cut by lines.
func foldOf(qs []words.Question, k int) (in, out []int) {
	for i, q := range qs {
		key := q.Lang + "/" + q.Author
		if strings.HasPrefix(q.Author, "depart-") || q.Author == "first-stock" {
			key += strconv.Itoa(q.Line / 20)
		}
		h := fnv.New32a()
		h.Write([]byte(key))
		if int(h.Sum32()>>8)%folds == k {
			out = append(out, i)
		} else {
			in = append(in, i)
		}
	}
	return in, out
}
