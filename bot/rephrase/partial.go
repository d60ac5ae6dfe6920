package rephrase

import (
	"slices"

	"nonmerci/bot"
)

// maxForeign is how many lines of a translation there must be for each that stays in the language of the entry.
const maxForeign = 3

// translated returns an answer, and what stands for its lines, without those that stay in another language than the one wanted: notes, and
// what changes and what does not, a third of these and the rest at most, and what links are called. What is asked and what is to be done must be said in the reader's language: the answer
// has no lines where it is not. In the entry's own language every line stands.
func (c *comparer) translated() (bot.Rewriting, []string) {
	if c.w.From == c.w.To || len(c.refused) == 0 {
		return c.w, c.lines
	}
	w, lines := c.w, []string(nil)
	w.Lines = nil
	all, foreign := 0, 0
	for i, l := range c.w.Lines {
		left := slices.ContainsFunc(c.refused, func(r wrong) bool { return r.n == i+1 })
		if l.Kind != bot.LineLink {
			all++
			if left {
				foreign++
			}
		}
		switch {
		case left && (l.Kind == bot.LineShort || l.Kind == bot.LineStep):
			w.Lines = nil
			return w, nil
		case !left:
			w.Lines, lines = append(w.Lines, l), append(lines, c.lines[i])
		}
	}
	if maxForeign*foreign > all {
		w.Lines = nil
		return w, nil
	}
	return w, lines
}
