package guard

import "nonmerci/knowledge/text"

// says reports whether a word is one of a name of the screen, in whichever language that is.
func (l *labels) says(name string, t *token) bool {
	plain := text.Fold(t.form)
	for _, w := range text.Words(text.Fold(name)) {
		if w == plain && len(w) >= minStem {
			return true
		}
		for _, lang := range [2]string{"fr", "en"} {
			m, ok := words().lexicons[lang].find(w)
			if !ok {
				continue
			}
			for _, k := range m.keys {
				if t.is(k) {
					return true
				}
			}
		}
	}
	return false
}
