package guard

import "strings"

// lets reads Spanish and Portuguese « permite descargar » as « can »: in French and Italian a preposition tells it, here the infinitive does.
func lets(in []token) {
	for i := 0; i+1 < len(in); i++ {
		t := &in[i]
		if t.kind != word || t.op != none || t.name || t.form != "permite" && t.form != "permiten" && t.form != "permitem" {
			continue
		}
		for _, e := range []string{"ar", "er", "ir"} {
			if in[i+1].content() && strings.HasSuffix(in[i+1].form, e) {
				t.op, t.n = opCan, 0
			}
		}
	}
}
