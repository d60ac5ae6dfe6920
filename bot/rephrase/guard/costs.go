package guard

// costs fills in what laying some tokens against each unit costs by the words alone.
func (s *Source) costs(tokens []token, cost []float32) {
	n := len(s.units)
	clear(cost)
	var total float32
	for i := range tokens {
		t := &tokens[i]
		if t.op != none {
			for u := range n {
				if s.units[u].ops&(1<<t.op) == 0 {
					cost[u] += lackingOp
				}
			}
			continue
		}
		if !t.content() {
			continue
		}
		w := float32(missing)
		switch {
		case t.flags&mayAdd != 0, wishing(tokens, i):
			w = addable
		case s.main != 0 && t.is(s.main):
			w = mainWeight
		}
		total += w
		for j, k := range t.list() {
			for _, u := range s.index[k] {
				if !s.metBefore(t, j, u) {
					cost[u] -= w + covering/float32(s.units[u].weights)
				}
			}
		}
	}
	for u := range n {
		cost[u] += total
	}
}

// place adds to the costs of a piece a share of those of its sentence, and what its place in the text tells.
func (s *Source) place(c *candidate, p *piece, whole, cost []float32) {
	n := len(s.units)
	b := c.blocks[c.sentences[p.sentence].block]
	echo := isEcho(b)
	part := share * weightOf(p.tokens, c.sentences[p.sentence].tokens)
	for u := range n {
		cost[u] += whole[u] * part
		if (b.kind == heading) != (s.units[u].kind == heading) || echo != s.units[u].echo {
			cost[u] += otherKind
		}
		if b.kind == s.units[u].kind {
			cost[u] -= sameKind
		}
	}
	cost[n] = gone
	if p.preface {
		cost[n] = goalCost
	}
}

// weightOf is how much of a sentence, by its words with a fact, a piece of it is: a long second half must not draw the first to its unit.
func weightOf(piece, sentence []token) float32 {
	mine, all := 0, 0
	for i := range piece {
		if piece[i].content() {
			mine++
		}
	}
	for i := range sentence {
		if sentence[i].content() {
			all++
		}
	}
	if all == 0 {
		return 1
	}
	return float32(mine) / float32(all)
}

// metBefore says whether a unit was met already by an earlier key of the token.
func (s *Source) metBefore(t *token, j int, u int32) bool {
	for _, k := range t.keys[:j] {
		for _, v := range s.index[k] {
			if v == u {
				return true
			}
		}
	}
	return false
}
