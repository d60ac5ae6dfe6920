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
	var lastName [64]int
	var used places            // those that stood for a word already
	var often [maxPlaces]uint8 // how many words of the run a place stands for
	for i := range match {
		match[i].each(func(j int) { often[j]++ })
	}
	for i := range run.tokens {
		t := &run.tokens[i]
		if j := soleOperator(u, run, i); j >= 0 {
			seq = append(seq, spot{clause: u.tokens[j].clause, part: u.tokens[j].part, mine: t.clause})
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
			if at < lastLabel {
				r.add(Order, texts(run.tokens))
				return
			}
			lastLabel = at
		}
		if single && acts(&u.tokens[place]) && s.clause >= 0 && !circumstance(u, s.clause) && !cited(u.tokens, place) && !led(u.tokens, place, run.tokens, i) && !bothDenied(u, place, run, i) && !agentTurned(u, place, run, match, i) && !identifies(u, place, run, match, i) && !renamed(u, place, run, match, i) && int(s.clause) < len(lastName) {
			if place+1 < lastName[s.clause] && !listed(u, place) {
				r.add(Order, texts(run.tokens))
				return
			}
			lastName[s.clause] = place + 1
		}
		if next := used.next(&match[i]); next >= 0 && !t.glue {
			phase := u.tokens[next].phase
			if phase < lastPhase && (!single || often[place] == 1) && !circumstance(u, u.tokens[next].clause) {
				r.add(Order, texts(run.tokens))
				return
			}
			lastPhase = max(lastPhase, phase)
			used.add(next)
		}
		s.agent = agents[preposition(run.tokens, i)]
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
			r.add(Order, texts(run.tokens))
			return
		}
	}
	if mixed(nil, seq, func(s spot) int16 { return s.part }) || mixed(u, seq, func(s spot) int16 { return s.clause }) {
		r.add(Order, texts(run.tokens))
	}
}
