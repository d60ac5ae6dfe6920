package guard

import "strings"

// suggested says whether each « can » that a run has over its unit only tells the reader what the unit tells them by an imperative: « you can ask the
// organiser » for « ask the organiser ». It must be the same verb, with nothing denied about it. A step is no suggestion, nor is what happens on a screen, but where the unit itself says « if you wish ».
func suggested(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opCan] <= own[opCan] || (u.list > 0 || u.labelled()) && !u.has(words().wish) {
		return false
	}
	n := 0
	for i := range run.tokens {
		if run.tokens[i].op != opCan || !toReader(run.tokens, i) || deniedHere(run.tokens, i) {
			continue
		}
		verb := verbAfter(run.tokens, i)
		if verb >= 0 && match[verb].any(func(j int) bool {
			return (imperative(u.tokens, j) || told(u.tokens, j, run.tokens[verb].form)) && !deniedHere(u.tokens, j)
		}) {
			n++
		}
	}
	return n >= theirs[opCan]-own[opCan]
}

// told says whether the word at a place of an entry stands at the head of a clause in the very form that follows « can »: « set automatic deletion ».
func told(in []token, j int, form string) bool {
	return in[j].form == form && tells(in, j) && !in[j].name && j+1 < len(in) && in[j+1].kind == word && in[j+1].form != "of" && !finished[in[j+1].form] && !auxiliary[in[j+1].form]
}

// toReader says whether the « can » at a place speaks to the reader: « you can », « vous pouvez », « what you can do is ».
func toReader(in []token, i int) bool {
	switch lower(in[i].text) {
	case "pouvez", "puede", "what you can do is", "another thing you can do is", "one thing you can do is", "ce que vous pouvez faire , c est", "avez la possibilité de", "avez le choix":
		return true
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		switch in[k].form {
		case "you", "vous", "sie", "lei", "usted", "u", "você", "ihr", "tu", "du":
			return true
		}
		if !in[k].soft {
			return false
		}
	}
	return false
}

// verbAfter is the next word with a fact after a « can », past what only carries it: « you can also ask », « what you can do is ask ».
func verbAfter(in []token, i int) int {
	for k := i + 1; k < len(in) && k <= i+6; k++ {
		switch {
		case in[k].kind != word && in[k].text != "" || in[k].op != none:
			return -1
		case in[k].content() && in[k].flags&mayDrop == 0 || in[k].content() && in[k].flags&stepAdd != 0:
			return k
		}
	}
	return -1
}

// deniedHere says whether a « not » stands in the clause of a place.
func deniedHere(in []token, i int) bool {
	for k := range in {
		if in[k].clause == in[i].clause && (in[k].op == opNot || in[k].op == opForbid) {
			return true
		}
	}
	return false
}

// reachable says whether the « can » that a run has over its unit only says how somebody is reached, where the unit has no more than the address: « Contact:
// dpo@reddit.com », « you can contact dpo@reddit.com ».
func reachable(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opCan] != own[opCan]+1 || u.count(opNot) > 0 || countOp(run.tokens, opNot) > 0 {
		return false
	}
	i := at(run.tokens, opCan)
	verb := verbAfter(run.tokens, i)
	if countOp(run.tokens, opCan) != 1 || verb < 0 || !run.tokens[verb].is(words().concepts["contact"]) && !run.tokens[verb].is(words().concepts["write"]) {
		return false
	}
	for k := verb; k < len(run.tokens); k++ {
		if t := &run.tokens[k]; t.kind == address && !match[k].empty() {
			return !strings.HasSuffix(t.form, "/") && bareOf(u)
		}
	}
	return false
}

// bareOf says whether a unit has an address and no verb of its own, besides what says how it is known.
func bareOf(u *unit) bool {
	for j := range u.tokens {
		t := &u.tokens[j]
		if t.op == opCan || t.op == opMust || finished[t.form] && t.glue || t.content() && t.flags&negative != 0 && !t.is(words().concepts["refuse"]) {
			return false
		}
	}
	return true
}

// couldNot says whether the « can » that a run has over its unit is that of « we could not find »: what one has not found.
func couldNot(in []token) bool {
	for i := range in {
		if in[i].op != opCan {
			continue
		}
		for k := i + 1; k < len(in) && k <= i+5 && in[k].kind == word; k++ {
			if in[k].is(words().concepts["find"]) {
				return weBefore(in, i)
			}
		}
	}
	return false
}

// weBefore says whether « we », « nous » stands right before what is at a place, with at most « not » and small words between.
func weBefore(in []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && in[k].kind == word; k-- {
		switch in[k].form {
		case "we", "nous", "wir", "abbiamo", "hemos", "wij":
			return true
		}
		if in[k].content() {
			return false
		}
	}
	return false
}

// notFound says whether an operator that a run has over its unit belongs to such a « could not ».
func notFound(o op, own, theirs [ops]int, u *unit, run *run) bool {
	return theirs[o] == own[o]+1 && own[opNot] > 0 && own[opNot] == theirs[opNot] && theirs[opCan] == own[opCan]+1 && couldNot(run.tokens) && u.has(words().concepts["find"]) && !couldNot(u.tokens)
}
