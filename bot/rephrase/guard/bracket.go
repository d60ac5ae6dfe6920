package guard

// listBracket returns where a bracket that opens at a token closes, when it only names things: no number, no date, and nothing that turns a sentence.
// The clause around it goes on after it. -1 for any other token.
func listBracket(in []token, i int) int {
	if in[i].kind != pause || in[i].text != "(" || besideLabel(in, i) {
		return -1
	}
	says := false
	for j := i + 1; j < len(in); j++ {
		t := &in[j]
		switch {
		case t.kind == pause && t.text == ")":
			if !says {
				return -1
			}
			return j
		case t.kind == stop, t.kind == number, t.kind == date, t.kind == label, t.kind == address, t.op != none && t.op != opOr,
			t.kind == pause && (t.text == "(" || t.text == ";"):
			return -1
		}
		says = says || t.content()
	}
	return -1
}

// bracketed refuses a run in which a bracket stands by other words than in the unit: « gratuites (Free), payantes (Pro) » with the names exchanged.
func bracketed(u *unit, run *run, match []places, r *reasons) {
	if brackets(u.tokens) < 2 {
		return
	}
	for i := range run.tokens {
		if t := &run.tokens[i]; t.kind != pause || t.text != "(" {
			continue
		}
		for k := i + 1; k < len(run.tokens) && run.tokens[k].text != ")"; k++ {
			_, j, single := where(u, &match[k])
			if !single || run.tokens[k].glue {
				continue
			}
			open := j
			for open >= 0 && u.tokens[open].text != "(" && u.tokens[open].text != ")" {
				open--
			}
			if open < 0 || u.tokens[open].text != "(" {
				break // it stood outside
			}
			mine, theirs := preceding(run.tokens, i), preceding(u.tokens, open)
			if mine.n > 0 && theirs.n > 0 && !mine.meets(&theirs) {
				r.add(Order, twoOf(run.tokens, i-1, k))
				return
			}
			break
		}
	}
}

func brackets(in []token) int {
	n := 0
	for i := range in {
		if in[i].kind == pause && in[i].text == "(" {
			n++
		}
	}
	return n
}

// preceding are the nearest two words with a fact before a bracket, others in brackets aside.
func preceding(in []token, i int) near {
	var w near
	found, inside := 0, false
	for j := i - 1; j >= 0 && found < 2 && in[j].kind != stop; j-- {
		switch {
		case in[j].text == ")":
			inside = true
		case in[j].text == "(":
			inside = false
		case !inside && in[j].content():
			w.add(&in[j])
			found++
		}
	}
	return w
}
