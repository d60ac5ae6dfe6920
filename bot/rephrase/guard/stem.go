package guard

import (
	"strings"

	"nonmerci/knowledge/text"
)

// minStem is the shortest word that is known by its stem, minRoot what must be left of one.
const (
	minStem = 4
	minRoot = 3
)

// stem returns what the inflected forms of a word have in common; plain is a folded word. It brings together the forms of one word alone, not
// a verb and its noun: what belongs together besides is said in the word lists.
func stem(plain, lang string) string {
	if lang != "fr" {
		return text.Stem(plain, lang)
	}
	// The stemmer of French looks for accents, and leaves « utilisent » as it is.
	for _, ending := range frenchEndings {
		if root, ok := strings.CutSuffix(plain, ending); ok && len(root) >= minRoot {
			return root
		}
	}
	return plain
}

var frenchEndings = strings.Fields(`
	issaient eraient iraient eriez irions issent issant issait issons issez eront iront erait irait aient erons irons erais erent
	antes ants ante erez irez eras erai ents ent ees ues ies era ira ait ais ant ons ee ie ue ez er ir es is it us ai e s x`)
