package guard

// ofAge takes « il faut avoir 16 ans », « you must be 16 » for « from 16 »: what is asked is an age, and nothing that anybody could do.
func ofAge(in []token) {
	for i := 0; i+2 < len(in); i++ {
		if in[i].op != opMust || forbidding[in[i].form] && in[i].form != "must" {
			continue
		}
		j := i + 1
		if in[j].glue && (in[j].form == "to") {
			j++
		}
		if j+2 < len(in) && (in[j].form == "be" || in[j].form == "avoir") && in[j+1].op == opAtLeast && in[j+2].kind == number {
			in[i].op, in[i].glue, in[i].n = none, true, 0 // « must be at least 16 »: that is said by « at least »
			continue
		}
		if j+2 < len(in) && in[j].glue && (in[j].form == "avoir" || in[j].form == "be") && in[j+1].kind == number && (in[j].form == "be" || in[j+2].form == "ans" || in[j+2].form == "an") {
			in[i].op = opSince
		}
	}
}

// ageToHave says whether the one « since » that a run has over its unit is that of « you have to be 16 », for an age that the unit has alone: « 16 in the
// European Union ».
func ageToHave(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opSince] != own[opSince]+1 {
		return false
	}
	for i := range run.tokens {
		if run.tokens[i].op != opSince || run.tokens[i].kind != word {
			continue
		}
		switch run.tokens[i].form {
		case "have", "must", "il", "has", "faut":
		default:
			continue
		}
		for k := i + 1; k < len(run.tokens) && k <= i+4; k++ {
			if _, j, single := where(u, &match[k]); single && run.tokens[k].kind == number {
				return j+1 < len(u.tokens) && (u.tokens[j+1].kind == pause || u.tokens[j+1].glue && prepositions[u.tokens[j+1].form])
			}
		}
	}
	return false
}
