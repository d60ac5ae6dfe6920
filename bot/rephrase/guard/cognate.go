package guard

import (
	"strings"

	"nonmerci/knowledge/text"
)

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

// maxGuesses is how many words of a translation may be taken for what is missing, one in a sentence: no list has every word of seven
// languages.
const maxGuesses = 3

// guess lets one word that no list has stand for the one word of the unit that is left, unless that word decides what is done. A capital
// may begin a name that was misspelt.
func (c *candidate) guess(u *unit, t *token, match []places, at int) bool {
	if !c.foreign || t.known || t.kind != word || t.name || capital(t.text) && c.lang != "de" || len(t.form) < minCognate-1 || c.guesses >= maxGuesses {
		return false
	}
	var met places
	for i := range match {
		met.join(&match[i])
	}
	left := -1
	for j := range u.tokens {
		o := &u.tokens[j]
		if !o.content() || met.has(j) || o.flags&mayDrop != 0 || saidOtherwise(u, j, &met) {
			continue
		}
		if left >= 0 {
			return false
		}
		left = j
	}
	if left < 0 {
		return false
	}
	o := &u.tokens[left]
	if o.kind != word || o.name || o.flags&(proper|negative) != 0 || decides(o) || tells(u.tokens, left) || reverses(t.form) {
		return false
	}
	c.guesses++
	match[at].add(left)
	return true
}

// reverses says whether a word begins as one that says the opposite of another does: « unlink ».
func reverses(form string) bool {
	for _, p := range []string{"un", "dis", "dé", "des", "de", "in", "im", "non", "anti", "ent", "on", "sconn", "scoll"} {
		if strings.HasPrefix(form, p) {
			return true
		}
	}
	return false
}

// deciding are concepts that say what is done: a word in their place is never guessed.
var deciding = []string{"on", "off", "delete", "remove", "send", "transmit", "accept", "allow", "sell", "publish", "private", "public", "guarantee", "free", "paid", "illegal", "law", "final", "excluded"}

func decides(t *token) bool {
	for _, k := range t.list() {
		if words().deciding[k] {
			return true
		}
	}
	return false
}
