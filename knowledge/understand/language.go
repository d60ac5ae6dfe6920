package understand

import "nonmerci/knowledge/linear"

// language says in which language words are written, and how sure that is. A hint decides; without words French is assumed.
func (m *Model) language(words []string, hint string) (string, float32) {
	for _, l := range Languages {
		if l == hint {
			return l, 1
		}
	}
	if m.lang == nil || len(words) == 0 {
		return Languages[0], 0
	}
	var s scratch
	p := make([]float32, len(m.lang.Classes()))
	m.lang.Probabilities(languageFeatures(&s, words), p)
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
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
	for _, w := range words {
		b := append(append([]byte{' '}, w[:min(len(w), 24)]...), ' ')
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
