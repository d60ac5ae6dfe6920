package guard

// A run is what a candidate says of one unit.
type run struct {
	unit   int
	tokens []token
	pieces []bound
	from   int  // its first piece
	head   head // what it makes a condition of (see headed)
	topic  bool // a question in it only says what is spoken of: « Une réunion ? Demandez … »
}

// A bound is where a piece begins in a run, and the sentence of the candidate that it belongs to.
type bound struct{ at, sentence int }

// runs gathers the pieces of each unit. A unit that is taken up again after another was is out of order.
func (s *Source) runs(c *candidate, r *reasons) []run {
	var out []run
	seen := make([]bool, len(s.units))
	last := -1
	for i := range c.pieces {
		p := &c.pieces[i]
		if p.unit == prefaced {
			continue
		}
		if p.unit < 0 {
			r.add(Added, written(p.tokens))
			continue
		}
		if p.unit == last {
			last := &out[len(out)-1]
			last.pieces = append(last.pieces, bound{len(last.tokens), p.sentence})
			last.tokens = append(last.tokens, p.tokens...)
			continue
		}
		if seen[p.unit] {
			r.add(Order, written(p.tokens))
		}
		seen[p.unit], last = true, p.unit
		size := 0
		for j := i; j < len(c.pieces) && (c.pieces[j].unit == p.unit || c.pieces[j].unit == prefaced); j++ {
			size += len(c.pieces[j].tokens)
		}
		out = append(out, run{unit: p.unit, tokens: append(make([]token, 0, size), p.tokens...), pieces: []bound{{0, p.sentence}}, from: i})
	}
	return out
}

// compare lays a run against its unit.
func (s *Source) compare(c *candidate, run *run, r *reasons) {
	u := &s.units[run.unit]
	if c.foreign && u.echo && u.question {
		inquiry(u, run, r)
		return
	}
	match := s.match(c, run, r)
	for i := range run.tokens {
		run.tokens[i].idle = match[i].empty() && run.tokens[i].flags&mayAdd != 0
	}
	if !c.foreign {
		run.head = headed(u, run, match)
	}
	asked(c, u, run, match, r)
	s.covered(c, u, run, match, r)
	sameOps(c, u, run, match, r)
	contrasted(u, run, r)
	inOrder(c, u, run, match, r)
	doneAlike(u, run, match, r)
	samePersons(c, u, run, match, r)
	sameOwners(s.lang, c.lang, u, run, match, r)
	sameNames(u, run, r)
	if !c.foreign {
		nobodyMoved(u, run, match, r)
		sameSubjects(u, run, match, r)
		permuted(u, run, match, r)
	}
	scoped(s.lang, c.lang, u, run, r)
	sidesKept(u, run, match, r)
	quantifiersKept(u, run, match, r)
	unsaidKept(u, run, r)
	alwaysKept(u, run, r)
	if !c.foreign {
		oneKept(u, run, match, r)
		marksKept(u, run, match, r)
		subjectsKept(u, run, match, r)
		objectsKept(u, run, match, r)
		bidInstead(u, run, match, r)
		doesInstead(u, run, match, r)
		voicesKept(u, run, match, r)
		doersKept(u, run, match, r)
		partnersKept(u, run, match, r)
		rolesKept(u, run, match, r)
		exchanged(u, run, match, r)
		noneFor(u, run, match, r)
	}
	sameTense(s.lang, c.lang, u, run, r)
	bonded(u, run, match, r)
	bracketed(u, run, match, r)
	adds(run, match, r)
	echoes(c, run, match, r)
}
