package guard

import "strings"

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
			s, place, single := where(u, &match[j])
			if single && byDoing(u, place) && j+1 < len(run.tokens) && run.tokens[j+1].kind == pause {
				return true
			}
			if s.clause >= 0 {
				return circumstance(u, s.clause) && !stated(u, s.clause)
			}
		}
	}
	return false
}

// stated says whether a clause of a unit says that something is so: « your posts are public: … ».
func stated(u *unit, clause int16) bool {
	for j := range u.tokens {
		if t := &u.tokens[j]; t.clause == clause && finished[t.form] && t.glue {
			return true
		}
	}
	return false
}

// byDoing says whether a unit begins with « by posting », « en publiant », and a word of the candidate stands for that alone.
func byDoing(u *unit, j int) bool {
	return j == 1 && (u.tokens[0].form == "by" && gerund(&u.tokens[1]) || u.tokens[0].form == "en" && strings.HasSuffix(u.tokens[1].form, "ant"))
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
			if stringing[u.tokens[j].form] && u.tokens[j].glue || u.tokens[j].op == opOr {
				continue // « …, ou avec une réponse incomplète »
			}
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
	return dated || u.tokens[first].op == opAccording || prepositions[u.tokens[first].form] || clause == 0 && last+1 < len(u.tokens) && u.tokens[last+1].text == ":"
}

// stringing are words for « and » that a circumstance may begin with.
var stringing = map[string]bool{"et": true, "and": true, "und": true, "y": true, "e": true}

var with = map[string]bool{"avec": true, "with": true, "mit": true, "con": true, "com": true, "met": true}

var prepositions = map[string]bool{
	"avec": true, "pour": true, "en": true, "à": true, "dans": true, "in": true, "at": true, "sans": true, "with": true, "for": true, "without": true, "mit": true, "für": true, "ohne": true, "con": true, "para": true,
	"sur": true, "au": true, "aux": true, "on": true, "under": true, "auf": true, "unter": true, "bei": true, "su": true, "em": true, "no": true, "na": true, "op": true, "chez": true,
	"by": true, "hors": true, "outside": true, "sin": true, "per": true, "senza": true, "com": true, "sem": true, "met": true, "voor": true, "zonder": true,
}
