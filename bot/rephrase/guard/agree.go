package guard

import (
	"maps"
	"slices"
	"strings"
)

// agreements are the endings that a participle or an adjective has for one and several, of either gender, by language.
var agreements = map[string][][]string{
	"fr": {{"é", "ée", "és", "ées"}, {"i", "ie", "is", "ies"}, {"u", "ue", "us", "ues"}, {"ert", "erte", "erts", "ertes"}},
	"es": {{"ado", "ada", "ados", "adas"}, {"ido", "ida", "idos", "idas"}},
	"it": {{"ato", "ata", "ati", "ate"}, {"uto", "uta", "uti", "ute"}, {"ito", "ita", "iti", "ite"}, {"sso", "ssa", "ssi", "sse"}},
	"pt": {{"ado", "ada", "ados", "adas"}, {"ido", "ida", "idos", "idas"}},
}

// agree gives a participle that a list has in one gender or number its other forms, where no list has them, and returns those that it made: without
// their accents they are other words.
func (l *lexicon) agree() map[string]bool {
	made := map[string]bool{}
	known := slices.Sorted(maps.Keys(l.exact))
	for _, family := range agreements[l.lang] {
		for _, w := range known {
			m := l.exact[w]
			if len(m.keys) == 0 || len(m.ops) > 0 || m.glue || m.flags&proper != 0 {
				continue
			}
			for _, e := range family {
				stem, ok := strings.CutSuffix(w, e)
				if !ok || len(stem) < 3 {
					continue
				}
				for _, other := range family {
					if _, known := l.exact[stem+other]; !known {
						l.exact[stem+other], made[stem+other] = m, true
					}
				}
			}
		}
	}
	return made
}
