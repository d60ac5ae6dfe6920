package guard

// supposed says whether what an « if » of the candidate supposes is a mere circumstance in the unit: « avec deux comptes, … », « compte
// privé : … ».
func supposed(u *unit, run *run, match []places) bool {
	for i := range run.tokens {
		if run.tokens[i].op != opIf {
			continue
		}
		for j := i + 1; j < len(run.tokens); j++ {
			if match[j].empty() || run.tokens[j].flags&mayAdd != 0 {
				continue
			}
			if s, _, _ := where(u, &match[j]); s.clause >= 0 {
				return circumstance(u, s.clause)
			}
		}
	}
	return false
}

// circumstance says whether a clause of a unit begins with a preposition, or opens the unit and ends with a colon.
func circumstance(u *unit, clause int16) bool {
	first, last := -1, -1
	dated := true // « le 10 octobre 2025, … »
	for j := range u.tokens {
		if u.tokens[j].clause != clause || u.tokens[j].kind == pause {
			continue
		}
		if first < 0 {
			first = j
		}
		last = j
		dated = dated && (u.tokens[j].kind == date || u.tokens[j].glue)
	}
	if first < 0 {
		return false
	}
	for j := first; j <= last; j++ {
		switch u.tokens[j].op {
		case opIf, opUnless, opCan, opMust, opShould, opBecause:
			return false
		}
	}
	for last+1 < len(u.tokens) && u.tokens[last+1].text == ")" {
		last++
	}
	return dated || prepositions[u.tokens[first].form] || clause == 0 && last+1 < len(u.tokens) && u.tokens[last+1].text == ":"
}

// given says whether what an « if » of the unit supposes is a mere circumstance in the candidate: « avec un compte professionnel » for « si vous
// avez un compte professionnel ». Only a clause with « with » is one.
func given(u *unit, run *run, match []places) bool {
	at := -1
	for j := range u.tokens {
		if u.tokens[j].op != opIf {
			continue
		}
		if at >= 0 {
			return false
		}
		at = j
	}
	clause, met := int16(-1), false
	for i := range run.tokens {
		t := &run.tokens[i]
		if t.op != none || t.glue {
			continue
		}
		match[i].each(func(j int) {
			if u.tokens[j].clause == u.tokens[at].clause && j > at && !met {
				clause, met = t.clause, true
			}
		})
	}
	if !met {
		return false
	}
	for i := range run.tokens {
		if t := &run.tokens[i]; t.clause == clause && t.kind != pause {
			return with[t.form]
		}
	}
	return false
}

var with = map[string]bool{"avec": true, "with": true, "mit": true, "con": true, "com": true, "met": true}

var prepositions = map[string]bool{
	"avec": true, "pour": true, "en": true, "à": true, "dans": true, "in": true, "at": true, "sans": true, "with": true, "for": true, "without": true, "mit": true, "für": true, "ohne": true, "con": true, "para": true,
	"sur": true, "au": true, "aux": true, "on": true, "under": true, "auf": true, "unter": true, "bei": true, "su": true, "em": true, "no": true, "na": true, "op": true, "chez": true,
	"sin": true, "per": true, "senza": true, "com": true, "sem": true, "met": true, "voor": true, "zonder": true,
}
