package guard

import "strings"

// A head is the clause of a run that makes a condition of what its unit speaks of: « if you refuse, … » for « refusing … », « quand un post est supprimé,
// il … » for « un post supprimé … ». Its tokens are those from one place to another; to is 0 when there is none.
type head struct{ from, to int }

func (h head) has(i int) bool { return i >= h.from && i < h.to }

// headed finds it. What the condition supposes must be the whole subject of the unit’s sentence and nothing else, what follows in the run must follow in the
// unit as well, and no « and » and no comma may stand where one ends and the other begins: « vos posts restent et servent » supposes nothing.
func headed(u *unit, run *run, match []places) head {
	if countOp(run.tokens, opIf) != u.count(opIf)+1 {
		return head{}
	}
	for i := range run.tokens {
		if run.tokens[i].op != opIf || i > 0 && run.tokens[i-1].kind == word {
			continue
		}
		h := head{i, i + 1}
		for h.to < len(run.tokens) && run.tokens[h.to].kind != stop && (run.tokens[h.to].kind != pause || run.tokens[h.to].text == "") {
			h.to++
		}
		if h.to < len(run.tokens) && run.tokens[h.to].text == "," && subjectOf(u, run, match, h) {
			return h
		}
	}
	return head{}
}

// subjectOf says whether the tokens of a head stand for the subject of a sentence of the unit.
func subjectOf(u *unit, run *run, match []places, h head) bool {
	first, last, next := len(u.tokens), -1, len(u.tokens)
	for i := range run.tokens {
		if run.tokens[i].glue || run.tokens[i].op != none {
			continue
		}
		switch _, j, single := where(u, &match[i]); {
		case !single:
		case h.has(i) && acts(&run.tokens[i]) && (preposition(run.tokens, i) == "") != (preposition(u.tokens, j) == "") && !agents[preposition(u.tokens, j)]:
			return false // « confié à Meta AI », « si Meta AI vous confie »
		case h.has(i):
			first, last = min(first, j), max(last, j)
		case i >= h.to:
			next = min(next, j)
		}
	}
	if last < 0 || next <= last || next == len(u.tokens) {
		return false
	}
	for i := h.to; i < len(run.tokens); i++ {
		if isYou(run.tokens, i) && !readerIn(u.tokens) {
			return false // « is managed by the school », « you manage it »
		}
	}
	begin := first
	for begin > 0 && u.tokens[begin-1].kind == word {
		begin--
	}
	for j := begin; j < next; j++ {
		t := &u.tokens[j]
		switch {
		case t.kind != word && t.text != "" && j != first && t.kind != label && t.kind != number && t.kind != date, joined[t.form] && t.glue && j > last, t.op == opOr, t.op == opIf, t.op == opUnless, t.op == opEvenIf, t.op == opBecause:
			return false
		case j < first && t.content() && t.flags&mayDrop == 0, j < first && t.op != none:
			return false
		}
	}
	for o := op(1); o < ops; o++ {
		if o != opIf && countOp(run.tokens[h.from:h.to], o) != countOp(u.tokens[begin:last+1], o) && o != opStill && o != opAlready {
			return false
		}
	}
	if u.tokens[begin].kind == word && doing(u.tokens, begin, first) {
		return readerIn(run.tokens[h.from:h.to])
	}
	return predicated(u.tokens, last, next)
}

// doing says whether a subject begins with what somebody does: « refusing », « masquer son activité », « what you type ».
func doing(in []token, begin, first int) bool {
	if begin != first {
		return false
	}
	return gerund(&in[first]) || infinitive(in[first].form) && !in[first].name
}

// predicated says whether a verb that says something of what stands before it comes between two places: « is », « does not », « may », « ne », « stays ».
func predicated(in []token, last, next int) bool {
	if lasts(&in[next]) {
		return true
	}
	for j := last + 1; j < next; j++ {
		switch f := in[j].form; {
		case finished[f] && in[j].glue, auxiliary[f], f == "ne", f == "n", f == "sera", f == "seront":
			return true
		}
		switch in[j].op {
		case opCan, opMust, opForbid, opNot:
			return true
		}
	}
	return false
}

// readerIn says whether the reader, or anybody, does what some tokens say.
func readerIn(in []token) bool {
	for i := range in {
		switch in[i].form {
		case "you", "vous", "on", "one", "sie", "man", "usted", "si", "lei", "você", "u", "men":
			if i > 0 && !strings.Contains(in[i].text, " ") {
				return true
			}
		}
	}
	return false
}
