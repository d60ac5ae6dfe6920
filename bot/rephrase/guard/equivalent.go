package guard

import (
	"slices"
	"strings"
)

// lasts says whether a word says that something goes on being: « stays », « continue de », which « still » says as well.
func lasts(t *token) bool {
	v := words()
	return t.op == none && (t.is(v.concepts["remain"]) || t.is(v.concepts["continue"]))
}

// remains says whether some tokens have more words that say so than others.
func remains(in, than []token) bool {
	n := 0
	for i := range in {
		if lasts(&in[i]) {
			n++
		}
	}
	for i := range than {
		if lasts(&than[i]) {
			n--
		}
	}
	return n > 0
}

// serves says whether the one « can » too many or too few is that of « permet de », « lets you », for which the other has a purpose: « aucun réglage
// ne permet de refuser », « aucun réglage pour refuser ».
func serves(own, theirs [ops]int, entry, candidate []token) bool {
	switch {
	case theirs[opCan] == own[opCan]+1:
		return purposed(candidate, entry)
	case own[opCan] == theirs[opCan]+1:
		return purposed(entry, candidate)
	}
	return false
}

var permitting = []string{"permet", "vous permet", "lets", "let you", "allow", "erlaub", "permit", "consent", "laat"}

// purposed says whether what one text permits is what something is for in the other.
func purposed(permits, serves []token) bool {
	for i := range permits {
		if permits[i].op != opCan || !slices.ContainsFunc(permitting, func(v string) bool { return strings.HasPrefix(lower(permits[i].text), v) }) {
			continue
		}
		what := nextFact(permits, i)
		if what < 0 {
			return false
		}
		for j := 0; j+1 < len(serves); j++ {
			t, next := &serves[j], j+1
			if ofReader[serves[next].form] {
				next++ // « pour vous opposer »
			}
			if t.kind == word && t.glue && purposes[t.form] && t.form != "a" && t.form != "in" && next < len(serves) && serves[next].content() && alike(&permits[what], &serves[next]) {
				return true
			}
		}
	}
	return false
}

// strung says whether an « or » more or less only strings the same things together otherwise: « A or B, or C » for « A, B or C », « if you are on A
// or B » for « A and B: ».
func strung(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opOr] == own[opOr]+1 && theirs[opIf] == own[opIf]+1 && supposed(u, run, match) {
		return true
	}
	return own[opOr] > 0 && theirs[opOr] > 0 && !adding(u.tokens) && !adding(run.tokens)
}

// adding says whether « and » stands among some tokens.
func adding(in []token) bool {
	for i := range in {
		if in[i].kind == word && in[i].glue && joined[in[i].form] {
			return true
		}
	}
	return false
}

// denies says whether a « nor » of the candidate strings together what one « not » of the unit is said of: « ni A ni B » for « A et B ne … pas ».
func denies(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opNor] != own[opNor]+1 || own[opNot] != 1 || theirs[opNot] != 1 || own[opNor] > 0 {
		return false
	}
	not, found := at(u.tokens, opNot), false
	for i := at(run.tokens, opNor) + 1; i < len(run.tokens) && run.tokens[i].kind != pause && run.tokens[i].kind != stop; i++ {
		if match[i].empty() || run.tokens[i].glue {
			continue
		}
		_, j, single := where(u, &match[i])
		if !single || j > not || u.tokens[j].clause != u.tokens[not].clause {
			return false
		}
		found = true
	}
	return found
}
