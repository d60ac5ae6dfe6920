package guard

import "strings"

// twoOf is what a reason tells of words that stand in another order, or by other words, than in the entry: « Google … Meta », as they stand in the candidate.
func twoOf(in []token, places ...int) string {
	var out []string
	for _, p := range places {
		if p >= 0 && p < len(in) && in[p].text != "" {
			from := p
			for from > 0 && in[from].glued {
				from--
			}
			out = append(out, written(in[from:p+1]))
		}
	}
	if len(out) == 0 {
		return written(in)
	}
	return strings.Join(out, " … ")
}

// written are tokens as they were written, as far as they tell: « isn’t », « n’efface », « adressez-vous ».
func written(in []token) string {
	var b strings.Builder
	for i := range in {
		t := &in[i]
		switch {
		case t.text == "":
			continue
		case b.Len() == 0:
		case t.glued && i > 0 && (len(in[i-1].text) < 3 || strings.HasSuffix(in[i-1].form, "qu") || len(t.text) < 3):
			b.WriteString("’")
		case t.glued:
			b.WriteString("-")
		case t.kind == pause && (t.text == "," || t.text == ")"), t.kind == stop && t.text == ".", i > 0 && in[i-1].text == "(":
		default:
			b.WriteString(" ")
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// around is a word that turns a sentence with the words it stands by: « not used for », « only in part ».
func around(in []token, i int) string {
	from, to := i, i+1
	for from > 0 && in[from].glued {
		from--
	}
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
	return written(in[from:to])
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
		return opNames[o] + ": " + written(run.tokens)
	}
	if theirs < own {
		return opNames[o] + ": missing: " + around(in, which)
	}
	return opNames[o] + ": " + around(in, which)
}
