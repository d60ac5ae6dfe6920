package guard

import "slices"

// ofItself says whether the one « only » more or less is that of « by itself », « d’elle-même », « tout seul », where the other text has what happens
// of itself: « erase themselves », « s’effacent », « automatically ».
func ofItself(own, theirs [ops]int, u *unit, run *run) bool {
	switch {
	case theirs[opOnly] == own[opOnly]+1:
		return spontaneous(run.tokens) && happensAlone(u.tokens)
	case own[opOnly] == theirs[opOnly]+1:
		return spontaneous(u.tokens) && happensAlone(run.tokens)
	}
	return false
}

// spontaneous says whether an « only » of some tokens says by itself that something happens without anybody’s doing, and denies nothing: « does not
// stop it by itself » says that it takes more,
// and « a teenager may act on their own » that nobody else has to.
func spontaneous(in []token) bool {
	for i := range in {
		if in[i].op == opOnly && bySelf[lower(in[i].text)] {
			return countOp(in, opNot) == 0 && !slices.ContainsFunc(in, func(t token) bool { return acts(&t) && !t.name || t.form == "vous" || t.form == "you" })
		}
	}
	return false
}

var bySelf = map[string]bool{
	"by itself": true, "by themselves": true, "on its own": true, "on their own": true, "d elle même": true, "de lui même": true, "d eux mêmes": true, "d elles mêmes": true, "d'elle-même": true,
	"tout seul": true, "toute seule": true, "tous seuls": true, "of its own accord": true, "of their own accord": true, "von selbst": true, "von allein": true, "vanzelf": true,
	"por sí solo": true, "por sí sola": true, "da sé": true, "por si só": true, "d’elle-même": true,
}

// happensAlone says whether a verb of some tokens acts on what does it, or « automatically » stands among them.
func happensAlone(in []token) bool {
	v := words().concepts
	for i := range in {
		switch in[i].form {
		case "itself", "themselves":
			return true
		}
		if in[i].is(v["automatic"]) {
			return true
		}
	}
	return reflexive(in)
}

// automatically says whether a word that a run adds only says what a « by itself », « turns itself off » of the unit does.
func automatically(u *unit, t *token) bool {
	return t.is(words().concepts["automatic"]) && (spontaneous(u.tokens) || slices.ContainsFunc(u.tokens, func(o token) bool { return o.form == "itself" || o.form == "themselves" }))
}
