package understand

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// A Reading is what a question was understood to be: how likely each class is, and the subject.
type Reading struct {
	*Analysis
	Subject Subject
	Chances []Chance // every class, most likely first
	Ours    float32  // how likely the question is ours, 0 to 1
	Danger  float32  // how likely it is that a person is in danger, 0 to 1: of the whole, or of its most alarming sentence
	Only    bool     // it names a subject and asks nothing of its own: « et Signal ? », « same with Claude? »

	gateLogit float32
	lex       *lexicon
}

// A Chance is a class and how likely it is, 0 to 1.
type Chance struct {
	Class string
	P     float32
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Read understands a question after a context; the zero Context means that it stands alone. lang is the reader's language when it is
// known, or "".
func (m *Model) Read(question string, c Context, lang string) *Reading {
	if c.Empty() {
		return m.readEitherWay(question, c, lang)
	}
	return m.readAsTyped(question, c, lang)
}

func (m *Model) readAsTyped(question string, c Context, lang string) *Reading {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	r := &Reading{Analysis: m.Analyze(question, lang, c.Lang), lex: m.lex}
	r.Subject = m.resolveSubject(r.Analysis, s)
	if r.Subject.Guessed {
		r.named = true
	}
	model, g := m.intent, m.gates[0]
	features := r.intentFeatures(s)
	p := make([]float32, len(model.Classes()))
	if !c.Empty() {
		if r.Subject.Slug != "" {
			m.intent.Probabilities(features, p)
			r.Only = p[m.intent.Class(Bare)] > 0.5 || r.onlyConnects()
		}
		model, g = m.follow, m.gates[1]
		features = r.addFollowFeatures(s, c)
	}
	model.Probabilities(features, p)
	var side [2]float32
	m.side.Logits(features, side[:])
	r.gateLogit = side[1] - side[0]
	r.setChances(model.Classes(), p)
	r.Ours = float32(g.ours(m.facts(r, c)))
	r.Danger = m.danger(r, question)
	return r
}

// Mood is Read for who must know how a question is put and not what it is about: its language, its classes and Danger, for some two
// thirds of the time. Subject and Ours are left empty, and the chances may differ in a service that Read would have guessed from its description.
func (m *Model) Mood(question, lang string) *Reading {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	r := &Reading{Analysis: m.Analyze(question, lang, ""), lex: m.lex}
	p := make([]float32, len(m.intent.Classes()))
	m.intent.Probabilities(r.intentFeatures(s), p)
	r.setChances(m.intent.Classes(), p)
	r.Danger = m.danger(r, question)
	return r
}

func (r *Reading) setChances(classes []string, p []float32) {
	r.Chances = make([]Chance, len(p))
	for i, v := range p {
		r.Chances[i] = Chance{classes[i], v}
	}
	slices.SortStableFunc(r.Chances, func(a, b Chance) int { return cmp.Compare(b.P, a.P) })
}

// connectives are the words that tie a name to the question before, in seven languages, folded.
var connectives = wordSet(`et ou mais alors donc pareil idem aussi meme chose question pour sur chez avec de du des la le les l d a au aux
	en dans ca c est ce que qu quid sinon ok merci oui non svp stp and what how about for on with same also too the thing but
	then is it und auch bei mit fur auf gleiche dasselbe der die das y en con lo mismo tambien para que tal e su per anche lo
	stesso come con no na com o mesmo tambem hoe zit het ook met bij op dezelfde voor of il y pas`)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// onlyConnects says that nothing but connectives stands beside the names.
func (a *Analysis) onlyConnects() bool {
	for _, t := range a.Tokens {
		if t.Mention < 0 && !connectives[t.Text] {
			return false
		}
	}
	return len(a.Mentions) > 0
}

// Of adds up the chances of the classes that match.
func (r *Reading) Of(match func(class string) bool) float32 {
	var sum float32
	for _, c := range r.Chances {
		if match(c.Class) {
			sum += c.P
		}
	}
	return sum
}

// Best returns the likeliest class that matches, and its chance.
func (r *Reading) Best(match func(class string) bool) Chance {
	for _, c := range r.Chances {
		if match(c.Class) {
			return c
		}
	}
	return Chance{}
}
