package guard

// setTo says whether two names of the screen stand in the other order because one is set to the other: « mettez **A** sur **B** », « choisissez **B** pour **A** ».
func setTo(u *unit, first, second int, run *run, i, k int) bool {
	if i < 0 || u.tokens[first].kind != label || u.tokens[second].kind != label {
		return false
	}
	to, of := false, false
	for j := first + 1; j < second; j++ {
		t := &u.tokens[j]
		if t.kind == label || t.kind == pause && t.text != "" {
			return false
		}
		to = to || t.form == "sur" || t.form == "to" || t.form == "on" || t.form == "auf" || t.form == "en" || t.form == "su"
	}
	for j := i + 1; j < k; j++ {
		t := &run.tokens[j]
		if t.kind == label || t.kind == pause && t.text != "" {
			return false
		}
		of = of || benefits[t.form] || t.form == "für" || t.form == "para" || t.form == "per"
	}
	return to && of
}

// chosen says whether a word of a unit is the « set » of « set **A** to **B** », for which the run has « choose »; on and off are no choice.
func chosen(t *token, u *unit, run *run) bool {
	v := words().concepts
	if t.kind != word || !t.is(v["switch"]) || t.is(v["on"]) || t.is(v["off"]) || !u.labelled() {
		return false
	}
	for i := range run.tokens {
		if o := &run.tokens[i]; o.content() && o.kind == word && o.is(v["choose"]) && !o.is(v["on"]) && !o.is(v["off"]) {
			return true
		}
	}
	return false
}

// mightAny says whether the one « can » too many among some tokens is that of « aucun réglage qui puisse remplacer »: what is denied anyway.
func mightAny(in []token) bool {
	for i := range in {
		if in[i].op == opCan && (in[i].form == "puisse" || in[i].form == "puissent") {
			return i > 0 && (in[i-1].form == "qui" || in[i-1].form == "ne")
		}
	}
	return false
}

// settingSo says whether the one « if » that a run has over its unit supposes that something is on or off, where the unit has « with » it so, and nothing else:
// « si le réglage est coupé », « avec le réglage coupé ».
func settingSo(u *unit, run *run, match []places) bool {
	v := words().concepts
	i := at(run.tokens, opIf)
	if i < 0 || countOp(run.tokens, opIf) != 1 {
		return false
	}
	first, last, turned := len(u.tokens), -1, false
	for k := i + 1; k < len(run.tokens) && run.tokens[k].clause == run.tokens[i].clause; k++ {
		t := &run.tokens[k]
		if t.op != none {
			return false
		}
		_, j, single := where(u, &match[k])
		if !t.content() || !single {
			continue
		}
		first, last = min(first, j), max(last, j)
		turned = turned || t.is(v["off"]) || t.is(v["on"])
	}
	if last < 0 || !turned || !with[wordBefore(u.tokens, first)] {
		return false
	}
	for k := range run.tokens { // nothing else of the phrase is said outside the condition
		if _, j, single := where(u, &match[k]); single && run.tokens[k].content() && run.tokens[k].clause != run.tokens[i].clause && j >= first && j <= last {
			return false
		}
	}
	for j := first; j <= last; j++ {
		if t := &u.tokens[j]; t.kind == pause && t.text != "" || t.op != none || finished[t.form] {
			return false
		}
	}
	return true
}
