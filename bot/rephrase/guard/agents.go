package guard

// moving says whether a word only leads from one place of the screen to the next.
func moving(t *token) bool {
	return t.kind == word && (t.is(words().concepts["navigate"]) || t.is(words().concepts["open"])) && t.flags&negative == 0
}

// agentTurned says whether the actor at a place of a run stands there after « by », and does it in the unit, or the other way round: « the authority has opened
// an inquiry into Meta », « an inquiry into Meta was opened by the authority ». Several such actors must keep their order.
func agentTurned(u *unit, place int, run *run, match []places, i int) bool {
	if !turnedActor(u, place, run, i) {
		return false
	}
	for k := range run.tokens {
		_, j, single := where(u, &match[k])
		if k != i && single && acts(&run.tokens[k]) && turnedActor(u, j, run, k) && (k < i) != (j < place) {
			return false
		}
	}
	return true
}

// turnedActor says whether « by » stands before an actor in one text only, where no other preposition stands in the other.
func turnedActor(u *unit, place int, run *run, i int) bool {
	mine, theirs := preposition(run.tokens, i), preposition(u.tokens, place)
	return agents[mine] && theirs == "" && passiveBefore(run.tokens, i) || agents[theirs] && mine == "" && passiveBefore(u.tokens, place)
}

// passiveBefore says whether a verb in the passive stands before the « by » of a place, in the same stretch of text: « was opened … by », « announced by ».
func passiveBefore(in []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-14; k-- {
		switch t := &in[k]; {
		case t.kind == stop, t.kind == pause && (t.text == ";" || t.text == ":"):
			return false
		case t.content() && t.kind == word && !t.name && (participle(t.form) || done(in, k)):
			return true
		}
	}
	return false
}

// identifies says whether the actor at a place stands on one side of « is » in the unit and on the other in the run, with all that is said beside « is » there:
// « the lead authority is the Irish DPC; … », « the Irish DPC is the lead authority. … ».
func identifies(u *unit, place int, run *run, match []places, i int) bool {
	theirs, mine := copulaNear(u.tokens, place), copulaNear(run.tokens, i)
	if theirs < 0 || mine < 0 || (theirs < place) == (mine < i) || theirs+1 >= len(u.tokens) || !definite[u.tokens[theirs+1].form] {
		return false
	}
	from, to := phraseAround(run.tokens, mine)
	begin, end := phraseAround(u.tokens, theirs)
	for k := from; k < to; k++ {
		if _, j, single := where(u, &match[k]); single && run.tokens[k].content() && ((j < theirs) == (k < mine) || j < begin || j >= end) {
			return false
		}
	}
	return true
}

// copulaNear is where the one « is » of the phrase around a place stands, -1 when there is none.
func copulaNear(in []token, i int) int {
	from, to := phraseAround(in, i)
	out := -1
	for k := from; k < to; k++ {
		switch in[k].form {
		case "is", "est", "serait", "sera", "was", "était":
			if out >= 0 {
				return -1
			}
			out = k
		case "que", "qu", "that", "qui", "who", "which":
			return -1
		}
		if in[k].op != none && in[k].op != opReported {
			return -1
		}
	}
	return out
}

// phraseAround is the stretch between signs in which a place stands.
func phraseAround(in []token, i int) (from, to int) {
	sign := func(k int) bool { return in[k].kind == stop || in[k].kind == pause && in[k].text != "" }
	for from = i; from > 0 && !sign(from-1); from-- {
	}
	for to = i; to < len(in) && !sign(to); to++ {
	}
	return from, to
}

// namedAhead says whether the name or actor at a place of a run stands in the « if » that it begins with, and a pronoun for it in what follows, where the unit has
// it before the « if »: « X can go on if it proves … », « if X proves …, it can go on ».
func namedAhead(u *unit, place int, single bool, run *run, i int) bool {
	if !single || i == 0 || !acts(&run.tokens[i]) && run.tokens[i].flags&proper == 0 {
		return false
	}
	for k := i - 1; k >= 0 && run.tokens[k].op != opIf; k-- {
		if t := &run.tokens[k]; k == 0 || t.kind != word || t.content() && !t.name && t.flags&proper == 0 {
			return false
		}
	}
	for j := place - 1; j >= 0 && u.tokens[j].kind == word; j-- {
		if t := &u.tokens[j]; t.op != none || t.content() && !t.name && t.flags&proper == 0 {
			return false
		}
	}
	for k := i + 1; k+1 < len(run.tokens); k++ {
		if run.tokens[k].kind == pause && run.tokens[k].text != "" {
			switch run.tokens[k+1].form {
			case "it", "they", "he", "she", "il", "elle", "ils", "elles":
				return u.count(opIf) == 1 && countOp(run.tokens, opIf) == 1
			}
			return false
		}
	}
	return false
}

// undergone says whether the one « nothing » of a unit, which something does, is done by it in the run: « models forget nothing », « nothing is forgotten by
// models ».
func undergone(u *unit, run *run, match []places, mine, theirs int) bool {
	if theirs > 0 && u.tokens[theirs-1].op == opNot {
		theirs--
	}
	verb, own := nextFact(run.tokens, mine), factBefore(u.tokens, theirs)
	if verb < 0 || own < 0 || !match[verb].has(own) || !done(run.tokens, verb) || done(u.tokens, own) {
		return false
	}
	return soon(run.tokens[verb+1:], 2, func(t *token) bool { return agents[t.form] })
}

// objectsKept refuses a run in which what something is done to does it: « Noyb has attacked Meta », « Noyb was attacked by Meta ».
func objectsKept(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		if !acts(&run.tokens[i]) || !agents[preposition(run.tokens, i)] {
			continue
		}
		verb := factBefore(run.tokens, i)
		_, j, single := where(u, &match[i])
		if verb < 0 || !single {
			continue
		}
		_, v, sure := where(u, &match[verb])
		if sure && done(run.tokens, verb) && !done(u.tokens, v) && nextFact(u.tokens, v) == j && preposition(u.tokens, j) == "" {
			r.add(Name, "by "+run.tokens[i].text)
		}
	}
}
