package guard

import (
	"slices"

	"nonmerci/knowledge/text"
)

// expression finds the longest expression at the start of some tokens.
func (a annotator) expression(in []token) (meaning, int) {
	list := a.lex.expressions[in[0].form]
	if list == nil && in[0].start {
		list = a.lex.expressions[text.Fold(in[0].form)]
	}
next:
	for _, e := range list {
		if len(e.words) > len(in) || !in[0].start && e.words[0] == "de" && e.words[1] == "plus" {
			continue // « des personnes de plus de 18 ans »
		}
		at := 0
		for j, w := range e.words {
			if j > 0 && len(e.words) > 2 && at < len(in) && in[at].kind == pause && in[at].text == "," {
				at++ // « je früher, desto besser »
			}
			if at >= len(in) || in[at].kind != word || e.tied[j] && !in[at].glued || in[at].form != w && (j > 0 || text.Fold(in[at].form) != text.Fold(w)) {
				continue next
			}
			at++
		}
		if at < len(in) && in[at].kind == word && len(e.keys) > 0 && e.keys[0] == words().wish {
			continue // « si vous voulez refuser » is a purpose
		}
		if at < len(in) && in[at].kind == word && e.words[0] == "as" && len(e.words) == 3 && finished[e.words[2]] {
			continue // « as it is the company that decides »
		}
		if at < len(in) && e.words[0] == "on" && e.words[len(e.words)-1] == "own" && in[at].kind == word && !a.small(&in[at]) {
			continue // « on its own website »
		}
		return e.meaning, at
	}
	return meaning{}, 0
}

// small says whether the lists have a word as one that carries no fact, or that turns a sentence.
func (a annotator) small(t *token) bool {
	m := a.lex.exact[t.form]
	return m.glue || len(m.ops) > 0
}

// widen lets an expression that carries a fact stand for its words as well: « write to » is writing.
func (a annotator) widen(m meaning, in []token) meaning {
	if len(m.keys) == 0 || len(m.ops) > 0 || m.flags&(proper|negative) != 0 || len(m.more) > 0 {
		return m
	}
	if slices.ContainsFunc(in, func(t token) bool { return len(a.lex.exact[t.form].ops) > 0 }) {
		return m // « nicht öffentlich » is nothing public
	}
	keys := slices.Clone(m.keys)
	for i := range in {
		if w, ok := a.lex.exact[in[i].form]; ok && !w.glue && len(w.ops) == 0 && w.flags&(mayAdd|mayDrop|stepAdd|negative) == 0 {
			keys = append(keys, w.keys...)
		}
	}
	m.keys = keys
	return m
}
