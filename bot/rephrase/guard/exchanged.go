package guard

// exchanged refuses a run in which two words changed places across what tells them apart: a « not », a « more … than », a « to », a title before a name.
func exchanged(u *unit, run *run, match []places, r *reasons) {
	switch {
	case deniedExchanged(u, run, match):
		r.add(Order, around(run.tokens, at(run.tokens, opNot)))
	case comparedExchanged(u, run, match):
		from, to, _ := compared(run.tokens)
		r.add(Order, twoOf(run.tokens, from, to, nextFact(run.tokens, to)))
	case receiversExchanged(u, run):
		r.add(Order, around(run.tokens, max(receiver(run.tokens)-1, 0)))
	default:
		if i := titlesExchanged(u, run, match); i > 0 {
			r.add(Order, twoOf(run.tokens, i-1, i))
		}
	}
}

// deniedExchanged says whether the word right after the one « not » was affirmed, and the one that was denied is affirmed: « kept for 72 hours and not used »,
// « used for 72 hours and not kept ».
func deniedExchanged(u *unit, run *run, match []places) bool {
	if u.count(opNot) != 1 || countOp(run.tokens, opNot) != 1 {
		return false
	}
	i, j := at(run.tokens, opNot), at(u.tokens, opNot)
	mine, theirs := nextFact(run.tokens, i), nextFact(u.tokens, j)
	if mine < 0 || theirs < 0 || match[mine].has(theirs) || alike(&run.tokens[mine], &u.tokens[theirs]) {
		return false
	}
	_, p, single := where(u, &match[mine])
	if !single || p > j {
		return false
	}
	for k := 0; k < i; k++ {
		if _, q, sure := where(u, &match[k]); sure && q == theirs && run.tokens[k].content() {
			return u.tokens[p].clause == u.tokens[theirs].clause || !afterPreposition(u.tokens, p)
		}
	}
	return false
}

// comparedExchanged says whether what stood before « more … than » stands after it, and the other way round.
func comparedExchanged(u *unit, run *run, match []places) bool {
	a, b, ok := compared(u.tokens)
	c, d, well := compared(run.tokens)
	if !ok || !well {
		return false
	}
	turned, kept := 0, 0
	for k := range run.tokens {
		if run.tokens[k].glue || k >= c && k <= d {
			continue
		}
		_, p, single := where(u, &match[k])
		if !single || p >= a && p <= b {
			continue
		}
		if (k < c) != (p < a) {
			turned++
		} else {
			kept++
		}
	}
	return turned > 1
}

// compared is where the one « more » or « less » of some tokens stands, and the « than » that follows it in the same clause.
func compared(in []token) (from, to int, ok bool) {
	for i := range in {
		if in[i].op != opMore && in[i].op != opLess && !comparing[in[i].form] {
			continue
		}
		for j := i + 1; j < len(in) && j <= i+4 && in[j].kind == word; j++ {
			if in[j].op == opThan || in[j].form == "que" || in[j].form == "qu" {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// comparing are words that compare, whatever a list takes them for.
var comparing = map[string]bool{"plus": true, "moins": true, "more": true, "less": true, "better": true, "faster": true, "quicker": true, "longer": true, "safer": true, "sooner": true, "mieux": true}

// titlesExchanged is where a name stands right behind a word that stood right before another, -1 when there is none: « X and its sister company xAI », « xAI and its sister
// company X ».
func titlesExchanged(u *unit, run *run, match []places) int {
	for i := 1; i < len(run.tokens); i++ {
		t, title := &run.tokens[i], &run.tokens[i-1]
		if !t.name || title.name || !title.content() || title.kind != word {
			continue
		}
		if _, place, sure := where(u, &match[i]); sure && renamed(u, place, run, match, i) {
			continue
		}
		_, j, single := where(u, &match[i-1])
		if single && j+1 < len(u.tokens) && u.tokens[j+1].name && !alike(t, &u.tokens[j+1]) && !same(t, &u.tokens[j+1]) {
			return i
		}
	}
	return -1
}

// receiversExchanged says whether to whom something is done, and who does it, changed places: « Strava imposes it on others », « others impose it on Strava ».
func receiversExchanged(u *unit, run *run) bool {
	theirs, mine := receiver(u.tokens), receiver(run.tokens)
	if theirs < 0 || mine < 0 || alike(&run.tokens[mine], &u.tokens[theirs]) || same(&run.tokens[mine], &u.tokens[theirs]) {
		return false
	}
	doer, done := false, false
	for k := range run.tokens {
		doer = doer || k != mine && k < mine && run.tokens[k].content() && alike(&run.tokens[k], &u.tokens[theirs]) && !afterPreposition(run.tokens, k)
	}
	for j := range u.tokens {
		done = done || j != theirs && j < theirs && u.tokens[j].content() && alike(&u.tokens[j], &run.tokens[mine]) && !afterPreposition(u.tokens, j)
	}
	return doer && done
}

// receiver is the one actor, or « others », of some tokens that a « to » or « on » stands before; -1 when there are none, or are more.
func receiver(in []token) int {
	out := -1
	for i := range in {
		if !in[i].content() {
			continue
		}
		for j := i - 1; j >= 0 && j >= i-2 && in[j].kind == word && in[j].glue; j-- {
			if (in[j].form == "à" || in[j].form == "to" || in[j].form == "on" || in[j].form == "aux" || in[j].form == "au") && (acts(&in[i]) || in[i].is(words().concepts["other"])) {
				if out >= 0 {
					return -1
				}
				out = i
				break
			}
		}
	}
	return out
}
