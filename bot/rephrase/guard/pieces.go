package guard

// A piece is one clause of a candidate: what is laid against one unit of the entry.
type piece struct {
	sentence int
	tokens   []token
	preface  bool // may be no more than the goal: « pour refuser, »
	unit     int  // of the entry, or prefaced, or -1 before that is known
}

// prefaced is the unit of a piece that says nothing but the goal.
const prefaced = -2

// cut makes the pieces of a candidate.
func (s *Source) cut(c *candidate, r *reasons) {
	for n := range c.sentences {
		sen := &c.sentences[n]
		from, goal := 0, s.goalEnd(sen, c.blocks[sen.block].kind == heading)
		if goal == 0 {
			goal = s.howEnd(sen)
		}
		for i := 1; i <= len(sen.tokens); i++ {
			if i < len(sen.tokens) && !c.cuts(sen.tokens, i) {
				continue
			}
			p := piece{sentence: n, tokens: sen.tokens[from:i:i], preface: i <= goal, unit: -1}
			if p.says() {
				c.pieces = append(c.pieces, p)
				from = i
			} else if i == len(sen.tokens) && from > 0 { // what ends the sentence belongs to what is said before
				last := &c.pieces[len(c.pieces)-1]
				last.tokens = sen.tokens[from-len(last.tokens) : i : i]
			}
		}
		if from == 0 && !polite(sen.tokens) { // nothing in it has to be accounted for: it may only be a word of politeness
			r.add(Added, written(sen.tokens))
		}
		if mute := s.claims(sen.tokens); mute != "" && from > 0 {
			r.add(Added, mute)
		}
		for i := range sen.tokens {
			c.hasMain = c.hasMain || s.main != 0 && sen.tokens[i].is(s.main)
		}
	}
}

// cuts says whether a piece may end before the token at i.
func (c *candidate) cuts(in []token, i int) bool {
	return in[i].clause != in[i-1].clause || in[i].kind == word && joined[in[i].form] && (c.lang == "nl" || in[i].form != "en")
}

// says whether a piece has anything to account for.
func (p *piece) says() bool {
	for i := range p.tokens {
		if p.tokens[i].op != none || p.tokens[i].content() {
			return true
		}
	}
	return false
}
