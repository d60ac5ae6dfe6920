package guard

// A spot is where in the unit a token of the candidate stands, -1 where that cannot be told, and in which clause of the candidate it is.
type spot struct {
	clause, part, mine int16
	at                 int  // its place in the run
	tells              bool // it tells things apart: a name, a number, « free »
	agent              bool // « by » stands before it
}

// where returns the clause and the part of the places a token matches, and the place when it is the only one.
func where(u *unit, p *places) (s spot, place int, single bool) {
	s, place = spot{clause: -1, part: -1}, -1
	n := 0
	p.each(func(j int) {
		t := &u.tokens[j]
		if n++; n == 1 {
			s, place = spot{clause: t.clause, part: t.part}, j
			return
		}
		if t.clause != s.clause {
			s.clause = -1
		}
		if t.part != s.part {
			s.part = -1
		}
	})
	return s, place, n == 1
}

// A stretch is some tokens in a row that belong to one clause or part of the unit.
type stretch struct {
	of          int16
	from, to    int   // its first and last token in the run
	first, last int16 // clauses of the candidate that it begins and ends in
	tells       bool
	agent       bool // it begins with who does it: « by the crawlers that … »
}

// mixed says whether something is left and taken up again, and which two tokens of the run stand where it is. With clauses, for which u is given, what stands in between may be one thing,
// whole: in the same clause of the candidate, or in one of its own.
func mixed(u *unit, seq []spot, of func(spot) int16) (before, after int, is bool) {
	var all []stretch
	for _, s := range seq {
		n := of(s)
		if n < 0 {
			continue
		}
		if k := len(all) - 1; k >= 0 && all[k].of == n {
			all[k].last, all[k].to = s.mine, s.at
			all[k].tells = all[k].tells || s.tells
			continue
		}
		all = append(all, stretch{of: n, from: s.at, to: s.at, first: s.mine, last: s.mine, tells: s.tells, agent: s.agent})
	}
	for i := range all {
		if i == 0 && u != nil && fronted(u, all) {
			continue // « Depuis le 16 décembre 2025, … » from within
		}
		for j := i + 1; j < len(all); j++ {
			if all[j].of != all[i].of {
				continue
			}
			if u == nil || j != i+2 || !whole(u, all, i+1) {
				return all[j-1].to, all[j].from, true
			}
		}
	}
	return -1, -1, false
}

// whole says whether the stretch at i, set into another, is all there is of its clause, and is set in neatly.
func whole(u *unit, all []stretch, i int) bool {
	for j := range all {
		if j != i && all[j].of == all[i].of {
			return false
		}
	}
	b, before, after := all[i], all[i-1].last, all[i+1].first
	if b.first != b.last {
		return false
	}
	if b.agent {
		return true // « are no longer taken by the crawlers that respect it »
	}
	if quoting(u, b.of) {
		return true // « the providers, DuckDuckGo says, have agreed »
	}
	if locates(u, b.of) && b.first == before {
		return true // « try privacy@suno.ai, the other known address »
	}
	outside := b.first != before && b.first != after
	if b.tells && (all[i-1].tells || all[i+1].tells) && (!circumstance(u, b.of) || circumstance(u, all[i-1].of)) {
		return outside // « la gratuite s’appelle A, la payante B » could change names
	}
	return outside || before == after && b.first == before
}

// soleOperator finds the operator of the unit that the one at i stands for, when each has one of its kind; -1 otherwise.
func soleOperator(u *unit, run *run, i int) int {
	o := run.tokens[i].op
	if !ruling[o] || u.count(o) != 1 || countOp(run.tokens, o) != 1 {
		return -1
	}
	for j := range u.tokens {
		if u.tokens[j].op == o {
			return j
		}
	}
	return -1
}

// ruling are the operators that say what holds for a clause.
var ruling = [ops]bool{opNot: true, opCan: true, opMust: true, opForbid: true, opShould: true}

// forward says whether the words of a run come in the order of the unit, as far as that can be told.
func forward(u *unit, match []places) bool {
	last := int16(-1)
	for i := range match {
		if match[i].empty() {
			continue
		}
		s, _, _ := where(u, &match[i])
		if s.clause < 0 {
			continue
		}
		if s.clause < last {
			return false
		}
		last = s.clause
	}
	return true
}
