package guard

// including are the concepts that, denied, say what is excluded: « n’en font pas partie », « are not included ».
var including = []string{"include", "concerned", "apply", "part", "part_of", "inside"}

// takesIn says whether a word says that something is among what is meant.
func takesIn(t *token) bool {
	for _, c := range including {
		if k := words().concepts[c]; k != 0 && t.is(k) {
			return true
		}
	}
	return t.form == "partie" || t.form == "dedans"
}

// leftOut says whether the one « not » more or less is that of « are not included » for « are excluded », in a text that denies nothing else.
func leftOut(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	switch {
	case theirs[opNot] == 1 && own[opNot] == 0:
		return u.has(words().concepts["excluded"]) && notIn(run.tokens) && !metBy(u, match, "excluded") && besideExcluded(u, run, match)
	case own[opNot] == 1 && theirs[opNot] == 0:
		return notIn(u.tokens) && hasExcluded(run.tokens)
	}
	return false
}

// besideExcluded says whether what the run says is not included is what the unit says is excluded: the nearest word before, or in the same clause.
func besideExcluded(u *unit, run *run, match []places) bool {
	v := words().concepts["excluded"]
	i := at(run.tokens, opNot)
	for j := range u.tokens {
		if !u.tokens[j].is(v) {
			continue
		}
		clause := u.tokens[j].clause
		for k := range run.tokens {
			if run.tokens[k].clause != run.tokens[i].clause || !run.tokens[k].content() || match[k].empty() {
				continue
			}
			if s, _, _ := where(u, &match[k]); s.clause != clause && (j+1 >= len(u.tokens) || u.tokens[j+1].text != ":") {
				return false
			}
		}
	}
	return true
}

// notIn says whether what the one « not » of some tokens denies is that something is included.
func notIn(in []token) bool {
	i := at(in, opNot)
	if i < 0 || countOp(in, opNot) != 1 {
		return false
	}
	k := nextFact(in, i)
	return k >= 0 && takesIn(&in[k])
}

// notIncluded says whether the word at a place of a run is the « included » of « are not included », or the « excluded » that says the same.
func notIncluded(u *unit, run *run, match []places, i int) bool {
	t := &run.tokens[i]
	if takesIn(t) {
		return u.has(words().concepts["excluded"]) && u.count(opNot) == 0 && notIn(run.tokens) && !metBy(u, match, "excluded")
	}
	return t.is(words().concepts["excluded"]) && countOp(run.tokens, opNot) == 0 && notIn(u.tokens)
}

// excludedNot says whether a word of a unit is the « excluded » for which the run has « are not included », or the other way round.
func excludedNot(t *token, u *unit, run *run) bool {
	if t.is(words().concepts["excluded"]) {
		return u.count(opNot) == 0 && notIn(run.tokens)
	}
	return takesIn(t) && notIn(u.tokens) && countOp(run.tokens, opNot) == 0 && hasExcluded(run.tokens)
}

func hasExcluded(in []token) bool {
	for i := range in {
		if in[i].content() && in[i].is(words().concepts["excluded"]) {
			return true
		}
	}
	return false
}

// metBy says whether a word of a concept of the unit has one of the run that stands for it.
func metBy(u *unit, match []places, concept string) bool {
	k := words().concepts[concept]
	for i := range match {
		if match[i].any(func(j int) bool { return u.tokens[j].is(k) }) {
			return true
		}
	}
	return false
}

// followed says whether a word of a unit is the « follow » of a link that the run has too.
func followed(t *token, u *unit, run *run, match []places) bool {
	return t.is(words().concepts["follow"]) && u.has(words().concepts["link"]) && metBy(u, match, "link") && !deniedHere(run.tokens, 0)
}
