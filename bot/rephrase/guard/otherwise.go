package guard

// otherwise says whether an operator too many or too few belongs to a construction that another one stands for, whole. A translation is nearer to its words
// than a rewording, and has fewer of them.
func otherwise(c *candidate, o op, own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if !c.foreign && reworded(o, own, theirs, u, run, match) {
		return true
	}
	switch o {
	case opOnly:
		return ofItself(own, theirs, u, run) || onlyIf(own, theirs, u, run, match)
	case opIf:
		return onlyIf(own, theirs, u, run, match) || wishes(own, theirs, u, run, match) || onceAfter(own, theirs, u, run, match)
	case opAlready, opStill:
		if o == opAlready && own[o] == theirs[o]+1 && own[opBefore] > 0 && own[opBefore] == theirs[opBefore] && pluperfect(run.tokens) {
			return true // « if you had already refused before the change »
		}
		return alreadyDone(u, run, match) && (o == opAlready || theirs[o] == own[o]+1 && soFar(run.tokens))
	case opPast:
		return theirs[o] == own[o]+1 && alreadyDone(u, run, match)
	case opFuture:
		return own[o] == theirs[o]+1 && afterwards(u.tokens) && own[opNoMore] > 0 && own[opNoMore] == theirs[opNoMore]
	case opOr:
		return own[o] == theirs[o]+1 && thatIs(u.tokens) && defines(run.tokens)
	case opAnyone, opAnything:
		return anyOrAll(own, theirs, u, run)
	case opSince:
		return ageToHave(own, theirs, u, run, match)
	case opAccording:
		return underTerms(own, theirs, u, run, match)
	case opAfter:
		return onceAfter(own, theirs, u, run, match)
	case opUnless:
		return onlyIf(own, theirs, u, run, match)
	case opNot:
		return onlyIf(own, theirs, u, run, match) || saidAgain(own, theirs, u, run)
	case opAll:
		return anyOrAll(own, theirs, u, run) || notAll(own, theirs, u, run) || anySuch(own, theirs, u, run, match)
	case opSome:
		return notAll(own, theirs, u, run) || several(own, theirs, u, run, match)
	case opCan:
		return upToAmount(own, theirs, u, run) || canVary(own, theirs, run) || onNe(own, theirs, u, run)
	case opMust, opShould, opForbid:
		return toldTo(o, own, theirs, u, run, match)
	}
	return false
}

// reworded is otherwise for constructions that only a text in the language of the entry may have.
func reworded(o op, own, theirs [ops]int, u *unit, run *run, match []places) bool {
	switch o {
	case opIf:
		return asLongAs(own, theirs, u, run, match)
	case opAnyone:
		return askedByNobody(own, theirs, u, run, match)
	case opNor:
		return norAgain(own, theirs, u, run, match)
	case opMore, opSince:
		return versionOn(own, theirs, u, run, match)
	case opBefore, opUntil:
		return asLongAs(own, theirs, u, run, match) || notUntil(own, theirs, u, run, match)
	case opNot:
		return asLongAs(own, theirs, u, run, match) || leftOut(own, theirs, u, run, match) || norAgain(own, theirs, u, run, match)
	case opSome:
		return someOthers(own, theirs, u, run, match)
	case opCan:
		return permission(own, theirs, u, run, match) || norAgain(own, theirs, u, run, match) || suggested(own, theirs, u, run, match) ||
			reachable(own, theirs, u, run, match) || notFound(o, own, theirs, u, run) || middle(own, theirs, u, run, match)
	case opBecause:
		return soThat(own, theirs, u, run, match)
	case opReported:
		return notFound(o, own, theirs, u, run)
	}
	return false
}
