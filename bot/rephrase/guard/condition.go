package guard

// A supposition is what an « if », an « unless » or an « only if » of some tokens supposes: its clause, from the word that opens it.
type supposition struct{ from, to int }

// suppositions are the clauses that each operator of a kind opens.
func suppositions(in []token, o op) []supposition {
	var out []supposition
	for i := range in {
		if in[i].op != o {
			continue
		}
		to := i + 1
		for to < len(in) && in[to].clause == in[i].clause {
			to++
		}
		out = append(out, supposition{i + 1, to})
	}
	return out
}

// onlyIf says whether two texts put one condition on one thing, the one with « only if », « not unless », « unless not », the other with another
// of them: « P only if Q », « not P unless Q », « not P if not Q » and « not P as long as not Q » say the same, and so do « P unless Q » and « P if not Q ».
func onlyIf(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	var d [ops]int
	for _, o := range []op{opOnly, opIf, opUnless, opNot, opOr} {
		d[o] = theirs[o] - own[o]
	}
	switch {
	case d[opOr] != 0:
		return false
	case d[opOnly] == -1 && d[opIf] == -1 && d[opUnless] == 1 && d[opNot] == 1: // P only if Q → not P unless Q
		return onlyBefore(u.tokens) && deniesRest(run.tokens, opUnless, false) && aligned(u, opIf, run, opUnless, match)
	case d[opOnly] == 1 && d[opIf] == 1 && d[opUnless] == -1 && d[opNot] == -1:
		return onlyBefore(run.tokens) && deniesRest(u.tokens, opUnless, false) && aligned(u, opUnless, run, opIf, match)
	case d[opOnly] == -1 && d[opIf] == 0 && d[opUnless] == 0 && d[opNot] == 2: // P only if Q → not P if not Q
		return onlyBefore(u.tokens) && deniesRest(run.tokens, opIf, true) && aligned(u, opIf, run, opIf, match)
	case d[opOnly] == 1 && d[opIf] == 0 && d[opUnless] == 0 && d[opNot] == -2:
		return onlyBefore(run.tokens) && deniesRest(u.tokens, opIf, true) && aligned(u, opIf, run, opIf, match)
	case d[opOnly] == 0 && d[opIf] == 1 && d[opUnless] == -1 && d[opNot] == 1: // P unless Q → P if not Q
		return deniesWithin(run.tokens, opIf) && aligned(u, opUnless, run, opIf, match)
	case d[opOnly] == 0 && d[opIf] == -1 && d[opUnless] == 1 && d[opNot] == -1:
		return deniesWithin(u.tokens, opIf) && aligned(u, opIf, run, opUnless, match)
	}
	return false
}

// onlyBefore says whether the one « only » of some tokens stands right before the one « if », in French with a verb between: « ne sert que si ».
func onlyBefore(in []token) bool {
	i, j := at(in, opOnly), at(in, opIf)
	if i < 0 || j < i || countOp(in, opOnly) != 1 || countOp(in, opIf) != 1 {
		return false
	}
	for k := i + 1; k < j; k++ {
		if in[k].content() || in[k].kind == pause && in[k].text != "" {
			return false
		}
	}
	return true
}

// deniesRest says whether one « not » stands outside the clause that an operator opens, and one within it when within is true, none otherwise.
func deniesRest(in []token, o op, within bool) bool {
	inside, outside := denials(in, o)
	return outside == 1 && (inside == 1) == within && inside <= 1
}

// deniesWithin says whether the one « not » of some tokens stands in the clause that an operator opens.
func deniesWithin(in []token, o op) bool {
	inside, outside := denials(in, o)
	return inside == 1 && outside == 0
}

// denials counts the « not » inside and outside the one clause that an operator opens; with several clauses nothing counts as outside.
func denials(in []token, o op) (inside, outside int) {
	all := suppositions(in, o)
	if len(all) != 1 {
		return 0, 0
	}
	for i := range in {
		if in[i].op != opNot {
			continue
		}
		if i >= all[0].from && i < all[0].to {
			inside++
		} else {
			outside++
		}
	}
	return inside, outside
}

// aligned says whether the clause that one operator opens in the run is of the clause that another opens in the unit, and of nothing else, and what
// stands outside of what stands outside it.
func aligned(u *unit, o op, run *run, p op, match []places) bool {
	theirs, mine := suppositions(u.tokens, o), suppositions(run.tokens, p)
	if len(theirs) != 1 || len(mine) != 1 {
		return false
	}
	met := false
	for i := range run.tokens {
		if match[i].empty() || run.tokens[i].glue {
			continue
		}
		inside := i >= mine[0].from && i < mine[0].to
		same, any := false, false
		match[i].each(func(j int) {
			any = true
			same = same || (j >= theirs[0].from && j < theirs[0].to) == inside
		})
		if any && !same {
			return false
		}
		met = met || inside && same
	}
	return met
}
