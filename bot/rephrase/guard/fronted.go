package guard

// fronted says whether the first stretch is a clause of the candidate by itself, taken out of a clause before which the unit has only circumstances.
func fronted(u *unit, all []stretch) bool {
	if len(all) < 2 || all[0].first != all[0].last || all[1].first == all[0].first {
		return false
	}
	for k := range all[0].of {
		if !circumstance(u, k) && !goesOnWith(u, k) {
			return false
		}
	}
	return all[0].of > 0
}

// goesOnWith says whether a clause only goes on with the circumstance before it: « hors de l’Union européenne, du Royaume-Uni … ».
func goesOnWith(u *unit, clause int16) bool {
	if clause == 0 || !circumstance(u, clause-1) && !goesOnWith(u, clause-1) {
		return false
	}
	for j := range u.tokens {
		if t := &u.tokens[j]; t.clause == clause && t.kind != pause {
			switch t.form {
			case "du", "de", "des", "d", "et", "ou", "and", "or", "the", "le", "la", "les", "l", "en", "au", "aux":
				return t.glue
			}
			return t.flags&proper != 0
		}
	}
	return false
}

// locates says whether a clause of a unit holds an address and nothing else, the only one there is.
func locates(u *unit, clause int16) bool {
	here, others := 0, 0
	for j := range u.tokens {
		t := &u.tokens[j]
		switch {
		case t.kind == address && t.clause == clause:
			here++
		case t.kind == address, t.clause == clause && (t.content() || t.op != none):
			others++
		}
	}
	return here == 1 && others == 0
}
