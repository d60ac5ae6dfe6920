package guard

// scoped refuses a run that turns « cannot » into « may not », or the other way round, where the language tells them apart by their order: « ne peut
// pas être retiré » and « peut ne pas être retiré ».
func scoped(from, to string, u *unit, run *run, r *reasons) {
	own, theirs := reachOf(u.tokens, from), reachOf(run.tokens, to)
	if own != 0 && theirs != 0 && own != theirs {
		r.add(Negation, around(run.tokens, at(run.tokens, opNot)))
	}
}

// reachOf is 1 where the one « not » of some tokens denies that something can be, 2 where what can be is that it is not, 0 where that is not told.
func reachOf(in []token, lang string) int {
	i, j := at(in, opNot), at(in, opCan)
	if i < 0 || j < 0 || countOp(in, opNot) != 1 || countOp(in, opCan) != 1 || in[i].clause != in[j].clause || in[j].form == "may" || in[j].form == "might" {
		return 0
	}
	near := func(from, to int) bool {
		for k := from + 1; k < to; k++ {
			if in[k].content() || in[k].kind == pause && in[k].text != "" {
				return false
			}
		}
		return true
	}
	switch lang {
	case "fr", "es", "it", "pt":
		switch {
		case i < j && near(i, j):
			return 1
		case j < i && near(j, i):
			return 2
		}
	case "en":
		if (j < i && i == j+1 || i < j && i+1 == j) && in[j].form != "possible" {
			return 1
		}
	}
	return 0
}

// sidesKept refuses a run in which what is denied and what is not changed sides of a semicolon: « A does not; B does » and « B does not; A does ».
func sidesKept(u *unit, run *run, match []places, r *reasons) {
	denied := map[int16]bool{}
	parts := int16(0)
	for j := range u.tokens {
		parts = max(parts, u.tokens[j].part)
		if u.tokens[j].op == opNot {
			denied[u.tokens[j].part] = true
		}
	}
	if parts == 0 || len(denied) == 0 || len(denied) > int(parts) {
		return
	}
	for i := range run.tokens {
		if run.tokens[i].op != opNot {
			continue
		}
		for k := i - 1; k >= 0 && run.tokens[k].clause == run.tokens[i].clause; k-- {
			if !run.tokens[k].content() || match[k].empty() {
				continue
			}
			if s, _, _ := where(u, &match[k]); s.part >= 0 && !denied[s.part] {
				r.add(Negation, around(run.tokens, i))
				return
			}
		}
	}
}

// oneKept refuses a run that makes several of the one thing that the unit points at: « that account », « your accounts ».
func oneKept(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		t := &run.tokens[i]
		if t.glue || t.kind != word || len(t.form) < minStem {
			continue
		}
		if _, j, single := where(u, &match[i]); single && j > 0 && t.form == u.tokens[j].form+"s" && pointing[u.tokens[j-1].form] {
			r.add(Scope, run.tokens[i].text)
			return
		}
	}
}

var pointing = map[string]bool{"this": true, "that": true, "ce": true, "cet": true, "cette": true}
