package guard

// owning says whether a name is marked as whose something is: « OpenAI’s », « d’OpenAI ».
func owning(in []token, i int) bool {
	if i+1 < len(in) && in[i+1].form == "s" && in[i+1].glued {
		return true
	}
	return i > 0 && (in[i-1].form == "de" || in[i-1].form == "d" || in[i-1].form == "of")
}

// marksKept refuses a run in which a name that has something became one that belongs to somebody, and another the other way round: « Lumo, the assistant of
// Proton » and « Proton, the assistant of Lumo ».
func marksKept(u *unit, run *run, match []places, r *reasons) {
	gained, lost := -1, -1
	for i := range run.tokens {
		_, j, single := where(u, &match[i])
		if !single || !run.tokens[i].name || !u.tokens[j].name {
			continue
		}
		mine, theirs := owning(run.tokens, i), owning(u.tokens, j)
		if mine && !theirs {
			gained = i
		}
		if theirs && !mine {
			lost = i
		}
	}
	if gained >= 0 && lost >= 0 {
		r.add(Name, twoOf(run.tokens, min(gained, lost), max(gained, lost)))
	}
}

// subjectsKept refuses a run in which who does something has it done to them: « the crawlers respect it », « it respects the crawlers ». After « que » a
// French subject may stand behind its verb.
func subjectsKept(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		t := &run.tokens[i]
		if t.name || !acts(t) || afterPreposition(run.tokens, i) {
			continue
		}
		_, a, sure := where(u, &match[i])
		verb := factBefore(run.tokens, i)
		if !sure || verb < 0 || afterPreposition(u.tokens, a) || done(run.tokens, verb) || lower(run.tokens[verb].text) == "up to" {
			continue
		}
		_, j, single := where(u, &match[verb])
		if single && a < j && nextFact(u.tokens, a) == j && doesIt(u.tokens, a, j) && u.tokens[j].kind == word && !run.tokens[verb].name {
			r.add(Name, twoOf(run.tokens, verb, i))
			return
		}
	}
}

// factBefore is the nearest word with a fact before a place, within three tokens and before any pause or « que »; -1 when there is none.
func factBefore(in []token, i int) int {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if in[j].kind == pause && in[j].text != "" || in[j].kind == stop || in[j].op != none {
			return -1
		}
		if in[j].content() {
			for k := j - 1; k >= 0 && k >= j-3; k-- {
				if in[k].form == "que" || in[k].form == "qu" || in[k].form == "dont" || in[k].form == "où" {
					return -1
				}
			}
			return j
		}
	}
	return -1
}
