package guard

// present refuses a candidate that leaves a unit of the entry out.
func (s *Source) present(c *candidate, runs []run, r *reasons) {
	met := make([]bool, len(s.units))
	for i := range runs {
		met[runs[i].unit] = true
	}
	for n := range s.units {
		u := &s.units[n]
		if met[n] || u.free || !s.needed(c, u) || s.repeated(n, met) {
			continue
		}
		rule := Dropped
		if u.list > 0 {
			rule = Step
		}
		if u.kind == heading {
			rule = Heading
		}
		r.add(rule, written(u.tokens))
	}
}

// needed says whether a unit says anything that may not be left out.
func (s *Source) needed(c *candidate, u *unit) bool {
	for i := range u.tokens {
		t := &u.tokens[i]
		if t.op != none && t.op != opYes || t.content() && !s.mayDrop(c, u, t) {
			return true
		}
	}
	return false
}

// repeated says whether a sentence that is no step says nothing but what the steps say again.
func (s *Source) repeated(n int, met []bool) bool {
	u := &s.units[n]
	if u.list > 0 || u.kind == heading {
		return false
	}
	for i := range u.tokens {
		t := &u.tokens[i]
		if t.op != none && t.op != opYes {
			return false
		}
		if t.content() && t.flags&mayDrop == 0 && !s.inSteps(t, met) {
			return false
		}
	}
	return true
}

// inSteps says whether a step that the candidate has says a thing.
func (s *Source) inSteps(t *token, met []bool) bool {
	for _, k := range t.list() {
		for _, v := range s.index[k] {
			if met[v] && s.units[v].list > 0 {
				return true
			}
		}
	}
	return false
}

// follows refuses a candidate whose steps stand in another order, or whose items stand under another heading than in the entry.
func (s *Source) follows(c *candidate, runs []run, r *reasons) {
	lastStep := -1
	h := headings{under: -1}
	for i := range runs {
		u := &s.units[runs[i].unit]
		if u.list > 0 {
			if runs[i].unit < lastStep {
				r.add(Order, written(u.tokens))
			}
			lastStep = runs[i].unit
		}
		at := c.sentences[c.pieces[runs[i].from].sentence].block
		if u.kind == heading {
			h = headings{under: runs[i].unit, block: at}
			continue
		}
		h.enter(c.blocks, at)
		if s.turnedTitle(u.title) != s.turnedTitle(h.under) {
			r.add(Heading, written(u.tokens))
		}
	}
}

// turnedTitle is a heading, or -1 for one that changes nothing.
func (s *Source) turnedTitle(n int) int {
	if n < 0 || !s.units[n].turned {
		return -1
	}
	return n
}

// headings follows which heading a candidate's sentences stand under.
type headings struct {
	under int  // a unit, or -1
	block int  // the block met last
	list  bool // a list has begun under the heading
}

// enter goes on to a block. A heading holds for the paragraph or the list that follows it.
func (h *headings) enter(all []block, at int) {
	if at == h.block || h.under < 0 {
		h.block = at
		return
	}
	for b := h.block + 1; b < at; b++ {
		if all[b].kind == heading { // one that says nothing, and that nothing was laid against
			h.under, h.block = -1, at
			return
		}
	}
	item := all[at].kind == ordered || all[at].kind == bulleted
	afterText := all[at].first && all[at-1].kind == paragraph && all[h.block].kind == paragraph && at > 0
	if h.list && (!item || all[at].first && all[at].kind != all[at-1].kind) || !item && afterText {
		h.under = -1
	}
	h.list, h.block = h.list || item, at
}
