package guard

// rolesKept refuses a run in which two words changed places across a preposition: « switch off the setting with the link », « switch off the link with the
// setting »; « reads your messages to answer you », « reads your answers to message you ».
func rolesKept(u *unit, run *run, match []places, r *reasons) {
	var gained, lost []int
	for i := range run.tokens {
		_, j, single := where(u, &match[i])
		if !single || !run.tokens[i].content() || run.tokens[i].kind != word {
			continue
		}
		now, before := wordBefore(run.tokens, i), wordBefore(u.tokens, j)
		switch {
		case roles[now] && before == "" && j > 0 && !opting(run.tokens, i):
			gained = append(gained, i)
		case roles[before] && now == "" && i > 0:
			lost = append(lost, i)
		}
	}
	for _, g := range gained {
		for _, l := range lost {
			_, j, _ := where(u, &match[l])
			if wordBefore(run.tokens, g) == wordBefore(u.tokens, j) {
				r.add(Order, twoOf(run.tokens, min(g, l), max(g, l)))
				return
			}
		}
	}
}

// roles are prepositions that say what part a word has in a sentence.
var roles = map[string]bool{"with": true, "for": true, "against": true, "without": true, "to": true, "avec": true, "pour": true, "contre": true, "sans": true}

// opting says whether the « for » before a place belongs to its verb: « optez pour une discussion secrète », « go for ».
func opting(in []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch in[k].form {
		case "optez", "opter", "opt", "opting", "go", "passez", "passer":
			return true
		}
	}
	return false
}
