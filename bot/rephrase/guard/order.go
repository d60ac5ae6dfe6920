package guard

// inOrder refuses a run in which the words of one clause of the unit are mixed with those of another, or names and names of the screen
// changed places. A clause may be set into another as a whole.
func inOrder(c *candidate, u *unit, run *run, match []places, r *reasons) {
	if identified(u, run, match) {
		return
	}
	var seq []spot
	var within [64][]int // by clause: the places met, in the order of the candidate
	lastLabel, lastPhase := -1, int16(0)
	labelAt, phaseAt := -1, -1 // where in the run they were met
	var lastName, nameAt [64]int
	var used places            // those that stood for a word already
	var often [maxPlaces]uint8 // how many words of the run a place stands for
	for i := range match {
		match[i].each(func(j int) { often[j]++ })
	}
	for i := range run.tokens {
		t := &run.tokens[i]
		if j := soleOperator(u, run, i); j >= 0 {
			seq = append(seq, spot{clause: u.tokens[j].clause, part: u.tokens[j].part, mine: t.clause, at: i})
		}
		if t.op != none || match[i].empty() || moving(t) && u.labelled() {
			continue
		}
		s, place, single := where(u, &match[i])
		if single && t.kind == label {
			at := place
			if first := otherName(u.tokens, place); first >= 0 && besides(u.tokens[first].form, run.tokens, i) {
				at = first
			}
			if lastLabel >= 0 && lastLabel < at && setTo(u, lastLabel, at, run, labelAt, i) {
				r.add(Order, twoOf(run.tokens, labelAt, i)) // « choisissez **A** pour **B** » for « mettez **A** sur **B** »
				return
			}
			if at < lastLabel && setTo(u, at, lastLabel, run, labelAt, i) {
				continue
			}
			if at < lastLabel {
				r.add(Order, twoOf(run.tokens, labelAt, i))
				return
			}
			lastLabel, labelAt = at, i
		}
		if single && acts(&u.tokens[place]) && s.clause >= 0 && !circumstance(u, s.clause) && !cited(u.tokens, place) && !led(u.tokens, place, run.tokens, i) && !bothDenied(u, place, run, i) && (!c.foreign || !premodified(u, place, run, match, i)) && !agentTurned(u, place, run, match, i) && !identifies(u, place, run, match, i) && !renamed(u, place, run, match, i) && int(s.clause) < len(lastName) {
			if place+1 < lastName[s.clause] && !listed(u, place) {
				r.add(Order, twoOf(run.tokens, nameAt[s.clause], i))
				return
			}
			lastName[s.clause], nameAt[s.clause] = place+1, i
		}
		if next := used.next(&match[i]); next >= 0 && !t.glue {
			phase := u.tokens[next].phase
			if phase < lastPhase && (!single || often[place] == 1) && !circumstance(u, u.tokens[next].clause) {
				r.add(Order, twoOf(run.tokens, phaseAt, i))
				return
			}
			if phase >= lastPhase {
				lastPhase, phaseAt = phase, i
			}
			used.add(next)
		}
		s.agent = agents[preposition(run.tokens, i)]
		s.at = i
		s.mine, s.tells = t.clause, t.name || t.kind == number || t.kind == date || t.n > 0 && words().restricting[t.keys[0]]
		if run.head.has(i) || single && often[place] > 1 || namedAhead(u, place, single, run, i) {
			continue // said more than once: it tells nothing of the order
		}
		seq = append(seq, s)
		if single && !t.glue && s.clause >= 0 && int(s.clause) < len(within) {
			within[s.clause] = append(within[s.clause], place)
		}
	}
	moves := oneMove
	if passive(u, run, match) {
		moves += oneMove // who does it and to what change places
	}
	for _, places := range within {
		if !c.foreign && breaks(places) > moves {
			a, b := firstBreak(places)
			r.add(Order, twoOf(run.tokens, standing(match, a), standing(match, b)))
			return
		}
	}
	a, b, turned := mixed(nil, seq, func(s spot) int16 { return s.part })
	if !turned {
		a, b, turned = mixed(u, seq, func(s spot) int16 { return s.clause })
		turned = turned && (c.foreign || !verbAhead(u, run, seq))
	}
	if turned {
		r.add(Order, twoOf(run.tokens, a, b))
	}
}
