package guard

// permitted says whether the word at a place of a run is the « allowed to » of what the unit says with « may »: « OpenAI may not train », « OpenAI is not
// allowed to train ». What follows must be the same.
func permitted(u *unit, run *run, match []places, i int) bool {
	t := &run.tokens[i]
	if !t.is(words().concepts["allow"]) && !t.is(words().concepts["permission"]) || u.count(opCan) != countOp(run.tokens, opCan)+1 || i+1 >= len(run.tokens) || !infinitives[run.tokens[i+1].form] {
		return false
	}
	k := nextFact(run.tokens, i)
	if k < 0 {
		return false
	}
	for j := range u.tokens {
		if u.tokens[j].op == opCan && u.tokens[j].form != "possible" {
			if next := nextFact(u.tokens, j); next >= 0 && match[k].has(next) && deniedHere(u.tokens, j) == deniedHere(run.tokens, i) {
				return true
			}
		}
	}
	return false
}

// permission says whether a run lacks one « may » of its unit, and says « allowed to » instead.
func permission(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if own[opCan] != theirs[opCan]+1 {
		return false
	}
	for i := range run.tokens {
		if permitted(u, run, match, i) {
			return true
		}
	}
	return false
}

// norAgain says whether what the unit denies with « cannot A, nor B » is denied twice in the run: « can’t A, and can’t B ». Each must deny the same.
func norAgain(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if own[opNor] != theirs[opNor]+1 || theirs[opNot] != own[opNot]+1 || theirs[opCan] > own[opCan]+1 || theirs[opCan] < own[opCan] {
		return false
	}
	j := at(u.tokens, opNor)
	second := nextFact(u.tokens, j)
	if second < 0 {
		return false
	}
	seen := false
	for i := range run.tokens {
		if run.tokens[i].op != opNot {
			continue
		}
		k := nextFact(run.tokens, i)
		if k >= 0 && match[k].has(second) && seen {
			return theirs[opCan] == own[opCan] || canBy(run.tokens, i)
		}
		seen = true
	}
	return false
}

// norPlaced says whether a « not » or « can » at a place of a run stands by what the unit denies with its « nor ».
func norPlaced(u *unit, run *run, match []places, i int) bool {
	if o := run.tokens[i].op; o != opNot && o != opCan || u.count(opNor) != countOp(run.tokens, opNor)+1 {
		return false
	}
	j := at(u.tokens, opNor)
	second, k := nextFact(u.tokens, j), nextFact(run.tokens, i)
	return second >= 0 && k >= 0 && match[k].has(second)
}

// canBy says whether a « can » stands right beside the « not » at a place.
func canBy(in []token, i int) bool {
	return i > 0 && in[i-1].op == opCan || i+1 < len(in) && in[i+1].op == opCan
}

// versionOn says whether the « since » that a run lacks is the « or later » that it has instead, of the same number: « from Firefox 148 on », « Firefox 148 or
// later ».
func versionOn(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if own[opSince] != theirs[opSince]+1 || theirs[opMore] != own[opMore]+1 {
		return false
	}
	i, j := at(run.tokens, opMore), at(u.tokens, opSince)
	if i < 1 || run.tokens[i-1].kind != number {
		return false
	}
	for k := j + 1; k < len(u.tokens) && k <= j+3; k++ {
		if u.tokens[k].kind == number {
			return match[i-1].has(k)
		}
	}
	return false
}

// notUntil says whether « not before » and « not until » change places: « before the announcement your data was not used », « until the announcement …».
func notUntil(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if own[opNot] == 0 || own[opNot] != theirs[opNot] {
		return false
	}
	from, to := opBefore, opUntil
	if own[opUntil] == theirs[opUntil]+1 {
		from, to = opUntil, opBefore
	}
	if own[from] != theirs[from]+1 || theirs[to] != own[to]+1 {
		return false
	}
	k, next := nextFact(run.tokens, at(run.tokens, to)), nextFact(u.tokens, at(u.tokens, from))
	return k >= 0 && next >= 0 && match[k].has(next) && !deniedHereFirst(u.tokens, at(u.tokens, from))
}

// deniedHereFirst says whether the « not » of a clause comes right before the « before » at a place: « not before 3 November » says more.
func deniedHereFirst(in []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if in[k].op == opNot {
			return true
		}
	}
	return false
}
