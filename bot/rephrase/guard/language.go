package guard

import "slices"

// minTelling is how many words must tell a language before a text is taken for one of another.
const minTelling = 3

// tongue says in which language words are written, by the words without which no sentence is made; "" when too few tell. first is believed
// when it is as likely as any other.
func tongue(blocks [][]token, first string) string {
	var counts [7]int
	for _, b := range blocks {
		count(b, &counts, nil)
	}
	best, most := first, 0
	for i, l := range languages {
		if l == first {
			most = counts[i]
		}
	}
	for i, l := range languages {
		if counts[i] > most {
			best, most = l, counts[i]
		}
	}
	if most < minTelling || best != first && most < counts[slices.Index(languages, first)]+telltale {
		return ""
	}
	return best
}

// telltale is by how many words another language must be told before the one that is expected is given up: some words are of several.
const telltale = 2

// count adds up, for each language, the words of a text that belong to it; what is quoted is somebody else's, and what skip says is left out.
func count(in []token, counts *[7]int, skip func(*token) bool) {
	telling := words().telling
	for i := range in {
		t := &in[i]
		if t.kind != word || t.quote > 0 || skip != nil && skip(t) {
			continue
		}
		bits := telling[t.form]
		for j := 0; bits != 0; j, bits = j+1, bits>>1 {
			counts[j] += int(bits & 1)
		}
	}
}

// strange returns a sentence with several words that tell another language, and that neither this one nor the entry has, "" when there is none.
func (s *Source) strange(sentences []sentence) string {
	source := words().concepts["source"]
	for _, sen := range sentences {
		if len(sen.tokens) > 0 && sen.tokens[0].is(source) {
			continue // titles are in the language of whoever gave them
		}
		var counts [7]int
		count(sen.tokens, &counts, func(t *token) bool { return t.known || t.name || s.speaksOf(t) })
		if slices.Max(counts[:]) >= minTelling {
			return texts(sen.tokens)
		}
	}
	return ""
}

// likely guesses the language of a text too short to tell: the one whose word lists have most of its words, French before any other.
func likely(blocks [][]token) string {
	best, most := languages[0], -1
	for _, quoted := range []bool{false, true} { // what is quoted is looked at only where nothing else tells
		for _, l := range languages {
			n, lex := 0, words().lexicons[l]
			for _, b := range blocks {
				for i := range b {
					if _, ok := lex.exact[b[i].form]; ok && b[i].kind == word && (quoted || b[i].quote == 0) {
						n++
					}
				}
			}
			if n > most {
				best, most = l, n
			}
		}
		if most > 0 {
			break
		}
	}
	return best
}
