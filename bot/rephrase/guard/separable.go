package guard

import "strings"

// particles are the words that a German or Dutch verb leaves at the end of its clause: « Schalten Sie … aus », « zet … uit ».
var particles = map[string]map[string]bool{
	"de": {
		"ab": true, "an": true, "auf": true, "aus": true, "bei": true, "ein": true, "fest": true, "frei": true, "her": true, "hin": true, "mit": true, "nach": true, "statt": true,
		"teil": true, "um": true, "vor": true, "weg": true, "weiter": true, "zu": true, "zurück": true, "zusammen": true, "entgegen": true, "bereit": true, "fort": true,
	},
	"nl": {
		"aan": true, "af": true, "bij": true, "binnen": true, "door": true, "in": true, "mee": true, "na": true, "om": true, "op": true, "over": true, "samen": true, "terug": true,
		"toe": true, "uit": true, "vast": true, "voor": true, "weg": true, "zien": true, "open": true, "plaats": true,
	},
}

// separable joins the parts of such a verb where the lists have the whole: its first part gets the meaning, the particle carries no fact any more.
func (a annotator) separable(in []token) {
	list := particles[a.lex.lang]
	if list == nil {
		return
	}
	for j := range in {
		if in[j].kind != word || !list[in[j].form] {
			continue
		}
		if j+2 < len(in) && in[j+1].form == "te" && in[j+2].kind == word { // « uit te zetten »
			a.takes(in, j, j+2)
			continue
		}
		if !closes(in, j) {
			continue
		}
		for i := j - 1; i >= 0 && i >= j-24 && in[i].kind != stop; i-- {
			if in[i].kind == pause && in[i].text == ")" { // « schalten Sie **X** (Bezeichnung zu prüfen) aus »
				open := i
				for open > 0 && in[open].text != "(" {
					open--
				}
				if open > 0 {
					i = open
					continue
				}
			}
			t := &in[i]
			if t.kind == pause && t.text != "" && !besideLabel(in, i) {
				break
			}
			if t.kind != word || len(t.form) < 3 || t.quote != in[j].quote {
				continue
			}
			if a.takes(in, j, i) {
				break
			}
		}
	}
}

// takes joins the particle at j to the verb at i, when the lists have the whole.
func (a annotator) takes(in []token, j, i int) bool {
	whole := in[j].form + in[i].form
	m, ok := a.lex.find(whole)
	if !ok || len(m.keys) == 0 || len(m.ops) > 0 || m.glue {
		return false
	}
	in[i].form, in[j].glue, in[j].part = whole, true, joinedParticle
	return true
}

// joinedParticle marks a particle that its verb has taken, until the clauses are numbered.
const joinedParticle = -1

// closes says whether a clause ends after the token at j: a pause, « and », a bracket.
func closes(in []token, j int) bool {
	if j+1 == len(in) {
		return true
	}
	next := &in[j+1]
	return next.kind == pause || next.kind == stop || next.kind == word && (next.form == "und" || next.form == "en" || next.form == "oder" || next.form == "of")
}

// withoutZu is a German infinitive without the « zu » that it has inside: « auszuschalten ».
func withoutZu(form string) (string, bool) {
	at := strings.Index(form, "zu")
	if at < 2 || at+2 >= len(form) || !particles["de"][form[:at]] {
		return "", false
	}
	return form[:at] + form[at+2:], true
}
