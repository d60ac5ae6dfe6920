package understand

import (
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge/text"
	"nonmerci/knowledge/words"
)

func splitWords(s string) []string { return text.Words(text.Fold(s)) }

func foldPhrase(s string) string { return strings.Join(splitWords(s), " ") }

// packLexicon folds the moderators' word lists and counts the words of the questions.
func packLexicon(lex words.Lexicon, qs []words.Question) packedLexicon {
	p := packedLexicon{Short: foldMaps(lex.Short), Prefixes: foldMaps(lex.Prefixes)}
	p.Names = packNames(lex)
	for _, name := range slices.Sorted(maps.Keys(lex.Concepts)) {
		c := packedConcept{Name: name, Terms: map[string][]string{}}
		for lang, terms := range lex.Concepts[name] {
			for _, t := range terms {
				ws := splitWords(t)
				for i := range ws {
					ws[i] = text.Stem(ws[i], lang)
				}
				if len(ws) > 0 {
					c.Terms[lang] = append(c.Terms[lang], strings.Join(ws, " "))
				}
			}
			slices.Sort(c.Terms[lang])
			c.Terms[lang] = slices.Compact(c.Terms[lang])
		}
		p.Concepts = append(p.Concepts, c)
	}
	p.Words = countWords(lex, qs, p)
	return p
}

func packNames(lex words.Lexicon) []packedName {
	var out []packedName
	taken := map[string]bool{}
	add := func(n, subject string, weak bool) {
		if n = foldPhrase(n); n != "" && !taken[n] {
			taken[n] = true
			out = append(out, packedName{n, subject, weak})
		}
	}
	for _, slug := range lex.Slugs() {
		for _, n := range lex.Subjects[slug].Strong() {
			add(n, slug, false)
		}
	}
	for _, slug := range lex.Slugs() {
		for _, n := range lex.Subjects[slug].Weak {
			add(n, slug, true)
		}
	}
	for _, n := range lex.Unlisted {
		add(n, unlisted, false)
	}
	return out
}

// countWords is the vocabulary: words of the questions seen three times or more, and every word of the lists. A typo that one
// person made is not in it, so that it gets corrected.
func countWords(lex words.Lexicon, qs []words.Question, p packedLexicon) []packedWord {
	count := map[string]int{}
	for _, q := range qs {
		for _, w := range splitWords(q.Text) {
			count[w]++
		}
	}
	for w, n := range count {
		if n < 3 {
			delete(count, w)
		}
	}
	add := func(phrase string) {
		for _, w := range splitWords(phrase) {
			count[w] += 3
		}
	}
	for _, c := range lex.Concepts {
		for _, terms := range c {
			for _, t := range terms {
				add(t)
			}
		}
	}
	for _, m := range p.Short {
		for _, to := range m {
			add(to)
		}
	}
	for _, m := range p.Short {
		for from := range m {
			delete(count, from)
		}
	}
	var out []packedWord
	for _, w := range slices.Sorted(maps.Keys(count)) {
		out = append(out, packedWord{w, count[w]})
	}
	return out
}

func foldMaps(in map[string]map[string]string) map[string]map[string]string {
	out := map[string]map[string]string{}
	for lang, m := range in {
		out[lang] = map[string]string{}
		for _, from := range slices.Sorted(maps.Keys(m)) {
			if f := foldPhrase(from); f != "" && !strings.Contains(f, " ") {
				out[lang][f] = foldPhrase(m[from])
			}
		}
	}
	return out
}
