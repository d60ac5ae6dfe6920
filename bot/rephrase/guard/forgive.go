package guard

import "strings"

// forgiven says whether an operator too many or too few changes nothing.
func forgiven(c *candidate, o op, own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if otherwise(c, o, own, theirs, u, run, match) {
		return true
	}
	switch o {
	case opThan:
		return ratherThan(own, theirs, u.tokens, run.tokens)
	case opAll: // « all of this is from memory »
		if anybody(own, theirs, run.tokens) {
			return true
		}
		return theirs[o] == own[o]+1 && own[o] == 0 && own[opMemory] > 0 && own[opMemory] == theirs[opMemory] && allThis(run.tokens)
	case opYes:
		return theirs[o] < own[o]
	case opAnyone:
		return anybody(own, theirs, run.tokens) || byNobody(own, theirs, u, run, match)
	case opNo: // « no: we know of no setting », said without the answer
		return theirs[o] == own[o]-1 && own[opNot] > 0 && own[opNot] == theirs[opNot]
	case opOr, opNor: // « ni … ni » for « not … or »
		if o == opOr && strung(own, theirs, u, run, match) || o == opNor && (denies(own, theirs, u, run, match) || c.foreign && strungAfter(own, theirs, u, run, match)) {
			return true
		}
		return own[opNot] > 0 && (own[opOr]+own[opNor] == theirs[opOr]+theirs[opNor] || listedOnce(own, theirs) || listedOnce(theirs, own))
	case opCan: // « ne s’annule pas » is « cannot be undone » elsewhere
		return theirs[o] == own[o]+1 && reflexive(u.tokens) && (c.foreign && own[opNot] > 0 || beDone(run.tokens)) || serves(own, theirs, u.tokens, run.tokens) || theirs[o] == own[o]+1 && own[opNot] > 0 && mightAny(run.tokens)
	case opStill: // « are still public » for « stay public »
		return theirs[o] == own[o]+1 && remains(u.tokens, run.tokens) || own[o] == theirs[o]+1 && remains(run.tokens, u.tokens)
	case opIf: // « si vous avez deux comptes » for « avec deux comptes »
		return run.head.to > 0 || theirs[o] == own[o]+1 && !c.foreign && settingSo(u, run, match) || theirs[o] == own[o]+1 && (u.question || supposed(u, run, match)) || own[o] == theirs[o]+1 && run.topic || own[o] == theirs[o]+1 && given(u, run, match) || theirs[o] == own[o]+1 && unfolded(u, run, match)
	case opNot, opNoMore: // « stops training » is « no longer trains »
		if o == opNoMore && own[o] == theirs[o]+1 && own[opNot] == theirs[opNot] && own[opOnly] > 0 && own[opOnly] == theirs[opOnly] {
			return true // « ne servent plus qu’à » says « only »
		}
		if o == opNoMore && theirs[o] == own[o]+1 && own[opNot] == theirs[opNot] && own[opOnly] > 0 && own[opOnly] == theirs[opOnly] && u.changes() {
			return true // « from then on, it serves only … » is « ne sert plus qu’à »
		}
		if o == opNot && ratherThan(own, theirs, u.tokens, run.tokens) {
			return true
		}
		more := theirs[opNot] == own[opNot]+1 && theirs[opNoMore] == own[opNoMore]+1 && ceases(u.tokens) && !ceases(run.tokens)
		return more || own[opNot] == theirs[opNot]+1 && own[opNoMore] == theirs[opNoMore]+1 && ceases(run.tokens) && !ceases(u.tokens)
	case opBecause: // a colon says it too
		return theirs[o] == own[o]+1 && weakly(run.tokens) && forward(u, match) || theirs[o] <= own[o]+1 && own[o] <= theirs[o]+1 && (theirs[o] > own[o] && colon(u.tokens) || own[o] > theirs[o] && colon(run.tokens))
	case opOnly: // « only in part » for « in part »
		return theirs[o] == own[o]+1 && own[opSome] > 0 && partly(run.tokens)
	case opFirst:
		return u.begins && theirs[o] == own[o]+1 && toldFirst(run.tokens)
	case opFuture: // « from now on, your future conversations are no longer used »
		return own[o] > 0 && own[opNoMore] > 0 && theirs[o] == own[o]+1
	case opAfter: // « une fois connecté, cliquez »: the order of the step, said
		return u.list > 0 && theirs[o] > own[o] && forward(u, match) && !delays(run.tokens)
	case opAnything: // « rien à refuser », « pas de refus »
		return own[opNot] > 0 && own[opNot] == theirs[opNot] && (own[o] == theirs[o]+1 || theirs[o] == own[o]+1 && own[o] == 0 && (c.lang == "en" || unchanging(run.tokens)))
	case opMust: // « il faut ouvrir » for « ouvrez »
		if theirs[o] == own[o]+1 && own[opNot] > 0 && own[opNot] == theirs[opNot] && leftToDo(u.tokens) && needed(run.tokens) {
			return true // « no setting has to be changed » for « no setting to change »
		}
		if own[o] == theirs[o]+1 && own[opNot] > 0 && own[opNot] == theirs[opNot] && leftToDo(run.tokens) && needed(u.tokens) {
			return true // « no reason is to be given » for « you do not have to give a reason »
		}
		return u.list > 0 && theirs[o] == own[o]+1 && own[opNot] == 0 && opens(run.tokens, o)
	}
	return false
}

// changes says whether a unit says from when on something holds.
func (u *unit) changes() bool {
	return u.has(words().concepts["fromthen"]) || u.count(opFuture) > 0 || u.sequel()
}

// partly says whether tokens hold « only in part », said in one.
func partly(in []token) bool {
	for i := 1; i < len(in); i++ {
		if in[i].op == opOnly && in[i].text == "" && in[i-1].op == opSome {
			return true
		}
	}
	return false
}

// listedOnce says whether one « or » before the last of what is denied stands for a « nor » before each.
func listedOnce(a, b [ops]int) bool {
	return a[opNor] > 0 && a[opOr] == 0 && b[opNor] == 0 && b[opOr] == 1
}

func colon(in []token) bool {
	for i := range in {
		if in[i].kind == pause && (in[i].text == ":" || in[i].text == ";") {
			return true
		}
	}
	return false
}

// toldFirst says whether what some tokens put first is what the reader is told to do: « d’abord, ouvrez », « open the menu first », not « they must ask you first ».
func toldFirst(in []token) bool {
	i := at(in, opFirst)
	if tells(in, i) {
		return true
	}
	for k := i - 1; k >= 0 && in[k].clause == in[i].clause; k-- {
		if in[k].content() && tells(in, k) && !participle(in[k].form) && !in[k].name {
			return true
		}
	}
	return false
}

// reflexive says whether a French sentence has a verb with « se ».
func reflexive(in []token) bool {
	for i := range in {
		if in[i].form == "se" || in[i].form == "s" && (strings.HasPrefix(in[i].text, "s ") || i+1 < len(in) && in[i+1].glued) {
			return true
		}
	}
	return false
}

// opens says whether an operator stands at the head of a clause each time: « il faut ouvrir … ».
func opens(in []token, o op) bool {
	for i := range in {
		if in[i].op == o && !tells(in, i) {
			return false
		}
	}
	return true
}
