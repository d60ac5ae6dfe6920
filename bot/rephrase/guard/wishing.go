package guard

// wishes says whether the « if » that a run has over its unit only says what something is for: « if you want to object, write » for « to object,
// write ». What is wished for must be what the unit has right after « to », « pour ».
func wishes(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opIf] != own[opIf]+1 {
		return false
	}
	for i := range run.tokens {
		if run.tokens[i].op == opIf && wishedFor(u, run, match, i) {
			return true
		}
	}
	return false
}

// wishedFor says whether the « if » at a place supposes nothing but that the reader wants what the unit has as a purpose.
func wishedFor(u *unit, run *run, match []places, i int) bool {
	want := wishAfter(run.tokens, i)
	if want < 0 {
		return false
	}
	k := nextFact(run.tokens, want)
	if k < 0 || run.tokens[k].clause != run.tokens[i].clause {
		return false
	}
	return match[k].any(func(j int) bool { return intended(u.tokens, j) || carried(u.tokens, j) })
}

// wishAfter is where « you want » stands right after the « if » at a place, -1 when it does not.
func wishAfter(in []token, i int) int {
	for k := i + 1; k < len(in) && k <= i+4; k++ {
		if in[k].is(words().concepts["want"]) {
			return k
		}
		if in[k].kind != word || !in[k].glue {
			return -1
		}
	}
	return -1
}

// intended says whether a word of an entry comes right after « to », « pour », at the head of a clause.
func intended(in []token, j int) bool {
	for k := j - 1; k >= 0 && k >= j-3; k-- {
		if in[k].kind == word && in[k].glue && purposes[in[k].form] && in[k].form != "a" && in[k].form != "in" {
			return k == 0 || in[k-1].kind == pause || in[k-1].kind == stop
		}
		if !in[k].glue {
			return false
		}
	}
	return false
}

// wishing says whether the word at a place of a run is the « want » of such an « if », or the « like » of « if you’d like ».
func wishing(in []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if in[k].op == opIf {
			return in[i].is(words().concepts["want"]) && wishAfter(in, k) == i
		}
	}
	return false
}

// intends says whether a unit has a purpose.
func intends(u *unit) bool {
	for j := range u.tokens {
		if u.tokens[j].content() && intended(u.tokens, j) {
			return true
		}
	}
	return false
}
