package guard

// antecedent says whether a word of a candidate only names whom a pronoun of the unit speaks of: « l’entreprise doit répondre » for « elle doit
// répondre », where the sentence before, or what stands before in the same one, is of one company and of nobody else.
func (s *Source) antecedent(n int, run *run, t *token) bool {
	u := &s.units[n]
	if t.kind != word || t.name || !acts(t) || pronouns(u.tokens) <= pronouns(run.tokens) {
		return false
	}
	met := 0
	for k := max(0, n-1); k < n; k++ {
		for j := range s.units[k].tokens {
			o := &s.units[k].tokens[j]
			if !o.name && acts(o) && !alike(t, o) {
				return false
			}
			if alike(t, o) && o.op == none {
				met++
			}
		}
	}
	for j := range u.tokens {
		if o := &u.tokens[j]; acts(o) && !o.name && !alike(t, o) {
			return false
		}
	}
	return met > 0
}

// pronouns counts the words that speak of somebody or something named before.
func pronouns(in []token) int {
	n := 0
	for i := range in {
		switch in[i].form {
		case "il", "elle", "ils", "elles", "it", "they", "he", "she", "sie", "er", "ella", "ellas", "ellos", "essa", "esso", "ela", "eles", "elas", "zij", "ze", "celui", "celle", "lui", "leur":
			if in[i].op == none && in[i].glue {
				n++
			}
		}
	}
	return n
}

// serving says whether a « use » or « serve » at a place only leads to what comes next: « servent à entraîner » for « entraînent ».
func serving(in []token, i int) bool {
	v := words()
	if i+1 >= len(in) || !in[i].is(v.concepts["use"]) && !in[i].is(v.concepts["serve"]) {
		return false
	}
	if in[i].is(v.concepts["use"]) && leadsFar(in[i+1:]) {
		return true
	}
	led := leadsTo[in[i+1].form] || leadsTo[lastWord(in[i].text)] || i+2 < len(in) && leadsTo[in[i+2].form] && !in[i+1].content()
	return led && soon(in[i+1:], 5, func(t *token) bool { return t.is(v.concepts["train"]) || t.is(v.concepts["improve"]) })
}

// leadsTo are the words by which it does.
var leadsTo = map[string]bool{"à": true, "pour": true, "to": true, "for": true, "in": true, "zum": true, "zur": true, "um": true, "para": true, "per": true, "om": true, "voor": true}

// leadsFar says whether what is used comes next, and then « to train », « pour améliorer »: « use your conversations to improve its models ».
func leadsFar(in []token) bool {
	v := words().concepts
	for i := 0; i+1 < len(in) && i < 9 && in[i].kind == word && in[i].op == none; i++ {
		if i > 0 && leadsTo[in[i].form] && in[i].glue && (in[i+1].is(v["train"]) || in[i+1].is(v["improve"])) {
			return true
		}
	}
	return false
}
