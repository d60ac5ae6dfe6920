package guard

// otherwise says whether an operator too many or too few belongs to a construction that another one stands for, whole.
func otherwise(_ *candidate, o op, own, theirs [ops]int, u *unit, run *run, match []places) bool {
	switch o {
	case opOnly:
		return ofItself(own, theirs, u, run) || onlyIf(own, theirs, u, run, match)
	case opIf:
		return onlyIf(own, theirs, u, run, match) || wishes(own, theirs, u, run, match) || onceAfter(own, theirs, u, run, match)
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
		return notAll(own, theirs, u, run) || anySuch(own, theirs, u, run, match)
	case opSome:
		return notAll(own, theirs, u, run) || several(own, theirs, u, run, match)
	case opCan:
		return suggested(own, theirs, u, run, match) || reachable(own, theirs, u, run, match) || notFound(o, own, theirs, u, run) || upToAmount(own, theirs, u, run) || canVary(own, theirs, run) || onNe(own, theirs, u, run)
	case opReported:
		return notFound(o, own, theirs, u, run)
	case opMust, opShould, opForbid:
		return toldTo(o, own, theirs, u, run, match)
	}
	return false
}
