package guard

import "slices"

// uncovered are the words of a unit that nothing stands for yet.
func uncovered(u *unit, match []places) []int {
	var met places
	for i := range match {
		met.join(&match[i])
	}
	var out []int
	for j := range u.tokens {
		t := &u.tokens[j]
		if t.content() && !met.has(j) && t.flags&mayDrop == 0 && !saidOtherwise(u, j, &met) {
			out = append(out, j)
		}
	}
	return out
}

// optional are the words of a unit that nothing stands for and nothing has to, and that another word may take the place of.
func optional(u *unit, match []places) []phrase {
	var out []phrase
	for j := range u.tokens {
		t := &u.tokens[j]
		if t.content() && t.flags&mayDrop != 0 && replaced(t) && !slices.ContainsFunc(match, func(p places) bool { return p.has(j) }) {
			out = append(out, phrase{j, j + 1})
		}
	}
	return out
}

// phrases joins places that only small words stand between.
func phrases(in []token, at []int) []phrase {
	var out []phrase
	for _, i := range at {
		if n := len(out) - 1; n >= 0 && i-out[n].to <= 2 && onlySmall(in[out[n].to:i]) {
			out[n].to = i + 1
			continue
		}
		out = append(out, phrase{i, i + 1})
	}
	return out
}

func onlySmall(in []token) bool {
	for i := range in {
		if !in[i].glue || in[i].kind != word {
			return false
		}
	}
	return true
}

// strungAfter says whether the one « nor » of a translation strings together what the one « not » of the unit denies, after it: « does not cover A and B », « no
// cubre A ni B ».
func strungAfter(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opNor] != 1 || own[opNor] > 0 || own[opNot] != 1 || theirs[opNot] != 1 || !adding(u.tokens) {
		return false
	}
	not, found := at(u.tokens, opNot), false
	for i := at(run.tokens, opNor) + 1; i < len(run.tokens) && run.tokens[i].kind != pause && run.tokens[i].kind != stop; i++ {
		if match[i].empty() || run.tokens[i].glue {
			continue
		}
		_, j, single := where(u, &match[i])
		if !single || j < not {
			return false
		}
		found = true
	}
	return found
}
