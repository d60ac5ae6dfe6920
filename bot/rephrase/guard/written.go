package guard

// untilToday says whether the word at a place of a run is a « so far » for which the unit has « already », beside the same word.
func untilToday(u *unit, run *run, match []places, i int) bool {
	if !run.tokens[i].is(words().concepts["fornow"]) && !run.tokens[i].fornow && (run.tokens[i].op != opPast || !bareBefore[run.tokens[i].form]) || u.count(opAlready) != countOp(run.tokens, opAlready)+1 {
		return false
	}
	done := nextFact(u.tokens, at(u.tokens, opAlready))
	for k := i - 1; k >= 0 && run.tokens[k].kind == word && done >= 0; k-- {
		if run.tokens[k].content() {
			return match[k].has(done)
		}
	}
	return false
}

// alreadyDone says whether a run lacks one « already » of its unit, and has such a « so far » instead.
func alreadyDone(u *unit, run *run, match []places) bool {
	for i := range run.tokens {
		if untilToday(u, run, match, i) {
			return true
		}
	}
	return false
}

// sends says whether a « send » only says how the objection of a unit that is written, or has an address, gets there: « object in writing », « send a written
// objection ».
func sends(u *unit, t *token) bool {
	return t.is(words().concepts["send"]) && t.kind == word && writtenObjection(u)
}

// byWriting says whether the reader is told to write, or writes: « write to Spotify », « you write ».
func byWriting(in []token) bool {
	for i := range in {
		if in[i].is(words().concepts["write"]) && (tells(in, i) || i > 0 && isYou(in, i-1)) {
			return true
		}
	}
	return false
}

func writtenObjection(u *unit) bool {
	v := words().concepts
	return u.has(v["refuse"]) && (u.has(v["write"]) || u.any(func(o *token) bool { return o.kind == address }))
}

// pluperfect says whether some tokens speak of what had been, or has been.
func pluperfect(in []token) bool {
	for i := range in {
		switch in[i].form {
		case "aviez", "avait", "avaient", "avais", "avez", "a", "ont", "had", "have", "has", "been", "été":
			if i+1 < len(in) && in[i].kind == word {
				return true
			}
		}
	}
	return false
}
