package guard

import (
	"slices"
	"strings"
)

// minPart is the shortest part of a compound.
const minPart = 4

// linking are the letters that a German or Dutch compound may have between its parts.
var linking = []string{"", "s", "n", "en", "es", "e"}

// compound gives a German or Dutch word that no list has the meanings of the two words it is made of: « Widerspruchsformular ».
func (a annotator) compound(t *token) bool {
	if a.lex.lang != "de" && a.lex.lang != "nl" {
		return false
	}
	for i := len(t.form) - minPart; i >= minPart; i-- {
		right, ok := a.part(t.form[i:])
		if !ok {
			continue
		}
		for _, link := range linking {
			head, cut := strings.CutSuffix(t.form[:i], link)
			if !cut || len(head) < minPart {
				continue
			}
			if left, ok := a.part(head); ok {
				for _, k := range slices.Concat(left.keys, right.keys) {
					t.addKey(k)
				}
				t.flags, t.known = (left.flags|right.flags)&negative, true
				return true
			}
		}
	}
	return false
}

// part finds a word that may be part of a compound: one that carries a fact and turns nothing.
func (a annotator) part(form string) (meaning, bool) {
	m, ok := a.lex.exact[form]
	if !ok {
		m, ok = a.lex.find(form)
	}
	return m, ok && len(m.keys) > 0 && len(m.ops) == 0 && !m.glue && m.flags&proper == 0
}
