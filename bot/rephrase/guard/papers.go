package guard

// underTerms says whether the one « according to » more or less only says in which paper something stands: « under its policy », « according to its
// policy ».
func underTerms(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	switch {
	case theirs[opAccording] == own[opAccording]+1:
		for i := range run.tokens {
			if p := paperAfter(run.tokens, i); p >= 0 && match[p].any(func(j int) bool { return under[preposition(u.tokens, j)] }) {
				return true
			}
		}
	case own[opAccording] == theirs[opAccording]+1:
		for j := range u.tokens {
			p := paperAfter(u.tokens, j)
			for i := range run.tokens {
				if p >= 0 && match[i].has(p) && under[preposition(run.tokens, i)] {
					return true
				}
			}
		}
	}
	return false
}

// paperAfter is the policy, the terms or the contract right after the « according to » at a place; -1 when there is none.
func paperAfter(in []token, i int) int {
	if in[i].op != opAccording {
		return -1
	}
	k := nextFact(in, i)
	if k < 0 {
		return -1
	}
	v := words().concepts
	if in[k].is(v["policy"]) || in[k].is(v["terms"]) || in[k].is(v["contract"]) || in[k].is(v["rule"]) {
		return k
	}
	return -1
}

var under = map[string]bool{"under": true, "in": true, "by": true, "dans": true, "sous": true, "unter": true}
