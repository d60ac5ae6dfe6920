package guard

import "slices"

// untilNow reads « so far », « pour l’instant » as the « yet », « encore » of what is denied: « nobody has confirmed it so far ». Where nothing is
// denied it says how long something has held, and stays a word that must be accounted for.
func untilNow(in []token) {
	if countOp(in, opNot) == 0 {
		return
	}
	for i := range in {
		if in[i].is(words().concepts["fornow"]) && in[i].op == none {
			in[i].op, in[i].n, in[i].fornow = opStill, 0, true
		}
	}
}

// always are the words for « still » that are words for « always » as well, which « so far » never says.
var always = map[string]bool{"always": true, "toujours": true, "immer": true, "stets": true, "siempre": true, "sempre": true, "altijd": true}

// alwaysKept refuses a run that has « so far » where its unit has what may be « always », or the other way round.
func alwaysKept(u *unit, run *run, r *reasons) {
	if lasting(u.tokens) && soFar(run.tokens) || soFar(u.tokens) && lasting(run.tokens) {
		r.add(Time, around(run.tokens, at(run.tokens, opStill)))
	}
}

func lasting(in []token) bool {
	return slices.ContainsFunc(in, func(t token) bool { return t.op == opStill && always[t.form] })
}

// soFar says whether some tokens have a « so far ».
func soFar(in []token) bool {
	return slices.ContainsFunc(in, func(t token) bool { return t.op == opStill && t.fornow })
}
