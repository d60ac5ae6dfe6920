package main

import (
	"context"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// closest are the entries of a place that a text may mean, best first, at most n: what it would be answered with, what it may have been taken
// for, and what it would be completed to. The desk adds those that have its words.
func (m *memory) closest(ctx context.Context, p knowledge.Place, lang, text string, n int) []knowledge.ID {
	var out []knowledge.ID
	add := func(id string) {
		if id := knowledge.ID(id); id != "" && len(out) < n && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	r := m.core.Ask(text, nil, lang, true)
	add(r.Entry)
	for _, c := range r.Candidates {
		if c.Score > 0 {
			add(c.Entry)
		}
	}
	completed, err := m.core.SuggestIn(ctx, p, strings.ToValidUTF8(text, ""), lang, n)
	if err != nil {
		return out // ctx is done
	}
	for _, c := range completed {
		add(c.Entry)
	}
	return out
}
