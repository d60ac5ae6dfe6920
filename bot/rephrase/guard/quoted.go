package guard

import "strings"

// twoOf is what a reason tells of words that stand in another order, or by other words, than in the entry: « Google … Meta », as they stand in the candidate.
func twoOf(in []token, places ...int) string {
	var out []string
	for _, p := range places {
		if p >= 0 && p < len(in) && in[p].text != "" {
			out = append(out, in[p].text)
		}
	}
	if len(out) == 0 {
		return texts(in)
	}
	return strings.Join(out, " … ")
}

// around is a word that turns a sentence with the words it stands by: « not used for », « only in part ».
func around(in []token, i int) string {
	from, to := i, i+1
	facts := 0
	for to < len(in) && to < i+7 && facts < 2 && in[to].kind != stop && (in[to].kind != pause || in[to].text == "") {
		if in[to].content() {
			facts++
		}
		to++
	}
	if facts == 0 {
		for from > 0 && from > i-5 && facts < 2 && in[from-1].kind != stop {
			from--
			if in[from].content() {
				facts++
			}
		}
	}
	return texts(in[from:to])
}

// miscounted is what a reason tells of an operator that a run has more or less often than its unit: its name, and where one too many stands, or one is missing.
func miscounted(o op, own, theirs int, u *unit, run *run, stands func(int) bool) string {
	in, which := run.tokens, -1
	if theirs < own {
		in = u.tokens
	}
	for i := range in {
		if in[i].op == o && (which < 0 || theirs > own && !stands(i)) {
			which = i
		}
	}
	if which < 0 {
		return opNames[o] + ": " + texts(run.tokens)
	}
	if theirs < own {
		return opNames[o] + ": missing: " + around(in, which)
	}
	return opNames[o] + ": " + around(in, which)
}
