package guard

// permuted refuses a run in which what belongs together was paired anew: « 28 days on free plans, 0 on paid ones » with the numbers exchanged.
// Within one class, numbers, opposites, switches, the order may turn only when it does in every class that has two members.
func permuted(u *unit, run *run, match []places, r *reasons) {
	var last [classes]int
	var kept, turned [classes]bool
	var before, from, to [classes]int // where in the run they turn
	for i := range last {
		last[i] = -1
	}
	for i := range run.tokens {
		_, j, single := where(u, &match[i])
		if !single || run.tokens[i].glue {
			continue
		}
		k := classOf(&u.tokens[j])
		if k == classes {
			continue
		}
		switch {
		case last[k] >= 0 && j < last[k]:
			turned[k], from[k], to[k] = true, before[k], i
		case last[k] >= 0 && j > last[k]:
			kept[k] = true
		}
		last[k], before[k] = j, i
	}
	some, others := false, false
	for k := range classes {
		some, others = some || turned[k] && !kept[k], others || kept[k] && !turned[k]
	}
	for k := range classes {
		if some && others && turned[k] {
			r.add(Order, twoOf(run.tokens, from[k], to[k]))
		}
	}
}

// A class is what a word tells apart.
type class int

const (
	amounts class = iota
	opposites
	switching
	classes
)

func classOf(t *token) class {
	switch {
	case figureLike(t):
		return amounts
	case t.kind == word && t.n > 0 && (words().restricting[t.keys[0]] || t.is(words().concepts["free"]) || t.is(words().concepts["paid"]) || t.is(words().concepts["public"]) || t.is(words().concepts["private"])):
		return opposites
	case t.kind == word && (t.is(words().concepts["on"]) || t.is(words().concepts["off"])):
		return switching
	}
	return classes
}
