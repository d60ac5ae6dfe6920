package guard

import "slices"

// phrasalParticles are what an English verb may leave behind its object: « takes your address away », « switch it off ».
var phrasalParticles = map[string]bool{"off": true, "on": true, "out": true, "away": true, "back": true, "down": true, "up": true, "over": true}

// leaving are verbs after whose object « on » and « off » say how it is left, and are no part of the verb: « keep activity on ».
var leaving = map[string]bool{"keep": true, "keeps": true, "kept": true, "leave": true, "leaves": true, "left": true, "hold": true, "holds": true, "go": true, "carry": true}

// longestObject is how many words may stand between such a verb and its particle.
const longestObject = 5

// phrasal puts the particle of an English verb right behind it, where the lists have the two together and the particle closes what it stands in.
func (a annotator) phrasal(in []token) {
	if a.lex.lang != "en" {
		return
	}
	for i := range in {
		if in[i].kind != word || leaving[in[i].form] || len(a.lex.expressions[in[i].form]) == 0 {
			continue
		}
		for j := i + 2; j < len(in) && j <= i+longestObject+1; j++ {
			if in[j-1].kind != word && in[j-1].kind != label || in[j-1].quote != in[i].quote {
				break
			}
			if in[j].kind != word || !phrasalParticles[in[j].form] || !a.closesObject(in, j) || !a.pairs(in[i].form, in[j].form) || in[i+1].kind == word && phrasalParticles[in[i+1].form] {
				continue
			}
			particle := in[j]
			copy(in[i+2:j+1], in[i+1:j])
			in[i+1] = particle
			break
		}
	}
}

// pairs says whether the lists have a verb and a particle as one expression that carries a fact.
func (a annotator) pairs(verb, particle string) bool {
	return slices.ContainsFunc(a.lex.expressions[verb], func(e expression) bool {
		return len(e.words) == 2 && e.words[1] == particle && len(e.keys) > 0 && len(e.ops) == 0 && !e.glue
	})
}

// closesObject says whether nothing that the particle at a place could govern comes after it.
func (a annotator) closesObject(in []token, j int) bool {
	if j+1 == len(in) || in[j+1].kind == pause || in[j+1].kind == stop {
		return true
	}
	switch in[j+1].form {
	case "and", "or", "when", "if", "within", "after", "before", "yourself", "too", "again", "completely", "first", "but":
		return true
	}
	return false
}
