package guard

// quantifiersKept refuses a run in which two words for how much is meant changed places: « all your posts and some messages », « some of your posts and all
// messages ».
func quantifiersKept(u *unit, run *run, match []places, r *reasons) {
	for n, o := range quantifiers {
		for _, p := range quantifiers[n+1:] {
			if u.count(o) != 1 || u.count(p) != 1 || countOp(run.tokens, o) != 1 || countOp(run.tokens, p) != 1 {
				continue
			}
			i, k := at(run.tokens, o), at(run.tokens, p)
			mine, other := nextFact(run.tokens, i), nextFact(run.tokens, k)
			theirs, second := nextFact(u.tokens, at(u.tokens, o)), nextFact(u.tokens, at(u.tokens, p))
			if mine < 0 || other < 0 || theirs < 0 || second < 0 || theirs == second || mine == other {
				continue
			}
			if match[mine].has(second) && match[other].has(theirs) && !match[mine].has(theirs) && !match[other].has(second) {
				r.add(Scope, opNames[o]+": moved: "+around(run.tokens, i))
			}
		}
	}
}

var quantifiers = []op{opAll, opSome, opMost, opOnly, opNot, opMust, opCan, opAtLeast, opAtMost, opMore, opLess, opBefore, opAfter}
