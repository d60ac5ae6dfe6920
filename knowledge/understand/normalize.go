package understand

import (
	"strings"

	"nonmerci/knowledge/text"
)

// tokens writes out short spellings, splits glued words and corrects typos.
func (l *lexicon) tokens(words []string, lang string) []Token {
	out := make([]Token, 0, len(words)+8)
	add := func(w, typed string, known bool) {
		if len(out) < 2*maxTokens {
			out = append(out, Token{Text: w, Typed: typed, Stem: text.Stem(w, lang), Known: known, Mention: -1})
		}
	}
	for _, w := range words {
		if to, ok := l.shortFor(w, lang); ok {
			for _, t := range to {
				add(t, w, true)
			}
			continue
		}
		if l.known(w) || isNumber(w) {
			add(w, w, true)
			continue
		}
		if squeezed := text.Squeeze(w); squeezed != w && l.known(squeezed) {
			add(squeezed, w, true)
			continue
		}
		if front, rest, ok := l.unglue(w, lang); ok {
			for _, t := range front {
				add(t, w, true)
			}
			add(rest, w, true)
			continue
		}
		if fixed, ok := l.speller().Correct(w); ok {
			add(fixed, w, true)
			continue
		}
		add(w, w, false)
	}
	return out
}

func (l *lexicon) known(w string) bool {
	_, ok := l.words[w]
	return ok
}

// shortFor looks a short spelling up in the language of the question, then in French, where most of them come from.
func (l *lexicon) shortFor(w, lang string) ([]string, bool) {
	if to, ok := l.short[lang][w]; ok {
		return to, true
	}
	if lang != "fr" && !l.known(w) {
		to, ok := l.short["fr"][w]
		return to, ok
	}
	return nil, false
}

// unglue splits « jdesactive » into « je », « desactive » when what follows the prefix is a word we know, of three letters or more.
// The longest prefix wins.
func (l *lexicon) unglue(w, lang string) (front []string, rest string, ok bool) {
	for n := min(4, len(w)-3); n >= 1; n-- {
		to, isPrefix := l.prefixes[lang][w[:n]]
		if !isPrefix {
			continue
		}
		tail := w[n:]
		if l.words[tail] >= 2 {
			return to, tail, true
		}
		if long, short := l.short[lang][tail]; short && len(long) == 1 {
			return to, long[0], true
		}
	}
	return nil, "", false
}

func isNumber(w string) bool {
	return w != "" && strings.Trim(w, "0123456789") == ""
}

// findConcepts gives each token the concepts it belongs to. Expressions are matched by their stems, in the language of the question
// first; in French and English when that one knows nothing, because people mix.
func (l *lexicon) findConcepts(a *Analysis) {
	langs := [3]string{a.Lang, "fr", "en"}
	var buf [128]byte
	for i := range a.Tokens {
		for k, lang := range langs {
			if k > 0 && lang == a.Lang {
				continue
			}
			if l.conceptsAt(a.Tokens, i, lang, buf[:0]) {
				break
			}
		}
	}
}

// conceptsAt adds the concepts of every expression that begins at token i.
func (l *lexicon) conceptsAt(tokens []Token, i int, lang string, key []byte) bool {
	key = append(append(key, lang...), ':')
	key = append(key, tokens[i].Stem...)
	longest := int(l.starts[string(key)])
	found := false
	for n := 1; n <= longest && i+n <= len(tokens); n++ {
		if n > 1 {
			key = append(append(key, ' '), tokens[i+n-1].Stem...)
		}
		for _, c := range l.concepts[string(key)] {
			found = true
			tokens[i].Concepts = append(tokens[i].Concepts, c)
		}
	}
	return found
}
