package guard

// passive says whether somebody who does something in the unit has it done « by » them in the candidate: « used by eBay ».
func passive(u *unit, run *run, match []places) bool {
	for i := range run.tokens {
		if t := &run.tokens[i]; !acts(t) || preposition(run.tokens, i) == "" || !agents[preposition(run.tokens, i)] {
			continue
		}
		if _, j, single := where(u, &match[i]); single && preposition(u.tokens, j) == "" {
			return true
		}
	}
	return false
}

// led says whether the same preposition stands before a name in the unit and in the candidate, which keeps its part wherever it stands: « pour les
// petits ».
func led(in []token, place int, candidate []token, i int) bool {
	p := preposition(in, place)
	return p != "" && p == preposition(candidate, i)
}

// preposition is the one before a token, with at most an article between, "" when there is none.
func preposition(in []token, i int) string {
	for j := i - 1; j >= 0 && j >= i-2 && in[j].kind == word && (in[j].glue || in[j].op == opAll || in[j].op == opSome); j-- {
		if f := in[j].form; prepositions[f] || leading[f] != "" || agents[f] || towards[f] {
			return f
		}
	}
	return ""
}

// quoting says whether a clause of a unit only says who says so: « , according to DuckDuckGo ».
func quoting(u *unit, clause int16) bool {
	says, others := 0, 0
	for j := range u.tokens {
		t := &u.tokens[j]
		switch {
		case t.clause != clause:
		case t.op == opAccording:
			says++
		case t.op != none || t.content() && !t.name:
			others++
		}
	}
	return says == 1 && others == 0
}

// cited says whether the name at a place is of somebody who says so.
func cited(in []token, place int) bool {
	if place+1 < len(in) && in[place+1].op == opAccording {
		return true
	}
	for j := place - 1; j >= 0 && j >= place-2; j-- {
		if in[j].op == opAccording {
			return true
		}
		if !in[j].glue {
			break
		}
	}
	return false
}
