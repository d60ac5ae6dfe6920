package guard

// judge finds out what the entry says of itself: whether it is easy, and whether refusing is possible at all.
func (s *Source) judge() {
	v := words()
	s.open = true
	for n := range s.units {
		u := &s.units[n]
		difficulty := u.has(v.concepts["difficulty"])
		switch {
		case difficulty && u.has(v.concepts["easy"]):
			s.easy = true
		case difficulty && (u.count(opNot) > 0 || u.count(opCan) > 0 || u.count(opOnly) > 0):
			s.open = false
		}
		if !u.first || u.count(opNot) == 0 {
			continue
		}
		for i := range u.tokens {
			if u.tokens[i].op != opNot {
				continue
			}
			if offers(u.tokens[:i]) {
				continue // « envoyez le formulaire d’opposition : il n’y a pas d’interrupteur »
			}
			near := beside(u.tokens, i)
			for _, c := range []string{"setting", "refuse", "button", "form", "off", "prevent", "forbidden", "remove"} {
				if near.has(v.concepts[c]) {
					s.open = false
				}
			}
			if i+1 < len(u.tokens) && u.tokens[i+1].op == opCan {
				s.open = false
			}
		}
	}
}

// offers says whether a way to refuse was named, and nothing denied, in some tokens.
func offers(in []token) bool {
	v := words()
	for i := range in {
		if in[i].op != none {
			return false
		}
		if in[i].is(v.concepts["refuse"]) || in[i].is(v.concepts["off"]) {
			return true
		}
	}
	return false
}

func (u *unit) has(k key) bool {
	for i := range u.tokens {
		if u.tokens[i].is(k) {
			return true
		}
	}
	return false
}

func (u *unit) count(o op) int { return countOp(u.tokens, o) }

func countOp(in []token, o op) int {
	n := 0
	for i := range in {
		if in[i].op == o {
			n++
		}
	}
	return n
}
