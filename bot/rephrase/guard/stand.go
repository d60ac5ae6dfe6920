package guard

import (
	"slices"
	"strings"
)

// A phrase is a word or two in a row, with only small words between.
type phrase struct{ from, to int }

// longestPhrase is how many words with a fact may be put otherwise at one place.
const longestPhrase = 2

// standIn lets words of a run that the unit lacks stand for words of it that are left, at the same place of the same clause, when nothing that
// decides is among them: one that no list has for one that carries a sentence, or two that both do. It notes them in match, and returns the rest.
func (c *candidate) standIn(u *unit, run *run, match []places, unmatched []int) []int {
	left := uncovered(u, match)
	mine, theirs := phrases(run.tokens, unmatched), phrases(u.tokens, left)
	theirs = append(theirs, optional(u, match)...)
	allowed := 1 + u.weights/10
	var rest []int
	for _, p := range mine {
		found := false
		for n, q := range theirs {
			if q.to < 0 || allowed == 0 || c.stood >= c.mayStand || !c.mayReplace(run.tokens[p.from:p.to], u.tokens[q.from:q.to]) || !sameSpot(u, run, match, p, q) {
				continue
			}
			for i := p.from; i < p.to; i++ {
				for j := q.from; j < q.to; j++ {
					if t := &run.tokens[i]; t.content() && u.tokens[j].content() {
						match[i].add(j)
						for _, k := range u.tokens[j].list() {
							t.addKey(k) // what stands beside « not » and the like is compared by it
						}
					}
				}
			}
			theirs[n].to = -1
			allowed--
			c.stood++
			found = true
			break
		}
		if !found && len(left) == 0 && p.to == p.from+1 && replaced(&run.tokens[p.from]) && c.stood < c.mayStand {
			c.stood++
			found = true
		}
		if !found {
			for _, i := range unmatched {
				if i >= p.from && i < p.to {
					rest = append(rest, i)
				}
			}
		}
	}
	return rest
}

// mayReplace says whether one phrase may stand for another, by their words alone.
func (c *candidate) mayReplace(mine, theirs []token) bool {
	var own, entry []*token
	for i := range mine {
		if mine[i].content() {
			own = append(own, &mine[i])
		}
	}
	for j := range theirs {
		if theirs[j].content() {
			entry = append(entry, &theirs[j])
		}
	}
	if len(own) > longestPhrase || len(entry) > longestPhrase {
		return false
	}
	for _, t := range own {
		if slices.ContainsFunc(entry, func(o *token) bool { return contrary(t, o) }) {
			return false
		}
	}
	unheard := 0
	for _, t := range own {
		switch {
		case t.kind != word || t.name || t.quote > 0:
			return false
		case !t.known && capital(t.text) && c.lang != "de":
			return false // it may be a name misspelt
		case !t.known && !firm(c.lang, t.form):
			unheard++
		case t.known && (replaced(t) || slices.ContainsFunc(entry, func(o *token) bool { return related(t, o) })):
		default:
			return false
		}
	}
	for _, o := range entry {
		switch {
		case o.kind != word || o.name || o.quote > 0 || slices.ContainsFunc(own, func(t *token) bool { return strings.EqualFold(t.text, o.text) }):
			return false // a word left in the other language is none of this one
		case !o.known:
			if unheard == 0 || !c.foreign {
				return false
			}
		case replaced(o) || slices.ContainsFunc(own, func(t *token) bool { return related(t, o) }):
		default:
			return false
		}
	}
	return true
}

// sameSpot says whether two phrases stand between the same words.
func sameSpot(u *unit, run *run, match []places, p, q phrase) bool {
	before, after := -1, -1
	near, met := 0, 0
	try := func(i int) {
		near++
		if match[i].any(func(j int) bool {
			return u.tokens[j].clause == u.tokens[q.from].clause && (j < q.from && j >= q.from-8 || j >= q.to && j < q.to+8)
		}) {
			met++
		}
	}
	for i := p.from - 1; i >= 0 && before < 0; i-- {
		if run.tokens[i].content() && !match[i].empty() {
			before = i
			try(i)
		}
	}
	for i := p.to; i < len(run.tokens) && after < 0; i++ {
		if run.tokens[i].content() && !match[i].empty() {
			after = i
			try(i)
		}
	}
	return near > 0 && met > 0
}

// spares says whether a word of a unit may be left out although something is: one that carries the sentence, in one where nothing is denied.
func (c *candidate) spares(u *unit, j int, met *places) bool {
	t := &u.tokens[j]
	if t.kind != word || t.name || t.quote > 0 || !replaced(t) || !words().spareable[t.keys[0]] || listed(u, j) || u.weights < 5 || c.stood >= c.mayStand {
		return false
	}
	for k := range u.tokens {
		if o := &u.tokens[k]; o.op == opNot || k != j && o.content() && !met.has(k) && o.flags&mayDrop == 0 {
			return false
		}
	}
	c.stood++
	return true
}
