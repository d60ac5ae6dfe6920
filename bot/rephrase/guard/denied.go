package guard

// deniedBefore says whether a « not » of the run, after which comes nothing of the unit, is said of what stands before it: « private profiles are not
// concerned » for « not private profiles ».
func deniedBefore(u *unit, run *run, match []places, i int) bool {
	if run.tokens[i].op != opNot {
		return false
	}
	for k := i + 1; k < len(run.tokens) && run.tokens[k].clause == run.tokens[i].clause; k++ {
		if !match[k].empty() && run.tokens[k].content() || run.tokens[k].op != none {
			return false
		}
	}
	not := at(u.tokens, opNot)
	met := false
	for k := i - 1; k >= 0 && run.tokens[k].clause == run.tokens[i].clause; k-- {
		_, j, single := where(u, &match[k])
		if !run.tokens[k].content() || !single || cited(u.tokens, j) {
			continue
		}
		if u.count(opNot) != 1 || j < not || u.tokens[j].part != u.tokens[not].part {
			return false
		}
		met = true
	}
	return met
}

// noneByNone says whether the « no » of the run stands before what is done and that of the unit before who does it, with « by » in the run: « no
// algorithm takes a decision », « no decision is taken by an algorithm ».
func noneByNone(u *unit, run *run, i int) bool {
	j := at(u.tokens, opNot)
	if run.tokens[i].op != opNot || !nouns[run.tokens[i].form] || countOp(run.tokens, opNot) != 1 || u.count(opNot) != 1 || !nouns[u.tokens[j].form] {
		return false
	}
	doer := nextFact(u.tokens, j)
	if doer < 0 {
		return false
	}
	for k := i + 1; k < len(run.tokens); k++ {
		if agents[preposition(run.tokens, k)] && alike(&run.tokens[k], &u.tokens[doer]) {
			return true
		}
	}
	return false
}
