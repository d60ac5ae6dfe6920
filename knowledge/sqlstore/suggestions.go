package sqlstore

import (
	"context"
	"time"

	"nonmerci/knowledge"
)

const suggestionColumns = "id, community, entry, lang, text, actor, at_ms, state, reply, told"

func suggestionOf(row scanner) (s knowledge.Suggestion, err error) {
	err = row.Scan(&s.ID, &s.Community, &s.Entry, &s.Lang, &s.Text, &s.By, at{&s.At}, &s.State, &s.Reply, &s.Told)
	return s, err
}

// Suggest implements knowledge.Suggestions.
func (s *Store) Suggest(ctx context.Context, one knowledge.Suggestion) (out knowledge.Suggestion, err error) {
	err = s.note(ctx, func(t *tx) error {
		out, err = suggestionOf(t.row(`INSERT INTO suggestions (community, entry, lang, text, actor, at_ms, state, reply, told)
			VALUES ($1, $2, $3, $4, $5, $6, $7, '', FALSE) RETURNING `+suggestionColumns,
			one.Community, one.Entry, one.Lang, one.Text, one.By, millis(one.At), knowledge.SuggestionOpen))
		return err
	})
	return out, err
}

// Suggestion implements knowledge.Suggestions.
func (s *Store) Suggestion(ctx context.Context, c knowledge.CommunityID, id int64) (knowledge.Suggestion, error) {
	out, err := suggestionOf(s.reader(ctx).row("SELECT "+suggestionColumns+" FROM suggestions WHERE id = $1 AND community = $2", id, c))
	return out, s.fail(ctx, err)
}

// Suggestions implements knowledge.Suggestions.
func (s *Store) Suggestions(ctx context.Context, c knowledge.CommunityID, state knowledge.SuggestionState, limit int) ([]knowledge.Suggestion, error) {
	out, err := list(s.reader(ctx), suggestionOf, "SELECT "+suggestionColumns+` FROM suggestions WHERE community = $1 AND state = $2
		ORDER BY at_ms, id LIMIT $3`, c, state, max(limit, 0))
	return out, s.fail(ctx, err)
}

// Decide implements knowledge.Suggestions.
func (s *Store) Decide(
	ctx context.Context, c knowledge.CommunityID, id int64, state knowledge.SuggestionState, reply string, by knowledge.Actor, at time.Time,
) error {
	return s.change(ctx, func(t *tx) error {
		var entry knowledge.ID
		if err := t.row("UPDATE suggestions SET state = $1, reply = $2 WHERE id = $3 AND community = $4 AND state = $5 RETURNING entry",
			state, reply, id, c, knowledge.SuggestionOpen).Scan(&entry); err != nil {
			return err
		}
		return t.log(knowledge.Event{At: at, Community: c, Entry: entry, Action: "decide", By: by})
	})
}

// Untold implements knowledge.Suggestions.
func (s *Store) Untold(ctx context.Context, limit int) ([]knowledge.Suggestion, error) {
	out, err := list(s.reader(ctx), suggestionOf, "SELECT "+suggestionColumns+` FROM suggestions WHERE state <> 'open' AND NOT told
		ORDER BY at_ms, id LIMIT $1`, max(limit, 0))
	return out, s.fail(ctx, err)
}

// MarkTold implements knowledge.Suggestions.
func (s *Store) MarkTold(ctx context.Context, c knowledge.CommunityID, id int64) error {
	return s.note(ctx, func(t *tx) error {
		return t.must("UPDATE suggestions SET told = TRUE, actor = '' WHERE id = $1 AND community = $2", id, c)
	})
}
