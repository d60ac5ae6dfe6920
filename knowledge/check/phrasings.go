package check

import (
	"slices"
	"strings"
	"unicode"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
)

// phrasings refuses one way to ask that leads to two entries, in whatever language, or that stands twice in one.
func (c *checking) phrasings(ids []knowledge.ID) {
	type place struct {
		id   knowledge.ID
		lang string
	}
	seen := map[string]place{}
	for _, id := range ids {
		e := c.base.Entries[id]
		for _, lang := range c.opts.Languages {
			t, ok := e.Text[lang]
			if !ok {
				continue
			}
			for _, p := range append([]string{t.Title}, t.Phrases...) {
				key := words(p)
				before, twice := seen[key]
				switch {
				case !twice:
					seen[key] = place{id, lang}
				case before.id != id:
					c.addf(Error, e, lang, p, "keep it in the entry that answers it", "« %s » is asked of %s too", p, before.id)
				case before.lang == lang:
					c.addf(Error, e, lang, p, "remove one", "« %s » stands twice", p)
				}
			}
		}
	}
}

// words is a question without case, accents or punctuation.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// intents refuses two entries of a subject that answer one intent.
func (c *checking) intents(ids []knowledge.ID) {
	seen := map[knowledge.ID]knowledge.ID{}
	for _, id := range ids {
		e := c.base.Entries[id]
		if e.Status != knowledge.Published || id.Intent() == "" {
			continue
		}
		for _, intent := range append([]string{id.Intent()}, e.Also...) {
			key := knowledge.NewID(id.Subject(), intent)
			if other, twice := seen[key]; twice {
				c.addf(Error, e, "", "also:", "let one of them answer it", "%s answers « %s » too", other, intent)
			}
			seen[key] = id
		}
	}
}

// alike warns of two entries of one subject whose questions cannot be told apart: the name of the subject taken out, since all its
// entries share it. Entries of two subjects are told apart by their names.
func (c *checking) alike(ids []knowledge.ID) {
	for _, lang := range c.opts.Languages {
		for _, group := range slices.Collect(slices.Values(bySubject(ids))) {
			if !slices.ContainsFunc(group, c.wanted) {
				continue
			}
			vectors := make([]vector, len(group))
			for i, id := range group {
				vectors[i] = c.vector(id, lang)
			}
			for i := range group {
				if !c.wanted(group[i]) {
					continue
				}
				for j := range i {
					if near := vectors[i].cosine(vectors[j]); near >= c.opts.Alike {
						c.addf(Warning, c.base.Entries[group[i]], lang, "", "give each its own words, or join them with also:", "its questions are too close to those of %s (%.2f)", group[j], near)
					}
				}
			}
		}
	}
}

// bySubject cuts sorted ids into those of each subject.
func bySubject(ids []knowledge.ID) [][]knowledge.ID {
	var out [][]knowledge.ID
	for i, id := range ids {
		if i == 0 || id.Subject() != ids[i-1].Subject() {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], id)
	}
	return out
}

// vector returns the questions of an entry as runs of three characters.
func (c *checking) vector(id knowledge.ID, lang string) vector {
	t, s := c.base.Entries[id].Text[lang], c.base.Subjects[id.Subject()]
	v := vector{}
	for _, p := range append([]string{t.Title}, t.Phrases...) {
		p = " " + words(p) + " "
		if s != nil && s.Name[lang] != "" {
			p = strings.ReplaceAll(p, " "+words(s.Name[lang])+" ", " ")
		}
		r := []rune(p)
		for i := 0; i+3 <= len(r); i++ {
			v[[3]rune(r[i:i+3])]++
		}
	}
	return v
}
