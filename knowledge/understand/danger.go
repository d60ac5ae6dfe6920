package understand

import "strings"

// danger is how likely it is that a person is in danger. When a text has words of distress, each of its sentences is read alone too,
// because a question about something else may stand beside them.
func (m *Model) danger(r *Reading, question string) float32 {
	isDistress := func(class string) bool { return class == Distress }
	worst := r.Of(isDistress)
	if !r.speaksOf("suicide-distress") {
		return worst
	}
	sentences := strings.FieldsFunc(question, func(c rune) bool { return strings.ContainsRune(".!?\n;,…", c) })
	var s scratch
	p := make([]float32, len(m.intent.Classes()))
	k := m.intent.Class(Distress)
	for i, text := range sentences {
		if i == maxSentences || k < 0 || len(sentences) == 1 {
			break
		}
		m.intent.Probabilities(m.Analyze(text, r.Lang, "").intentFeatures(&s), p)
		worst = max(worst, p[k])
	}
	return worst
}

// maxSentences bounds the work that a long story can cause.
const maxSentences = 12

// speaksOf says whether a word or expression of a concept occurs.
func (r *Reading) speaksOf(concept string) bool {
	for _, t := range r.Tokens {
		for _, c := range t.Concepts {
			if r.lex.packed.Concepts[c].Name == concept {
				return true
			}
		}
	}
	return false
}
