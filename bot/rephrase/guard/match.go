package guard

import "strings"

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
			if u.tokens[j].content() && (alike(t, &u.tokens[j]) || c.foreign && nameTranslated(t, &u.tokens[j]) || same(t, &u.tokens[j]) && (!c.foreign || t.name || !u.tokens[j].known)) {
				out[i].add(j)
			}
		}
		if !out[i].empty() || t.glue || s.mayAdd(u, t) || stopping[t.form] && u.count(opNoMore) == countOp(run.tokens, opNoMore)+1 || lasts(t) && u.count(opStill) == countOp(run.tokens, opStill)+1 {
			continue
		}
		if c.foreign && cognate(u, t, &out[i]) || serving(run.tokens, i) || s.antecedent(run.unit, run, t) || automatically(u, t) || wishing(run.tokens, i) && intends(u) {
			continue
		}
		unmatched = append(unmatched, i)
	}
	unmatched = allowed(u, run, out, unmatched)
	if len(unmatched) > 0 {
		unmatched = c.standIn(u, run, out, unmatched)
	}
	for _, i := range unmatched {
		r.add(addedRule(&run.tokens[i]), run.tokens[i].text)
	}
	return out
}

// same says whether two words are written alike, whatever each is taken for: « Private Chat » after a colon and within a sentence. A name is no
// word in small letters: « Google Photo » for « votre photo ».
func same(a, b *token) bool {
	return a.kind == word && b.kind == word && !a.glue && len(a.text) >= minStem && strings.EqualFold(a.text, b.text) && (!a.name || capital(b.text))
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
	still := countOp(run.tokens, opStill) == u.count(opStill)+1
	for j := range u.tokens {
		t := &u.tokens[j]
		if still && lasts(t) && !met.has(j) {
			still = false // « are still public » for « stay public »
			continue
		}
		if stopping[t.form] && !met.has(j) && ceases(u.tokens) && !ceases(run.tokens) && countOp(run.tokens, opNoMore) == u.count(opNoMore)+1 {
			continue // « no longer trains » for « stops training »
		}
		if !t.content() || met.has(j) || s.mayDrop(c, u, t) || saidOtherwise(u, j, &met) ||
			serving(u.tokens, j) || c.spares(u, j, &met) || employed(u, run, match, j) || excludedNot(t, u, run) ||
			chosen(t, u, run) || followed(t, u, run, match) || t.is(words().concepts["own"]) && itselfSaid(run.tokens) || offeredIs(t, run, match) ||
			sends(u, t) && byWriting(run.tokens) {
			continue
		}
		r.add(lostRule(t), t.text)
	}
	s.counted(u, run, r)
}
