package guard

import "slices"

// nobodyMoved refuses a run in which « nobody » or « nothing » stands on the other side of a word: « it changed nobody’s settings » and « nobody
// changed its settings ».
func nobodyMoved(u *unit, run *run, match []places, r *reasons) {
	for _, o := range []op{opAnyone, opAnything} {
		if u.count(o) != 1 || countOp(run.tokens, o) != 1 {
			continue
		}
		mine, theirs := at(run.tokens, o), at(u.tokens, o)
		if o == opAnything && undergone(u, run, match, mine, theirs) {
			continue
		}
		for i := range run.tokens {
			if _, j, single := where(u, &match[i]); single && !run.tokens[i].glue && (o != opAnything || !onlyRead(&run.tokens[i]) && !run.tokens[i].is(words().concepts["change"])) && (!afterPreposition(run.tokens, i) || !afterPreposition(u.tokens, j)) && (i < mine) != (j < theirs) &&
				run.tokens[i].clause == run.tokens[mine].clause && u.tokens[j].clause == u.tokens[theirs].clause {
				r.add(Order, twoOf(run.tokens, min(i, mine), max(i, mine)))
				return
			}
		}
	}
}

// at is where an operator stands.
func at(in []token, o op) int {
	return slices.IndexFunc(in, func(t token) bool { return t.op == o })
}

// byNobody says whether the « nobody » that a run lacks is said by a verb that nobody in particular does: « on ne vous demande pas votre accord », « your
// consent is not asked for » for « nobody asks for your consent ». What is denied must be the same verb.
func byNobody(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if own[opAnyone] != theirs[opAnyone]+1 || own[opNot] != theirs[opNot] || own[opNot] != 1 {
		return false
	}
	i, j := at(run.tokens, opNot), at(u.tokens, opNot)
	if i < 0 || j < 0 {
		return false
	}
	verb := nextFact(u.tokens, j)
	if verb < 0 {
		return false
	}
	for k := i + 1; k < len(run.tokens) && run.tokens[k].clause == run.tokens[i].clause; k++ {
		if !run.tokens[k].content() {
			continue
		}
		if !match[k].has(verb) {
			return false
		}
		return i > 0 && run.tokens[i-1].form == "on" || done(run.tokens, k)
	}
	return false
}

// reading are the concepts of what one does to find something out.
var reading = []string{"read", "find", "know", "see", "discover"}

// onlyRead says whether a word that changed sides of « nothing » only says how it was sought: « we have read nothing that says so », « nothing we have
// read says so ».
func onlyRead(t *token) bool {
	return slices.ContainsFunc(reading, func(c string) bool { return t.is(words().concepts[c]) })
}
