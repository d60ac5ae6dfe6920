package guard

// counted compares how often what must not be lost or added is said: numbers, dates, addresses, names of the screen; and, of words that decide
// or restrict, whether they are said as often as in the entry.
func (s *Source) counted(u *unit, run *run, r *reasons) {
	count := map[key]int{}
	for i := range u.tokens {
		if t := &u.tokens[i]; exact(t) || restricts(t) {
			count[t.keys[0]]++
		}
	}
	for i := range run.tokens {
		t := &run.tokens[i]
		if exact(t) {
			count[t.keys[0]]--
			continue
		}
		for _, k := range t.list() {
			if count[k] > 0 && !t.glue {
				count[k]--
			}
		}
	}
	for i := range u.tokens {
		t := &u.tokens[i]
		if exact(t) && count[t.keys[0]] > 0 || restricts(t) && count[t.keys[0]] > 0 && twice(u, t.keys[0]) {
			r.add(lostRule(t), t.text)
		}
	}
	for i := range run.tokens {
		t := &run.tokens[i]
		if exact(t) && count[t.keys[0]] < 0 && t.kind != label {
			r.add(addedRule(t), t.text)
		}
	}
}

// twice says whether a unit says a thing more than once; where it says it once, another word may stand for it.
func twice(u *unit, k key) bool {
	n := 0
	for i := range u.tokens {
		if u.tokens[i].content() && u.tokens[i].n > 0 && u.tokens[i].keys[0] == k {
			n++
		}
	}
	return n > 1
}

// restricts says whether a word says which things are meant, or what happens to them.
func restricts(t *token) bool {
	return t.kind == word && t.content() && t.n > 0 && t.flags&mayDrop == 0 && (words().restricting[t.keys[0]] || decides(t))
}

// restricting are concepts that say which things are meant.
var restricting = []string{
	"personal", "professional", "generative", "sensitive", "anonymous", "temporary", "adult", "child", "same", "other", "own", "new", "europe", "automatic", "internal",
}

// exact says whether a token must be said as often as in the entry.
func exact(t *token) bool {
	return t.n > 0 && (t.kind == number || t.kind == date || t.kind == address || t.kind == label)
}
