package memstore

import (
	"cmp"
	"context"
	"slices"
	"time"

	"nonmerci/knowledge"
)

// Suggest implements knowledge.Suggestions.
func (s *Store) Suggest(ctx context.Context, g knowledge.Suggestion) (kept knowledge.Suggestion, err error) {
	err = s.write(ctx, s.in(g.Community, func(c *community) error {
		s.last.suggestion++
		g.ID, g.At, g.State, g.Reply, g.Told = s.last.suggestion, moment(g.At), knowledge.SuggestionOpen, "", false
		kept = g
		c.suggestions[g.ID] = &g
		return nil
	}))
	return kept, err
}

// Suggestion implements knowledge.Suggestions.
func (s *Store) Suggestion(ctx context.Context, c knowledge.CommunityID, id int64) (found knowledge.Suggestion, err error) {
	err = s.read(ctx, s.suggestion(c, id, func(g *knowledge.Suggestion) error {
		found = *g
		return nil
	}))
	return found, err
}

// Suggestions implements knowledge.Suggestions.
func (s *Store) Suggestions(
	ctx context.Context, c knowledge.CommunityID, state knowledge.SuggestionState, limit int,
) (all []knowledge.Suggestion, err error) {
	err = s.read(ctx, s.about(c, func(c *community) {
		all = head(c.oldest(func(g *knowledge.Suggestion) bool { return g.State == state }), limit)
	}))
	return all, err
}

// Decide implements knowledge.Suggestions.
func (s *Store) Decide(
	ctx context.Context, c knowledge.CommunityID, id int64, state knowledge.SuggestionState, reply string, by knowledge.Actor, at time.Time,
) error {
	return s.write(ctx, s.suggestion(c, id, func(g *knowledge.Suggestion) error {
		if g.State != knowledge.SuggestionOpen {
			return knowledge.ErrNotFound
		}
		g.State, g.Reply = state, reply
		s.log(knowledge.Event{At: at, Community: c, Entry: g.Entry, Action: "decide", By: by})
		return nil
	}))
}

// Untold implements knowledge.Suggestions.
func (s *Store) Untold(ctx context.Context, limit int) (all []knowledge.Suggestion, err error) {
	err = s.read(ctx, func() error {
		for _, c := range s.communities {
			all = append(all, c.oldest(func(g *knowledge.Suggestion) bool { return g.State != knowledge.SuggestionOpen && !g.Told })...)
		}
		slices.SortFunc(all, compareAges)
		all = head(all, limit)
		return nil
	})
	return all, err
}

// MarkTold implements knowledge.Suggestions.
func (s *Store) MarkTold(ctx context.Context, c knowledge.CommunityID, id int64) error {
	return s.write(ctx, s.suggestion(c, id, func(g *knowledge.Suggestion) error {
		g.Told, g.By = true, ""
		return nil
	}))
}

// suggestion calls do with a suggestion, or returns ErrNotFound.
func (s *Store) suggestion(c knowledge.CommunityID, id int64, do func(g *knowledge.Suggestion) error) func() error {
	return s.in(c, func(c *community) error {
		g := c.suggestions[id]
		if g == nil {
			return knowledge.ErrNotFound
		}
		return do(g)
	})
}

// oldest returns the suggestions of a community that are wanted, the oldest first.
func (c *community) oldest(wanted func(g *knowledge.Suggestion) bool) (all []knowledge.Suggestion) {
	for _, g := range c.suggestions {
		if wanted(g) {
			all = append(all, *g)
		}
	}
	slices.SortFunc(all, compareAges)
	return all
}

func compareAges(a, b knowledge.Suggestion) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
}
