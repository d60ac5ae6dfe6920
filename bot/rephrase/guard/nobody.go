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
		for i := range run.tokens {
			if _, j, single := where(u, &match[i]); single && !run.tokens[i].glue && (!afterPreposition(run.tokens, i) || !afterPreposition(u.tokens, j)) && (i < mine) != (j < theirs) &&
				run.tokens[i].clause == run.tokens[mine].clause && u.tokens[j].clause == u.tokens[theirs].clause {
				r.add(Order, texts(run.tokens))
				return
			}
		}
	}
}

// at is where an operator stands.
func at(in []token, o op) int {
	return slices.IndexFunc(in, func(t token) bool { return t.op == o })
}
