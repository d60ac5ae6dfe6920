package guard

// partnersKept refuses a run in which two words that stand side by side in the unit, and two others, are paired anew: « cutting ads does not stop training »,
// « cutting training does not stop ads »; « public posts and private photos », « public photos and private posts ». Who does what is looked at elsewhere.
func partnersKept(u *unit, run *run, match []places, r *reasons) {
	if len(u.tokens) > maxPlaces {
		return
	}
	var theirs, before, mine [maxPlaces]int16 // by place: the place that comes next, or before, plus one
	last := -1
	for j := range u.tokens {
		if pairs, goesOn := couples(&u.tokens[j]); pairs {
			if last >= 0 {
				theirs[last], before[j] = int16(j+1), int16(last+1)
			}
			last = j
		} else if !goesOn {
			last = -1
		}
	}
	last = -1
	for i := range run.tokens {
		pairs, goesOn := couples(&run.tokens[i])
		if !pairs {
			if !goesOn {
				last = -1
			}
			continue
		}
		_, j, single := where(u, &match[i])
		if !single {
			last = -1
			continue
		}
		if last >= 0 && mine[last] == 0 {
			mine[last] = int16(j + 1)
		}
		last = j
	}
	for a := range u.tokens {
		own, now := theirs[a], mine[a]
		if own == 0 || now == 0 || own == now {
			continue
		}
		b := before[now-1]
		if b == 0 || int(b-1) == a || mine[b-1] != own || int(now-1) == a || own == b || acts(&u.tokens[a]) || acts(&u.tokens[b-1]) || acts(&u.tokens[own-1]) || acts(&u.tokens[now-1]) {
			continue
		}
		r.add(Order, twoOf(run.tokens, standing(match, a), standing(match, int(now-1))))
		return
	}
}

// couples says whether a token is one that another may belong to, and if not, whether it stands between two that do.
func couples(t *token) (pairs, goesOn bool) {
	switch {
	case t.kind == pause && t.text != "", t.kind == stop, joined[t.form] && t.glue && t.form != "en", t.op != none, figureLike(t):
		return false, false
	case t.content() && t.flags&mayAdd == 0:
		return true, true
	}
	return false, true
}
