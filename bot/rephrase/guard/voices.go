package guard

import "strings"

// voicesKept refuses a run in which somebody does what is done to them in the unit, or has it done to them: « you are not asked », « you do not ask »; « the
// authority has advised », « the authority has been advised ».
func voicesKept(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		t := &run.tokens[i]
		if !t.content() || t.kind != word || t.name {
			continue
		}
		_, j, single := where(u, &match[i])
		if !single || u.tokens[j].kind != word {
			continue
		}
		mine, theirs := sufferer(run.tokens, i), sufferer(u.tokens, j)
		if d := doerOf(u.tokens, j); mine >= 0 && d > j && done(run.tokens, i) && undergoes(t.form) && acts(&run.tokens[mine]) && match[mine].has(d) {
			r.add(Name, twoOf(run.tokens, mine, i)) // « opened by the AGCM », « the AGCM was opened »
			return
		}
		if mine < 0 || theirs < 0 || nounAt(run.tokens, i) || nounAt(u.tokens, j) || done(run.tokens, i) == done(u.tokens, j) {
			continue
		}
		you := isYou(run.tokens, mine) && isYou(u.tokens, theirs)
		if !you && (!acts(&run.tokens[mine]) || !match[mine].has(theirs)) {
			continue
		}
		if done(run.tokens, i) && !undergoes(t.form) || done(u.tokens, j) && !undergoes(u.tokens[j].form) {
			continue // « the setting is off »
		}
		if last := lastWord(t.text); last == "comme" || last == "as" || i+1 < len(run.tokens) && (run.tokens[i+1].form == "comme" || run.tokens[i+1].form == "as") {
			continue // « is considered as », « counts as »
		}
		r.add(Name, twoOf(run.tokens, mine, i))
		return
	}
}

// nounAt says whether an article, or « no », stands right before a word: « has no establishment ».
func nounAt(in []token, i int) bool {
	if i == 0 || in[i-1].kind != word {
		return false
	}
	f := in[i-1].form
	return f != "a" && (articles[f] || oneOf[f]) || definite[f] || ofReader[f] || f == "no" || f == "aucun" || f == "aucune"
}

// undergoes says whether a form is a participle, short ones as well: « asked ».
func undergoes(form string) bool {
	return participle(form) || len(form) > 4 && strings.HasSuffix(form, "ed")
}

// sufferer is the reader or the actor that a verb at a place says something of, with only small words and « not » between; -1 when there is none.
func sufferer(in []token, i int) int {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		t := &in[k]
		switch {
		case t.kind != word:
			return -1
		case isYou(in, k):
			if t.form == "vous" && k == i-1 { // « il vous demande »
				return -1
			}
			return k
		case t.content():
			if acts(t) && !afterPreposition(in, k) {
				return k
			}
			if t.flags&proper != 0 && !t.name {
				continue // « l’autorité néerlandaise »
			}
			return -1
		case t.op != none && t.op != opNot && t.op != opNoMore && t.op != opStill, infinitives[t.form], joints[t.form], t.form == "que", t.form == "qu", t.form == "that", joined[t.form]:
			return -1
		}
	}
	return -1
}

// doersKept refuses a run in which two who do something changed what they do: « announced by A and disputed by B », « disputed by A and announced by B ».
func doersKept(u *unit, run *run, match []places, r *reasons) {
	theirs := map[int]int{} // by the place of a verb of the unit: who does it
	for j := range u.tokens {
		if who := doerOf(u.tokens, j); who >= 0 {
			theirs[j] = who
		}
	}
	if len(theirs) < 2 {
		return
	}
	for i := range run.tokens {
		_, j, single := where(u, &match[i])
		who := doerOf(run.tokens, i)
		if !single || who < 0 {
			continue
		}
		own, known := theirs[j]
		_, now, sure := where(u, &match[who])
		if !known || !sure || now == own || alike(&u.tokens[now], &u.tokens[own]) {
			continue
		}
		for _, other := range theirs {
			if other == now {
				r.add(Order, twoOf(run.tokens, min(who, i), max(who, i)))
				return
			}
		}
	}
}

// doerOf is the actor who does what the verb at a place says, before it or behind « by »; -1 when that is not certain.
func doerOf(in []token, i int) int {
	t := &in[i]
	if !t.content() || t.kind != word || t.name || acts(t) || t.flags&proper != 0 {
		return -1
	}
	if done(in, i) || participle(t.form) {
		for k := i + 1; k < len(in) && k <= i+5 && in[k].kind == word && !joined[in[k].form]; k++ {
			if agents[in[k].form] {
				if n := nextFact(in, k); n >= 0 && acts(&in[n]) {
					for n+1 < len(in) && in[n].name && in[n+1].name {
						n++
					}
					return n
				}
				return -1
			}
		}
		if done(in, i) {
			return -1
		}
	}
	who := sufferer(in, i)
	if who >= 0 && acts(&in[who]) {
		return who
	}
	return -1
}

// doesInstead refuses a run in which somebody to whom the reader is told to send something, or to write, does it: « send an objection to Spotify », « Spotify
// sends an objection ».
func doesInstead(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		who := sufferer(run.tokens, i)
		_, j, single := where(u, &match[i])
		if who != i-1 || who < 0 || !single || !acts(&run.tokens[who]) || !imperative(u.tokens, j) || done(run.tokens, i) {
			continue
		}
		if _, a, sure := where(u, &match[who]); sure && a > j && towards[preposition(u.tokens, a)] {
			r.add(Name, twoOf(run.tokens, who, i))
			return
		}
	}
}
