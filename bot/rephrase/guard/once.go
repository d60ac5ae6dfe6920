package guard

import "strings"

// onceDone reads « once you have refused », « dès que vous refusez » as « when you refuse »: with the reader as its subject it says under which condition, and
// « une fois connecté » what comes first.
func onceDone(in []token) {
	for i := 0; i+1 < len(in); i++ {
		t := &in[i]
		if t.op != opAfter {
			continue
		}
		switch strings.ReplaceAll(lower(t.text), "’", "'") {
		case "once", "as soon as", "dès que", "dès qu", "aussitôt que", "une fois que", "sobald", "una vez que", "non appena", "uma vez que", "zodra":
		default:
			continue
		}
		if clauseHeads[in[i+1].form] {
			t.op = opIf
		}
	}
}

// clauseHeads are the words by which the reader is the subject of a clause.
var clauseHeads = map[string]bool{"you": true, "vous": true, "sie": true, "ihr": true, "usted": true, "u": true, "je": true, "lei": true, "você": true}

// onceAfter says whether the « once » of a run, read as a condition, is the « after » of its unit, of the same thing: « après un refus », « once you have
// refused », « when you have refused ».
func onceAfter(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opIf] != own[opIf]+1 || own[opAfter] != theirs[opAfter]+1 {
		return false
	}
	i := at(run.tokens, opIf)
	if timely[run.tokens[i].form] && u.begun(opAfter) {
		return aligned(u, opAfter, run, opIf, match)
	}
	switch strings.ReplaceAll(lower(run.tokens[i].text), "’", "'") {
	case "once", "as soon as", "dès que", "une fois que", "sobald", "una vez que", "uma vez que", "non appena", "zodra":
		return aligned(u, opAfter, run, opIf, match)
	}
	return false
}

// begun says whether a unit begins with an operator: « after a refusal, … », not « thirty days after a refusal ».
func (u *unit) begun(o op) bool {
	for j := range u.tokens {
		if t := &u.tokens[j]; t.op != none || t.content() {
			return t.op == o
		}
	}
	return false
}

// saidAgain says whether the one « not » more or less only says the « no » before it again: « no, not in France », « in France, no ».
func saidAgain(own, theirs [ops]int, u *unit, run *run) bool {
	switch {
	case own[opNo] != 1 || theirs[opNo] != 1:
		return false
	case own[opNot] == theirs[opNot]+1:
		return noAndNot(u.tokens)
	case theirs[opNot] == own[opNot]+1:
		return noAndNot(run.tokens)
	}
	return false
}

// noAndNot says whether « no » is followed by a comma and a « not » before a phrase with a preposition: « no, not in France ».
func noAndNot(in []token) bool {
	i := at(in, opNo)
	return i >= 0 && i+3 < len(in) && in[i+1].kind == pause && in[i+1].text == "," && in[i+2].op == opNot && in[i+3].glue && prepositions[in[i+3].form]
}
