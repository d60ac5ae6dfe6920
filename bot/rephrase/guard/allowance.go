package guard

import "slices"

// mayAdd says whether a token that a unit lacks may be said there all the same.
func (s *Source) mayAdd(u *unit, t *token) bool {
	switch {
	case t.flags&mayAdd != 0, t.flags&easyAdd != 0 && s.easy, t.flags&stepAdd != 0 && (u.list > 0 || u.labelled()):
		return true
	case t.is(words().wish):
		return u.count(opCan) > 0 && u.count(opMust) == 0
	case s.main != 0 && t.is(s.main):
		return !u.named()
	case t.is(words().concepts["against"]):
		return u.has(words().concepts["refuse"]) // « bezwaar maken tegen »
	case t.is(words().concepts["fromthen"]):
		return u.count(opNoMore) > 0 || u.count(opFuture) > 0 || u.sequel()
	}
	return s.inLabel(u, t) || saidAnyway(u, t)
}

// labelled says whether a unit has a name of the screen.
func (u *unit) labelled() bool {
	for i := range u.tokens {
		if u.tokens[i].kind == label {
			return true
		}
	}
	return false
}

// named says whether a unit names somebody.
func (u *unit) named() bool {
	for i := range u.tokens {
		if u.tokens[i].name {
			return true
		}
	}
	return false
}

// inLabel says whether a word is one of a name of the screen in the unit: what it is called may be said again beside it.
func (s *Source) inLabel(u *unit, t *token) bool {
	if t.kind != word || t.name {
		return false
	}
	for i := range u.tokens {
		if u.tokens[i].kind == label && s.labels.says(u.tokens[i].form, t) {
			return true
		}
	}
	return false
}

// saidOtherwise says whether the same word of a unit was met at another place: a word may be said once where the entry says it twice.
func saidOtherwise(u *unit, j int, met *places) bool {
	t := &u.tokens[j]
	if t.kind != word || t.flags&negative != 0 || decides(t) {
		return false
	}
	for k := range u.tokens {
		if met.has(k) && u.tokens[k].content() && alike(t, &u.tokens[k]) {
			return true
		}
	}
	return false
}

// mayDrop says whether a token of a unit may be left out.
func (s *Source) mayDrop(c *candidate, u *unit, t *token) bool {
	switch {
	case t.flags&mayDrop != 0, t.flags&stepAdd != 0 && (u.list > 0 || u.labelled()):
		return true
	case t.name && s.main != 0 && t.is(s.main):
		return c.hasMain
	}
	return false
}

// sequel says whether a unit says « then »: « they then rest on … » is « from then on, they rest on … ».
func (u *unit) sequel() bool {
	return slices.ContainsFunc(u.tokens, func(t token) bool {
		return t.glue && (t.form == "then" || t.form == "alors" || t.form == "dann" || t.form == "dan")
	})
}
