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
