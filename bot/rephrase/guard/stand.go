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
	unheard := 0
	for _, t := range own {
		switch {
		case t.kind != word || t.name || t.quote > 0:
			return false
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

// firm says whether a word that no list has must not stand for another: it ends as a word that says how, or turns one that the lists have.
func firm(lang, form string) bool {
	if len(form) < minCognate-1 {
		return true
	}
	for _, e := range manner[lang] {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	lex := words().lexicons[lang]
	for _, p := range turningPrefixes[lang] {
		if rest, ok := strings.CutPrefix(form, p); ok && len(rest) >= minStem {
			if _, known := lex.find(rest); known {
				return true
			}
		}
	}
	return false
}

var manner = map[string][]string{
	"fr": {"ment"}, "en": {"ly", "less", "free"}, "de": {"los", "frei", "weise"}, "es": {"mente"}, "it": {"mente"}, "pt": {"mente"}, "nl": {"loos", "vrij"},
}

var turningPrefixes = map[string][]string{
	"fr": {"dés", "dé", "des", "in", "im", "il", "ir", "non", "anti", "mal", "mé", "re", "ré"},
	"en": {"un", "dis", "in", "im", "ir", "non", "de", "mis", "anti", "over", "under", "re"},
	"de": {"un", "ent", "miss", "nicht", "ver", "zer", "ab", "aus", "ein", "an", "wieder", "über", "unter"},
	"es": {"des", "in", "im", "anti", "re"}, "it": {"dis", "s", "in", "im", "anti", "ri"}, "pt": {"des", "in", "im", "anti", "re"},
	"nl": {"on", "ont", "niet", "ver", "uit", "aan", "af", "her", "over", "onder"},
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
