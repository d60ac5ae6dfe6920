package guard

import (
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge/text"
)

// put adds a word or an expression to a lexicon. A word of several concepts is any of them; an operator is nothing else, and a word that
// carries no fact stays one.
func (r *reader) put(l *lexicon, w string, m meaning) {
	w, only := strings.CutPrefix(w, "=")
	if parts := parts(w); len(parts) > 1 {
		if short, ok := elided(w, l.lang); ok && (len(m.ops) == 0 || m.ops[0] != opCan) {
			r.put(l, short, m)
		}
		e := expression{words: parts, tied: tied(w, len(parts)), meaning: m}
		for i, o := range l.expressions[parts[0]] {
			if slices.Equal(o.words, parts) && slices.Equal(o.tied, e.tied) {
				l.expressions[parts[0]][i].meaning = join(o.meaning, m)
				return
			}
		}
		l.expressions[parts[0]] = append(l.expressions[parts[0]], e)
		return
	}
	w = lower(w)
	l.exact[w] = join(l.exact[w], m)
	if !only && len(m.ops) == 0 && !m.glue && m.flags&easyAdd == 0 {
		if plain := text.Fold(w); len(plain) >= minStem {
			s := stem(plain, l.lang)
			l.stems[s] = join(l.stems[s], m)
		}
	}
}

// elided is a French expression as it stands before a vowel: « au bout d’une heure ».
func elided(w, lang string) (string, bool) {
	if lang != "fr" || !strings.HasSuffix(w, "_de") {
		return "", false
	}
	return w[:len(w)-1], true
}

// parts are the words of an expression, as a text is cut.
func parts(w string) []string {
	return strings.FieldsFunc(lower(w), func(r rune) bool { return r == '_' || r == '-' || r == '\'' || r == '’' })
}

// tied says which words of an expression follow the one before without a space.
func tied(w string, n int) []bool {
	out := make([]bool, n)
	i := 0
	for _, r := range w {
		if r == '_' || r == '-' {
			i++
			if i < n {
				out[i] = r == '-'
			}
		}
	}
	return out
}

// join is the meaning of a word that two lines have.
func join(a, b meaning) meaning {
	switch {
	case a.keys == nil && a.ops == nil && !a.glue && a.flags == 0:
		return b
	case a.glue && a.keys == nil:
		a.keys, a.more = b.keys, nil
		return a
	case len(a.ops) > 0:
		return a
	case len(b.ops) > 0:
		return b
	}
	for _, k := range b.keys {
		if !slices.Contains(a.keys, k) {
			a.keys = append(slices.Clip(a.keys), k)
		}
	}
	a.glue = a.glue || b.glue
	const both = mayAdd | mayDrop // only where every meaning may
	a.flags = a.flags&b.flags&both | (a.flags|b.flags)&^both
	return a
}

// finish puts the longest expressions first, and fills in the forms without accents.
func (r *reader) finish() {
	for _, l := range r.lexicons {
		l.conjugate()
		made := l.agree()
		for _, list := range l.expressions {
			slices.SortStableFunc(list, func(a, b expression) int { return len(b.words) - len(a.words) })
		}
		for _, w := range slices.Sorted(maps.Keys(l.exact)) { // a plural that a line names is what its singular is in any other
			last := len(w) - 1
			if last < minStem || w[last] != 's' && w[last] != 'x' {
				continue
			}
			one, m := l.exact[w[:last]], l.exact[w]
			if len(one.keys) > 0 && len(one.ops) == 0 && len(m.keys) > 0 && len(m.ops) == 0 {
				l.exact[w] = join(m, one)
			}
		}
		for w := range l.exact {
			if made[w] {
				continue
			}
			plain := text.Fold(w)
			if old, ok := l.plain[plain]; !ok || w < old {
				l.plain[plain] = w
			}
		}
	}
}

// values are the numbers that are said in words.
var values = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "thirty": 30, "ninety": 90,
	"hundred": 100, "thousand": 1000,
}
