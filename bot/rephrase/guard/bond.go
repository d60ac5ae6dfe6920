package guard

// bonded refuses a run in which numbers or dates changed places: those that stand in another order must each keep a neighbour,
// « 5 minutes », « before 3 November ».
func bonded(u *unit, run *run, match []places, r *reasons) {
	last, turned := -1, false
	for i := range run.tokens {
		if _, j, single := where(u, &match[i]); single && figureLike(&run.tokens[i]) {
			turned = turned || j < last
			last = j
		}
	}
	if !turned {
		return
	}
	for i := range run.tokens {
		if !figureLike(&run.tokens[i]) {
			continue
		}
		_, j, single := where(u, &match[i])
		if !single {
			continue
		}
		mine, theirs := neighbours(run.tokens, i), neighbours(u.tokens, j)
		if mine.n > 0 && theirs.n > 0 && !mine.meets(&theirs) {
			r.add(Order, around(run.tokens, i))
			return
		}
	}
}

func figureLike(t *token) bool { return t.kind == number || t.kind == date }

// neighbours are the nearest words with a fact, numbers aside, before and after a token.
func neighbours(in []token, i int) near {
	var w near
	for j := i + 1; j < len(in) && in[j].kind != stop; j++ {
		if in[j].content() && !figureLike(&in[j]) {
			w.add(&in[j])
			break
		}
	}
	for j := i - 1; j >= 0; j-- {
		if in[j].content() && !figureLike(&in[j]) {
			w.add(&in[j])
			break
		}
	}
	return w
}
