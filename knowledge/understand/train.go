package understand

import (
	"slices"
	"sync"

	"nonmerci/knowledge/linear"
	"nonmerci/knowledge/neural"
	"nonmerci/knowledge/words"
)

// TrainOptions are the knobs of training.
type TrainOptions struct {
	Epochs   int                                         // of each intent model; zero means the default
	Progress func(model string, epoch int, loss float64) // told after each pass; may be nil
}

// Train learns a model from questions. It is deterministic: the same lexicon and questions, in the same order, give the same model.
// Models that do not depend on one another are learnt side by side, each by one goroutine.
func Train(lex words.Lexicon, questions []words.Question, opts TrainOptions) *Model {
	opts.Progress = oneAtATime(opts.Progress)
	m := &Model{lex: newLexicon(packLexicon(lex, questions))}
	m.lang = trainLanguage(questions, opts)
	alone, after := split(questions)
	set := m.prepare(alone, after, opts)
	m.learn(set, allOf(len(set.alone)), allOf(len(set.after)), opts)
	m.gates = m.trainGates(set, opts)
	return m
}

// oneAtATime lets models that are learnt side by side tell their progress; nil tells nobody.
func oneAtATime(tell func(model string, epoch int, loss float64)) func(string, int, float64) {
	if tell == nil {
		return func(string, int, float64) {}
	}
	var mu sync.Mutex
	return func(model string, epoch int, loss float64) {
		mu.Lock()
		defer mu.Unlock()
		tell(model, epoch, loss)
	}
}

// split sets follow-ups apart; their earlier turns are kept for their context only.
func split(questions []words.Question) (alone, after []words.Question) {
	for _, q := range questions {
		if len(q.Context) > 0 {
			after = append(after, q)
		} else {
			alone = append(alone, q)
		}
	}
	return alone, after
}

// analyzeAll analyzes each question without a hint, as a reader's would be.
func (m *Model) analyzeAll(qs []words.Question) []*Analysis {
	out := make([]*Analysis, len(qs))
	for i, q := range qs {
		out[i] = m.Analyze(q.Text, "", "")
	}
	return out
}

// classesOf returns the classes of a question; the first weighs most.
func classesOf(q words.Question) []string {
	switch q.Kind {
	case words.No:
		return []string{noPrefix + q.About}
	case words.Hello:
		return []string{helloPrefix + q.About}
	case words.Distress:
		return []string{Distress}
	}
	if len(q.Intents) == 0 {
		return []string{Bare}
	}
	out := slices.Clone(q.Intents)
	if q.Subject == words.General {
		for i := range out {
			out[i] = generalPrefix + out[i]
		}
	}
	return out
}

// classNames lists every class that occurs, sorted.
func classNames(qs []words.Question) []string {
	var names []string
	for _, q := range qs {
		names = append(names, classesOf(q)...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// label shares an example between its classes: two thirds for the first, the rest for the others.
func label(classes, names []string) []linear.Share {
	out := make([]linear.Share, 0, len(classes))
	for i, c := range classes {
		k, ok := slices.BinarySearch(names, c)
		if !ok {
			continue
		}
		part := float32(1)
		if len(classes) > 1 {
			part = 2.0 / 3
			if i > 0 {
				part = 1.0 / 3 / float32(len(classes)-1)
			}
		}
		out = append(out, linear.Share{Class: k, Part: part})
	}
	return out
}

func (m *Model) trainSubject(qs []words.Question, as []*Analysis, opts TrainOptions) *neural.Model {
	names := []string{NoSubject}
	for _, q := range qs {
		if isService(q) {
			names = append(names, q.Subject)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	examples := make([]linear.Example, len(qs))
	var s scratch
	for i, q := range qs {
		c := NoSubject
		if isService(q) {
			c = q.Subject
		}
		examples[i] = linear.Example{Features: slices.Clone(as[i].subjectFeatures(&s)), Label: label([]string{c}, names)}
		if c == NoSubject && q.Kind != words.Ours {
			examples[i].Weight = 0.3
		}
	}
	return neural.Train(names, examples, neural.Options{
		Epochs: opts.Epochs, Seed: 2, Drop: 0.3, Progress: func(e int, l float64) { opts.Progress("subject", e, l) },
	})
}

func isService(q words.Question) bool {
	return q.Kind == words.Ours && q.Subject != "" && q.Subject != words.General
}

// complete says whether a question means the same after any context: it names both subject and intent, or is general, or not ours.
func complete(q words.Question) bool {
	return q.Kind != words.Ours || q.Subject != "" && len(q.Intents) > 0
}

// next is the context that a reading leaves behind.
func (r *Reading) next(c Context) Context {
	best := r.Best(func(string) bool { return true }).Class
	if IsNo(best) || IsHello(best) || best == Distress {
		return c.Meet(r)
	}
	out := Context{Subject: r.Subject.Slug, Class: best, Device: c.Device, Lang: r.Lang}
	if out.Subject == "" && IsIntent(best) {
		out.Subject = c.Subject
	}
	if best == Bare && IsIntent(c.Class) {
		out.Class = c.Class
	}
	return out
}

func trainLanguage(qs []words.Question, opts TrainOptions) *linear.Model {
	names := slices.Sorted(slices.Values(Languages))
	count := map[string]float32{}
	for _, q := range qs {
		count[q.Lang]++
	}
	var examples []linear.Example
	var s scratch
	for _, q := range qs {
		if k, ok := slices.BinarySearch(names, q.Lang); ok {
			examples = append(examples, linear.Example{
				Features: slices.Clone(languageFeatures(&s, splitWords(q.Text))), Label: []linear.Share{{Class: k, Part: 1}},
				Weight: min(4, 2000/count[q.Lang]),
			})
		}
	}
	return linear.Train(names, examples, linear.Options{Epochs: 6, Seed: 4, Progress: func(e int, l float64) { opts.Progress("language", e, l) }})
}
