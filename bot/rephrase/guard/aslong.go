package guard

import "strings"

// asLongAs says whether « as long as you do not refuse » of one text is « until you refuse » of the other. What is not done, and done, must be the same.
func asLongAs(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	switch {
	case own[opIf] == theirs[opIf]+1 && own[opNot] == theirs[opNot]+1 && theirs[opUntil] == own[opUntil]+1:
		j, i := unlessDone(u.tokens), at(run.tokens, opUntil)
		return j >= 0 && sameNext(u.tokens, j, run.tokens, i, match)
	case theirs[opIf] == own[opIf]+1 && theirs[opNot] == own[opNot]+1 && own[opUntil] == theirs[opUntil]+1:
		j, i := at(u.tokens, opUntil), unlessDone(run.tokens)
		return i >= 0 && sameNext(u.tokens, j, run.tokens, i, match)
	}
	return false
}

// unlessDone is where the « not » of an « as long as … not » stands, -1 when there is none.
func unlessDone(in []token) int {
	for i := range in {
		text := strings.ReplaceAll(lower(in[i].text), "’", "'")
		if in[i].op != opIf || text != "as long as" && text != "so long as" && text != "tant que" && text != "tant qu" && text != "solange" {
			continue
		}
		for k := i + 1; k < len(in) && in[k].clause == in[i].clause; k++ {
			if in[k].op == opNot {
				return k
			}
			if in[k].content() {
				return -1
			}
		}
	}
	return -1
}

// sameNext says whether the next word with a fact behind a place of the unit is that behind a place of the run.
func sameNext(entry []token, j int, in []token, i int, match []places) bool {
	theirs, mine := nextFact(entry, j), nextFact(in, i)
	return theirs >= 0 && mine >= 0 && match[mine].has(theirs)
}

// soThat says whether the « because » that a run has over its unit is the « , so », « donc » that the unit has instead, in the same order.
func soThat(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opBecause] != own[opBecause]+1 || !forward(u, match) {
		return false
	}
	i := at(run.tokens, opBecause)
	for k := 0; k < i; k++ {
		if run.tokens[k].content() {
			return false
		}
	}
	for j := range u.tokens {
		if t := &u.tokens[j]; t.kind == word && t.glue && (t.form == "so" || t.form == "donc") && j > 0 && u.tokens[j-1].kind == pause {
			return true
		}
	}
	return false
}
