package evaluate

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/text"
)

// grownWordings is how many wordings a synthetic entry has, its title included.
const grownWordings = 5

// functionWords is the number of words, from the most frequent, that are kept.
const functionWords = 500

// Grow returns the entries followed by synthetic ones up to n: copies of real
// entries in which the two most frequent content words are replaced throughout
// by words drawn from a dictionary, so that they share the turns of phrase of the
// real entries and not their subjects. The dictionary is in order of frequency:
// its first functionWords words do not count as content. The result depends on
// the arguments only.
func Grow(docs []search.Doc, n int, dictionary []string) []search.Doc {
	random := rand.New(rand.NewPCG(uint64(n), uint64(len(docs))))
	kept := map[string]bool{}
	for _, w := range dictionary[:functionWords] {
		kept[w] = true
	}
	dictionary = dictionary[functionWords:]
	out := slices.Clip(slices.Clone(docs))
	for i := len(docs); i < n; i++ {
		d := docs[random.IntN(len(docs))]
		var pairs []string
		for _, w := range frequent(d, kept) {
			pairs = append(pairs, w, dictionary[random.IntN(len(dictionary))])
		}
		swap := strings.NewReplacer(pairs...)
		g := search.Doc{ID: fmt.Sprintf("grown-%d", i), Lang: d.Lang, Answer: swap.Replace(text.Fold(d.Answer))}
		g.Title = swap.Replace(text.Fold(d.Title))
		for j := range grownWordings - 1 {
			if j < len(d.Phrasings) {
				g.Phrasings = append(g.Phrasings, swap.Replace(text.Fold(d.Phrasings[j])))
				continue
			}
			g.Phrasings = append(g.Phrasings, g.Title+" "+dictionary[random.IntN(len(dictionary))])
		}
		out = append(out, g)
	}
	return out
}

// frequent returns the two most frequent words of an entry's wordings that are
// not kept.
func frequent(d search.Doc, kept map[string]bool) []string {
	times := map[string]int{}
	for _, s := range append([]string{d.Title}, d.Phrasings...) {
		for _, w := range text.Words(text.Fold(s)) {
			if len(w) >= 3 && !kept[w] {
				times[w]++
			}
		}
	}
	words := make([]string, 0, len(times))
	for w := range times {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(times[b]-times[a], cmp.Compare(a, b))
	})
	return words[:min(2, len(words))]
}
