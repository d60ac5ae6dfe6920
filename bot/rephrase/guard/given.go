package guard

// given says whether what an « if » of the unit supposes is a mere circumstance in the candidate: « avec un compte professionnel » for « si vous
// avez un compte professionnel ». Only a clause with « with » is one.
func given(u *unit, run *run, match []places) bool {
	at := -1
	for j := range u.tokens {
		if u.tokens[j].op != opIf {
			continue
		}
		if at >= 0 {
			return false
		}
		at = j
	}
	clause, met := int16(-1), false
	for i := range run.tokens {
		t := &run.tokens[i]
		if t.op != none || t.glue {
			continue
		}
		match[i].each(func(j int) {
			if u.tokens[j].clause == u.tokens[at].clause && j > at && !met {
				clause, met = t.clause, true
			}
		})
	}
	if !met {
		return false
	}
	for i := range run.tokens {
		if t := &run.tokens[i]; t.clause == clause && t.kind != pause {
			if tells(run.tokens, i) && t.content() && !gerund(t) && !participle(t.form) && bidOf(u, &match[i]) {
				return false // « use Meta AI: … » for « if you use Meta AI, … »
			}
			return with[t.form] || headline(u, at, run.tokens[i:], match[i:])
		}
	}
	return false
}

// bidOf says whether a word stands for what the reader does in the unit.
func bidOf(u *unit, p *places) bool {
	return p.any(func(j int) bool { return j > 0 && isYou(u.tokens, j-1) })
}

// headline says whether a few words before a colon say all that the « if » at a place of the unit supposes: « Réglage activé : … ».
func headline(u *unit, at int, in []token, match []places) bool {
	var met places
	for i := range in {
		t := &in[i]
		if t.kind == pause && t.text == ":" {
			break
		}
		if t.kind == pause && t.text != "" || t.kind == stop || t.op != none || finished[t.form] || i > 6 {
			return false
		}
		met.join(&match[i])
	}
	for j := at + 1; j < len(u.tokens) && u.tokens[j].clause == u.tokens[at].clause; j++ {
		if t := &u.tokens[j]; t.op != none || t.content() && t.flags&mayDrop == 0 && !met.has(j) {
			return false
		}
	}
	return true
}
