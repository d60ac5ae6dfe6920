package guard

import "nonmerci/knowledge/text"

// minCognate is the shortest word that may be recognised in another language by its letters.
const minCognate = 5

// cognate finds the words of a unit that a word of a translation, which no list has, resembles: « modération », « moderation ». Only words
// that no list has either are looked at, or names, which are kept to the letter: only the « s » of a genitive may be added (« Quoras »).
func cognate(u *unit, t *token, p *places) bool {
	if t.known && !t.name || t.kind != word {
		return false
	}
	form := text.Fold(t.form)
	for j := range u.tokens {
		o := &u.tokens[j]
		if o.kind != word || o.op != none || o.glue || o.known && !o.name {
			continue
		}
		if plain := text.Fold(o.form); plain == form || form == plain+"s" || !o.name && !t.name && resembles(form, plain) {
			p.add(j)
		}
	}
	return !p.empty()
}

// resembles says whether two words are one in two languages: they begin alike, and differ by a letter in four at most.
func resembles(a, b string) bool {
	if a == b || a == b+"s" || b == a+"s" {
		return true
	}
	n := max(len(a), len(b))
	if min(len(a), len(b)) < minCognate || a[:3] != b[:3] {
		return false
	}
	bound := n / 4
	return text.Distance(a, b, bound) <= bound
}

// deciding are concepts that say what is done: no other word stands for one of theirs.
var deciding = []string{"on", "off", "delete", "remove", "send", "transmit", "accept", "allow", "sell", "publish", "private", "public", "guarantee", "free", "paid", "illegal", "law", "final", "excluded"}

func decides(t *token) bool {
	for _, k := range t.list() {
		if words().deciding[k] {
			return true
		}
	}
	return false
}
