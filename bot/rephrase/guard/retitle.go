package guard

import (
	"maps"
	"slices"
	"strings"
)

// retitled puts the entry's own words where a translation keeps most of a title and puts a word or two of it into its language: « Figma (aide), AI
// settings » for « Figma (help), AI settings ». Other words stay as the candidate has them.
func (s *Source) retitled(part []token) []token {
	var best []token
	most, words := 0, 0
	for i := range part {
		if part[i].kind == word {
			words++
		}
	}
	for _, title := range slices.Sorted(maps.Keys(s.quotes)) { // the same each time
		own := s.quotes[title]
		n := 0
		for i := range part {
			if _, taken := sameWords(own, part[i:]); taken > 0 {
				n++
			}
		}
		if n > most || n == most && n > 0 && len(own) < len(best) {
			best, most = own, n
		}
	}
	if most < 2 || 2*most < words {
		return part
	}
	var out []token
	for i := 0; i < len(part); {
		j, taken := sameWords(best, part[i:])
		if taken == 0 {
			out = append(out, part[i])
			i++
			continue
		}
		t := best[j]
		t.quote = part[i].quote
		out = append(out, t)
		i += taken
	}
	return out
}

// sameWords finds the token of a title that the next words spell, and how many they are, 0 when there is none.
func sameWords(own, next []token) (at, taken int) {
	if next[0].kind != word {
		return 0, 0
	}
	for j := range own {
		if own[j].kind != word {
			continue
		}
		n := 0
		for w := range strings.FieldsSeq(own[j].text) {
			if n >= len(next) || !strings.EqualFold(next[n].text, w) {
				n = 0
				break
			}
			n++
		}
		if n > taken {
			at, taken = j, n
		}
	}
	return at, taken
}
