package guard

// claims finds a stretch between pauses that says something in small words alone and that the entry does not, « : c’est fait », ""
// when there is none.
func (s *Source) claims(in []token) string {
	for from := 0; from < len(in); {
		to := from
		for to < len(in) && (in[to].kind != pause || in[to].text == "") && in[to].kind != stop {
			to++
		}
		part := in[from:to]
		verbs, soft := false, false
		for i := range part {
			soft = soft || part[i].soft
			verbs = verbs || finished[part[i].form] || part[i].verb()
		}
		if len(part) > 1 && verbs && !soft && silent(part) && from > 0 && !s.has(part) {
			return texts(part)
		}
		from = to + 1
	}
	return ""
}

// has says whether words stand in the entry in this order.
func (s *Source) has(words []token) bool {
	for n := range s.units {
		in := s.units[n].tokens
	next:
		for i := 0; i+len(words) <= len(in); i++ {
			for j := range words {
				if in[i+j].form != words[j].form {
					continue next
				}
			}
			return true
		}
	}
	return false
}

// polite says whether words that carry no fact are only politeness and connection: « Bonjour ! », « Voici comment faire : ».
func polite(in []token) bool {
	soft, verbs := false, false
	for i := range in {
		soft = soft || in[i].soft
		verbs = verbs || finished[in[i].form] || in[i].verb()
	}
	return soft && !verbs
}

// verb says whether a word that carries no fact is one by which something is said to be or to be done.
func (t *token) verb() bool {
	switch t.form {
	case "fait", "faits", "faite", "faites", "fais", "font", "do", "does", "did", "done", "has", "have", "had", "ont", "avez", "suis", "tut", "getan", "gemacht", "hecho",
		"fatto", "feito", "gedaan", "s", "re":
		return t.glue
	}
	return false
}
