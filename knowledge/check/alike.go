package check

import (
	"math"
	"strings"
	"unicode"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
)

// tooClose is the cosine from which two entries of a subject ask the same thing in a reader's eyes.
const tooClose = 0.60

// alike warns of two entries of a subject whose questions cannot be told apart: a reader would get the one or the other by chance.
func (c *checking) alike(slug string) {
	entries := c.base.Of(slug)
	for _, lang := range c.langs(entries) {
		g := c.grams(lang)
		for i, a := range entries {
			for _, b := range entries[i+1:] {
				if s := cosine(g.of[a.ID], g.of[b.ID]); s >= tooClose {
					c.add(Warning, b, lang, "ask other things in the titles and phrasings, or join the entries with also", "%s: too close to %s to be told apart (%.2f)", lang, a.ID, s)
				}
			}
		}
	}
}

// langs are the languages of some entries.
func (c *checking) langs(entries []*knowledge.Entry) []string {
	all := knowledge.Entry{Text: map[string]knowledge.Text{}}
	for _, e := range entries {
		for lang := range e.Text {
			all.Text[lang] = knowledge.Text{}
		}
	}
	return spoken(&all)
}

// grams are the questions of every entry in a language, as weighted runs of characters.
type grams struct{ of map[knowledge.ID]map[uint64]float64 }

// grams returns those of a language, counted once.
func (c *checking) grams(lang string) grams {
	if g, ok := c.counted[lang]; ok {
		return g
	}
	g := grams{of: map[knowledge.ID]map[uint64]float64{}}
	in := map[uint64]float64{} // how many entries have it
	for id, e := range c.base.Entries {
		if t, ok := e.Text[lang]; ok {
			g.of[id] = count(append([]string{t.Title}, t.Phrases...), c.names(id.Subject()))
		}
		for k := range g.of[id] {
			in[k]++
		}
	}
	for _, v := range g.of {
		for k := range v {
			v[k] *= math.Log(1 + float64(len(g.of))/in[k])
		}
	}
	c.counted[lang] = g
	return g
}

// names are what a subject is called, folded: they say nothing of what is asked.
func (c *checking) names(slug string) *strings.Replacer {
	var pairs []string
	if s := c.base.Subjects[slug]; s != nil {
		for _, n := range s.Name {
			pairs = append(pairs, text.Fold(n), " ")
		}
	}
	return strings.NewReplacer(pairs...)
}

// count counts the runs of three to five characters of some questions, by word.
func count(questions []string, names *strings.Replacer) map[uint64]float64 {
	out := map[uint64]float64{}
	for _, q := range questions {
		for _, w := range strings.FieldsFunc(names.Replace(text.Fold(q)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			for h := range text.NGrams(w, 0, 3, 5) {
				out[h]++
			}
		}
	}
	return out
}

func cosine(a, b map[uint64]float64) float64 {
	dot, la, lb := 0.0, 0.0, 0.0
	for k, w := range a {
		dot += w * b[k]
		la += w * w
	}
	for _, w := range b {
		lb += w * w
	}
	if dot == 0 {
		return 0
	}
	return dot / math.Sqrt(la*lb)
}
