package guard

import "strings"

// A run is what a candidate says of one unit.
type run struct {
	unit   int
	tokens []token
	pieces []bound
	from   int // its first piece
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
			r.add(Added, texts(p.tokens))
			continue
		}
		if p.unit == last {
			last := &out[len(out)-1]
			last.pieces = append(last.pieces, bound{len(last.tokens), p.sentence})
			last.tokens = append(last.tokens, p.tokens...)
			continue
		}
		if seen[p.unit] {
			r.add(Order, texts(p.tokens))
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
	match := s.match(c, run, r)
	s.covered(c, u, run, match, r)
	sameOps(c, u, run, match, r)
	inOrder(c, u, run, match, r)
	doneAlike(u, run, match, r)
	samePersons(c, u, run, match, r)
	sameNames(u, run, r)
	if !c.foreign {
		nobodyMoved(u, run, match, r)
		sameSubjects(u, run, match, r)
		permuted(u, run, match, r)
	}
	sameTense(u, run, r)
	bonded(u, run, match, r)
	adds(run, match, r)
}

// match finds for each token of a run the tokens of the unit that it may stand for, as a set of bits; what stands for none must be one
// that may be added.
func (s *Source) match(c *candidate, run *run, r *reasons) []places {
	u := &s.units[run.unit]
	out := make([]places, len(run.tokens))
	var unmatched []int
	for i := range run.tokens {
		t := &run.tokens[i]
		if t.op != none || t.n == 0 {
			continue
		}
		for j := range u.tokens {
			if u.tokens[j].content() && (alike(t, &u.tokens[j]) || same(t, &u.tokens[j]) && (!c.foreign || t.name || !u.tokens[j].known)) {
				out[i].add(j)
			}
		}
		if !out[i].empty() || t.glue || s.mayAdd(u, t) {
			continue
		}
		if c.foreign && cognate(u, t, &out[i]) {
			continue
		}
		unmatched = append(unmatched, i)
	}
	if len(unmatched) == 1 && c.guess(u, &run.tokens[unmatched[0]], out, unmatched[0]) {
		return out
	}
	for _, i := range unmatched {
		r.add(addedRule(&run.tokens[i]), run.tokens[i].text)
	}
	return out
}

// same says whether two words are written alike, whatever each is taken for: « Private Chat » after a colon and within a sentence.
func same(a, b *token) bool {
	return a.kind == word && b.kind == word && !a.glue && len(a.text) >= minStem && strings.EqualFold(a.text, b.text)
}

// alike says whether two tokens may stand for each other.
func alike(a, b *token) bool {
	for _, k := range a.list() {
		if b.is(k) {
			return true
		}
	}
	return false
}

// covered refuses a run that lacks what its unit says.
func (s *Source) covered(c *candidate, u *unit, run *run, match []places, r *reasons) {
	var met places
	for i := range match {
		met.join(&match[i])
	}
	for j := range u.tokens {
		t := &u.tokens[j]
		if !t.content() || met.has(j) || s.mayDrop(c, u, t) || saidOtherwise(u, j, &met) {
			continue
		}
		r.add(lostRule(t), t.text)
	}
	s.counted(u, run, r)
}
