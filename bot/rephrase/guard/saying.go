package guard

// unsaidKept refuses a run that denies that something is said where the unit says that it is not so, or the other way round: « does not say that it trains »
// and « says that it does not train ».
func unsaidKept(u *unit, run *run, r *reasons) {
	if u.count(opNot) != 1 || countOp(run.tokens, opNot) != 1 || u.count(opAccording) != 1 || countOp(run.tokens, opAccording) != 1 {
		return
	}
	if own, theirs := deniesSaying(u.tokens), deniesSaying(run.tokens); own != theirs {
		r.add(Attribution, around(run.tokens, at(run.tokens, opNot)))
	}
}

// deniesSaying says whether the one « not » of some tokens denies that something is said.
func deniesSaying(in []token) bool {
	i, j := at(in, opNot), at(in, opAccording)
	if i == j+1 && i+1 < len(in) && (in[i+1].form == "such" || in[i+1].op == opAnything) {
		return true // « said no such thing »
	}
	if i > j || in[i].clause != in[j].clause {
		return false
	}
	for k := i + 1; k < j; k++ {
		if in[k].content() || in[k].op != none {
			return false
		}
	}
	return true
}

// noneFor refuses a run in which « no » somebody who does something in the unit has it done « for » them or « with » them, not by them.
func noneFor(u *unit, run *run, match []places, r *reasons) {
	i, j := at(run.tokens, opNot), at(u.tokens, opNot)
	if i < 0 || j < 0 || !nouns[run.tokens[i].form] || !nouns[u.tokens[j].form] || countOp(run.tokens, opNot) != 1 || u.count(opNot) != 1 {
		return
	}
	doer := nextFact(u.tokens, j)
	if doer < 0 || preposition(u.tokens, j) != "" || !verbSoon(u.tokens, doer) {
		return
	}
	for k := range run.tokens {
		if p := preposition(run.tokens, k); p != "" && !agents[p] && match[k].has(doer) && preposition(u.tokens, doer) == "" {
			r.add(Negation, around(run.tokens, i))
			return
		}
	}
}

// verbSoon says whether « ne » comes right after the word at a place: « aucun algorithme ne prend ».
func verbSoon(in []token, i int) bool {
	return i+1 < len(in) && (in[i+1].form == "ne" || in[i+1].form == "n")
}
