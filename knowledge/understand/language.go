package understand

import (
	"slices"

	"nonmerci/knowledge/linear"
)

// sureOfLanguage is how likely a language must be to be believed on one or two words, or against the language spoken so far.
const sureOfLanguage = 0.75

// language says in which language words are written, and how sure that is. A known language decides; names of services tell nothing;
// when the words do not tell, it is the language spoken so far, or French.
func (m *Model) language(words []string, known, spoken string) (string, float32) {
	if slices.Contains(Languages, known) {
		return known, 1
	}
	if !slices.Contains(Languages, spoken) {
		spoken = Languages[0]
	}
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		e, name := m.lex.names[w]
		return name && !e.weak
	})
	if m.lang == nil || len(words) == 0 {
		return spoken, 0
	}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	p := make([]float32, len(m.lang.Classes()))
	m.lang.Probabilities(languageFeatures(s, words), p)
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	if p[best] < sureOfLanguage && len(words) <= 3 {
		return spoken, p[best]
	}
	return m.lang.Classes()[best], p[best]
}

// languageFeatures are whole words and runs of one to three characters: function words decide, endings help.
func languageFeatures(s *scratch, words []string) []linear.Feature {
	s.features, s.start = s.features[:0], 0
	if len(words) > 60 {
		words = words[:60]
	}
	for _, w := range words {
		s.add(newHash('L').string(w), 1)
	}
	s.close(1)
	var buf [26]byte
	for _, w := range words {
		b := append(append(append(buf[:0], ' '), w[:min(len(w), 24)]...), ' ')
		for i := range b {
			h := newHash('l')
			for n := 1; n <= 3 && i+n <= len(b); n++ {
				h = h.byte(b[i+n-1])
				s.add(h, 1)
			}
		}
	}
	s.close(0.8)
	return s.features
}
