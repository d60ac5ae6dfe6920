package guard

// outermost reads « up to three years », « jusqu’à 72 heures » as « at most »: how long something lasts at the longest. « Until 18 November » is a day.
func outermost(in []token) {
	for i := range in {
		if in[i].op != opUntil || in[i].kind != word {
			continue
		}
		j := i + 1
		for j < len(in) && j < i+3 && in[j].glue && in[j].kind == word {
			j++
		}
		if j+1 < len(in) && in[j].kind == number && measured(&in[j+1]) {
			in[i].op = opAtMost
		}
	}
}
