package guard

// sameOps refuses a run whose operators are not those of its unit, or stand by other things.
func sameOps(c *candidate, u *unit, run *run, match []places, r *reasons) {
	var own, theirs [ops]int
	for i := range u.tokens {
		own[u.tokens[i].op]++
	}
	for i := range run.tokens {
		theirs[run.tokens[i].op]++
	}
	for o := op(1); o < ops; o++ {
		if own[o] == theirs[o] || forgiven(c, o, own, theirs, u, run, match) {
			continue
		}
		r.add(o.rule(), miscounted(o, own[o], theirs[o], u, run, func(i int) bool { return stands(c, u, run, match, i) }))
	}
	for i := range run.tokens {
		if o := run.tokens[i].op; o != none && own[o] > 0 && placed[o] && !stands(c, u, run, match, i) {
			r.add(o.rule(), opNames[o]+": moved: "+around(run.tokens, i))
		}
	}
}

// placed are the operators that must stand by the same things as in the entry.
var placed = [ops]bool{
	opNot: true, opCan: true, opMust: true, opForbid: true, opShould: true, opOnly: true, opAll: true, opSome: true, opMost: true, opIf: true, opUnless: true, opBefore: true,
	opAfter: true, opFuture: true, opPast: true, opAtLeast: true, opAtMost: true, opMore: true, opLess: true, opEvenIf: true, opSince: true,
	opUntil: true, opFirst: true, opThan: true,
}

// stands says whether the operator at i has a word beside it that one of its kind has in the entry.
func stands(c *candidate, u *unit, run *run, match []places, i int) bool {
	if hanging(run.tokens, i) {
		return false
	}
	both := c.foreign || run.tokens[i].op == opFirst
	mine := window(run.tokens, i, both)
	if mine.n == 0 {
		return true
	}
	any := false
	for j := range u.tokens {
		if u.tokens[j].op != run.tokens[i].op {
			continue
		}
		theirs := window(u.tokens, j, both)
		any = any || theirs.n == 0 || theirs.meets(&mine)
	}
	return any || norPlaced(u, run, match, i) || deniedBefore(u, run, match, i) || noneByNone(u, run, i)
}
