package sqlstore

import (
	"context"

	"nonmerci/knowledge"
)

const selectGuides = "SELECT g.platform, g.chat, g.channel, g.message, g.langs, g.shown, g.at_ms FROM guides g "

func guideOf(row scanner) (g knowledge.Guide, err error) {
	err = row.Scan(&g.Place.Platform, &g.Place.Chat, &g.Channel, &g.Message, in{&g.Langs}, &g.Shown, at{&g.At})
	return g, err
}

// SetGuide implements knowledge.Guides.
func (s *Store) SetGuide(ctx context.Context, g knowledge.Guide) error {
	langs, err := asJSON(g.Langs)
	if err != nil {
		return err
	}
	return s.note(ctx, func(t *tx) error {
		_, err := t.exec(`INSERT INTO guides (platform, chat, channel, message, langs, shown, at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)
			ON CONFLICT (platform, chat) DO UPDATE SET channel = excluded.channel, message = excluded.message, langs = excluded.langs,
			shown = excluded.shown, at_ms = excluded.at_ms`, g.Place.Platform, g.Place.Chat, g.Channel, g.Message, langs, g.Shown, millis(g.At))
		return err
	})
}

// Guide implements knowledge.Guides.
func (s *Store) Guide(ctx context.Context, p knowledge.Place) (knowledge.Guide, error) {
	g, err := guideOf(s.reader(ctx).row(selectGuides+"WHERE g.platform = $1 AND g.chat = $2", p.Platform, p.Chat))
	return g, s.fail(ctx, err)
}

// GuidesOf implements knowledge.Guides.
func (s *Store) GuidesOf(ctx context.Context, c knowledge.CommunityID) ([]knowledge.Guide, error) {
	query, args := selectGuides+"ORDER BY g.platform, g.chat", []any(nil)
	if c != knowledge.SharedBase {
		query = selectGuides + "JOIN places p ON p.platform = g.platform AND p.chat = g.chat WHERE p.community = $1 ORDER BY g.platform, g.chat"
		args = []any{c}
	}
	out, err := list(s.reader(ctx), guideOf, query, args...)
	return out, s.fail(ctx, err)
}

// DropGuide implements knowledge.Guides.
func (s *Store) DropGuide(ctx context.Context, p knowledge.Place) error {
	return s.note(ctx, func(t *tx) error {
		return t.must("DELETE FROM guides WHERE platform = $1 AND chat = $2", p.Platform, p.Chat)
	})
}
