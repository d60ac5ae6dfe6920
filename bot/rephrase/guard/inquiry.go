package guard

import "slices"

// maxInquiry is how many tokens the question may have that says again what was understood.
const maxInquiry = 16

// inquiry compares « am I concerned? » with what a translation makes of it: it is asked in as many ways as there are languages, and states nothing.
// Names, numbers, addresses and names of the screen must be the entry's all the same.
func inquiry(u *unit, run *run, r *reasons) {
	if len(run.tokens) > maxInquiry {
		r.add(Added, written(run.tokens))
	}
	service := true // until the point after its name
	for i := range run.tokens {
		t := &run.tokens[i]
		service = service && t.text != "·"
		if (t.name || exact(t) || service && t.content()) && !slices.ContainsFunc(u.tokens, func(o token) bool { return alike(t, &o) }) {
			r.add(addedRule(t), t.text)
		}
	}
	for o := op(1); o < ops; o++ {
		if countOp(run.tokens, o) != u.count(o) {
			r.add(o.rule(), miscounted(o, u.count(o), countOp(run.tokens, o), u, run, func(int) bool { return true }))
		}
	}
	sameNames(u, run, r)
}
