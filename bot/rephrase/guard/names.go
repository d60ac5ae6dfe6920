package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// collectNames finds the proper names of an entry: words with a capital where none is due, and what stands before the first point of the
// line that says what was understood (« LinkedIn · refuser »).
func (s *Source) collectNames(bs []block, scanned [][]token) {
	lex := words().lexicons[s.lang]
	count := map[string]int{}
	for i, tokens := range scanned {
		markStarts(tokens)
		if head, _, ok := strings.Cut(bs[i].text, ":"); ok && opening(head) == 's' {
			continue // titles have capitals of their own
		}
		echo := isEcho(bs[i])
		for j := range tokens {
			t := &tokens[j]
			if t.kind != word {
				if echo && t.text == "·" {
					break
				}
				continue
			}
			r, _ := utf8.DecodeRuneInString(t.text)
			if !unicode.IsUpper(r) {
				continue
			}
			m, known := lex.exact[t.form]
			switch {
			case known && (m.flags&proper != 0 || s.lang == "en" && t.form == "i" || courtesy(s.lang, t.text, t.form) && (j+1 == len(tokens) || !capital(tokens[j+1].text))):
				continue
			case echo:
				count[t.form] += 100
			case inner(t.text), !t.start && s.lang != "de" && (!known || utf8.RuneCountInString(t.text) > 1):
				count[t.form]++
			case t.start && s.lang != "de" && unheard(lex, t.form):
				count[t.form]++ // a word that no list has, with a capital: the name of a service
			default:
				continue
			}
			s.names[t.form] = true
		}
	}
	best := ""
	for form, n := range count {
		if b := count[best]; n > b || n == b && form < best {
			best = form
		}
	}
	if best != "" {
		s.main = hash(plainName(best))
	}
}

// isEcho says whether a block only repeats what was understood: « *LinkedIn · refuser · Android* ».
func isEcho(b block) bool {
	return b.kind == paragraph && len(b.text) > 2 && b.text[0] == '*' && b.text[1] != '*' && strings.HasSuffix(b.text, "*") && strings.Contains(b.text, " · ")
}

// keepQuotes keeps what an entry quotes, and the words of its links: in a translation they may stand as they are.
func (s *Source) keepQuotes(scanned [][]token, quotes []quotation) {
	for _, q := range quotes {
		s.quoted[q.text] = true
	}
	for _, tokens := range scanned {
		for i := 0; i < len(tokens); {
			q := tokens[i].quote
			j := i + 1
			for j < len(tokens) && tokens[j].quote == q {
				j++
			}
			if q > 0 {
				s.quotes[quotes[q-1].text] = tokens[i:j:j]
			}
			i = j
		}
	}
}

// unheard says whether a lexicon knows nothing of a word.
func unheard(lex *lexicon, form string) bool {
	_, known := lex.find(form)
	return !known && len(form) >= minStem && lex.expressions[form] == nil
}
