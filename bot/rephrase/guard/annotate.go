package guard

import (
	"unicode"
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// An annotator gives tokens what the word lists know of them.
type annotator struct {
	lex   *lexicon
	names map[string]bool // proper names of the entry, by form
	hails bool            // « Bien sûr ! » is no more than politeness
}

// annotate looks up the tokens of one block, in place and shorter: expressions and dates become one token, an operator of two parts two.
func (a annotator) annotate(in []token) []token {
	markStarts(in)
	if a.lex.lang == "en" {
		in = expandNot(in)
	}
	a.separable(in)
	a.phrasal(in)
	out := make([]token, 0, len(in)+4)
	for i := 0; i < len(in); {
		if in[i].part == joinedParticle {
			in[i].known, in[i].part = true, 0
			out = append(out, in[i])
			i++
			continue
		}
		if in[i].kind != word {
			out = append(out, in[i])
			i++
			continue
		}
		if n := hail(in[i:], a.lex.lang); n > 0 && a.hails {
			for range n {
				in[i].glue, in[i].soft, in[i].known = true, true, true
				out = append(out, in[i])
				i++
			}
			continue
		}
		t := in[i]
		name := a.name(&t)
		if m, n := a.expression(in[i:]); n > 0 {
			if !name || m.flags&proper != 0 {
				t.text = texts(in[i : i+n])
				out = a.emit(out, t, a.widen(m, in[i:i+n]))
				i += n
				continue
			}
		}
		i++
		if name {
			t.name, t.known = true, true
			t.addKey(hash(plainName(t.form)))
			if m := a.lex.exact[t.form]; !a.names[t.form] && !a.names[t.form+"s"] && !m.glue && len(m.ops) == 0 {
				for _, k := range m.keys {
					t.addKey(k) // « Google Search » for « la recherche Google », but no « Google Photo » for « Google Photos »
				}
			}
			out = append(out, t)
			continue
		}
		if a.lex.lang == "en" && ceasing(in[i-1:]) {
			out = append(out, token{kind: word, text: t.text, form: t.form, op: opNot, known: true, quote: t.quote}, token{kind: word, op: opNoMore, known: true, quote: t.quote})
			continue
		}
		if a.lex.lang == "en" && t.form == "avoid" && i < len(in) && gerund(&in[i]) {
			t.op, t.known = opNot, true // « avoid writing » for « do not write »
			out = append(out, t)
			continue
		}
		if (t.form == "comme" || t.form == "as") && t.start {
			t.op, t.known = opBecause, true
			out = append(out, t)
			continue
		}
		if a.lex.lang == "fr" && conditional(t.form) {
			out = append(out, token{kind: word, op: opReported, known: true, quote: t.quote})
		}
		m, ok := a.lex.find(t.form)
		if ok {
			out = a.emit(out, t, m)
			continue
		}
		a.unknown(&t)
		out = append(out, t)
	}
	a.wished(out)
	a.lighten(out)
	return joinDates(byNumbers(out, a.lex.lang))
}

// unknown gives a word that no list has its own form, and its stem, as keys.
func (a annotator) unknown(t *token) {
	plain := text.Fold(t.form)
	if a.compound(t) {
		return
	}
	t.addKey(hash(plain))
	if len(plain) >= minStem {
		t.addKey(hash(a.lex.lang + "~" + stem(plain, a.lex.lang)))
	}
	r, _ := utf8.DecodeRuneInString(t.text)
	t.name = unicode.IsUpper(r) && !t.start && a.lex.lang != "de" || inner(t.text)
}

// saying are verbs that quote somebody, and that tell the reader to say something at the head of a clause.
var saying = map[string]bool{"say": true, "state": true}

// emit adds a token of a known meaning.
func (a annotator) emit(out []token, t token, m meaning) []token {
	t.known = true
	if m.glue {
		t.glue, t.soft = true, m.soft
		for _, k := range m.keys {
			t.addKey(k)
		}
		return append(out, t)
	}
	t.flags = m.flags
	if m.value > 0 {
		t.kind = number
		t.form = itoa(m.value)
		t.addKey(hash("n:" + t.form))
		return append(out, t)
	}
	for i, o := range m.ops {
		x := t
		x.op = o
		if i > 0 {
			x.text = ""
		}
		out = append(out, x)
	}
	if len(m.keys) == 0 && len(m.ops) > 0 {
		if saying[t.form] && (t.start || len(out) > 1 && (out[len(out)-2].form == "and" || out[len(out)-2].kind == pause && out[len(out)-2].text != ")")) { // « Say exactly what … »: nobody is quoted
			out[len(out)-1].op = none
			out[len(out)-1].addKey(words().concepts["tell"])
		}
		return out
	}
	for _, k := range m.keys {
		t.addKey(k)
	}
	if m.flags&proper != 0 {
		t.addKey(hash(plainName(lower(t.text))))
	}
	if m.flags&easyAdd != 0 && len(m.keys) == 0 {
		t.addKey(hash("easy"))
	}
	if a.lex.spare[t.form] {
		t.flags |= mayDrop
	}
	out = append(out, t)
	for _, k := range m.more {
		x := t
		x.text, x.n = "", 0
		x.addKey(k)
		out = append(out, x)
	}
	return out
}
