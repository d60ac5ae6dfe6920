package guard

// What laying a piece against a unit costs, by what the unit lacks and by where it stands. Only their order matters: the figures choose
// among readings, and every reading is checked afterwards.
const (
	missing    = 4.0 // a word that the unit lacks
	addable    = 0.3 // one that may be added
	lackingOp  = 0.6
	covering   = 2.0 // gained for all of a unit
	sameKind   = 0.5 // gained for a step laid against a step, a heading against a heading
	onward     = 0.1 // to the next unit
	ahead      = 0.6 // over some units
	back       = 2.0
	gone       = 1e9
	goalCost   = 0.8
	mainWeight = 0.1
	inside     = 0.8  // to leave a unit within a sentence
	linger     = 0.3  // to stay with a unit in the next sentence
	share      = 0.25 // of what the whole sentence costs
	otherKind  = 1.5
)

// assign lays each piece against a unit, so that the whole costs least (Viterbi over the units).
func (s *Source) assign(c *candidate) {
	n := len(s.units) + 1 // the last state is the preface
	if len(c.pieces) == 0 || n == 1 {
		return
	}
	cost := make([]float32, n)
	last := make([]float32, n)
	whole := make([]float32, n)
	after := make([]int16, n)
	from := make([]int16, n*len(c.pieces))
	for i := range c.pieces {
		p := &c.pieces[i]
		fresh := i == 0 || c.pieces[i-1].sentence != p.sentence
		if fresh {
			s.costs(c.sentences[p.sentence].tokens, whole)
		}
		s.costs(p.tokens, cost)
		s.place(c, p, whole, cost)
		if i > 0 {
			step(last, cost, from[i*n:(i+1)*n], after, fresh)
		}
		last, cost = cost, last
	}
	best := 0
	for u := range last {
		if last[u] < last[best] {
			best = u
		}
	}
	for i := len(c.pieces) - 1; i >= 0; i-- {
		c.pieces[i].unit = best
		if best == n-1 {
			c.pieces[i].unit = prefaced
		}
		best = int(from[i*n+best])
	}
}

// step adds to the costs of one piece the cheapest way to come there.
func step(last, cost []float32, from, after []int16, fresh bool) {
	stay, leave := float32(0), float32(inside)
	if fresh {
		stay, leave = linger, 0
	}
	n := len(cost)
	preface := n - 1
	all := 0 // the cheapest of all
	for u := range last {
		if last[u] < last[all] {
			all = u
		}
	}
	before := -1 // the cheapest before u
	b := n - 1
	for u := n - 2; u >= 0; u-- { // the cheapest after u
		after[u] = int16(b)
		if last[u] < last[b] || b == n-1 {
			b = u
		}
	}
	for u := range n {
		best, at := last[u]+stay, u
		try := func(v int, extra float32) {
			if v >= 0 && last[v]+extra < best {
				best, at = last[v]+extra, v
			}
		}
		if u == preface {
			try(all, 0)
		} else {
			try(u-1, onward+leave)
			try(before, ahead+leave)
			try(preface, 0)
			if v := int(after[u]); v < preface {
				try(v, back+leave)
			}
		}
		if u < preface && (before < 0 || last[u] < last[before]) {
			before = u
		}
		cost[u] += best
		from[u] = int16(at)
	}
}
