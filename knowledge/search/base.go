package search

import (
	"cmp"
	"slices"
	"strings"

	"nonmerci/knowledge/text"
)

// base is what both ways of scoring share: the wordings and their words.
type base struct {
	ids      []string // entry → ID
	langs    []string // languages of the entries, most frequent first
	first    []uint32 // entry → its first wording; one more at the end
	entryOf  []uint32 // wording → entry
	wordings []string // as given, titles first
	speller  *text.Speller
}

// lang returns the two letters under which a language's stems are known.
func lang(tag string) string { return strings.ToLower(tag[:min(2, len(tag))]) }

// newBase lists the wordings of the entries. Titles and phrasings without a
// letter or digit are left out.
func newBase(docs []Doc) *base {
	b := &base{first: make([]uint32, 0, len(docs)+1)}
	shares := map[string]int{}
	for e, d := range docs {
		b.ids = append(b.ids, d.ID)
		b.first = append(b.first, uint32(len(b.wordings)))
		shares[lang(d.Lang)]++
		b.wording(e, d.Title)
		for _, p := range d.Phrasings {
			b.wording(e, p)
		}
	}
	b.first = append(b.first, uint32(len(b.wordings)))
	for l := range shares {
		b.langs = append(b.langs, l)
	}
	slices.SortFunc(b.langs, func(x, y string) int {
		return cmp.Or(shares[y]-shares[x], cmp.Compare(x, y))
	})
	return b
}

func (b *base) wording(entry int, s string) {
	if s == "" {
		return
	}
	b.wordings = append(b.wordings, s)
	b.entryOf = append(b.entryOf, uint32(entry))
}
