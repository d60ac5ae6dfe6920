package sqlstore

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"nonmerci/knowledge"
)

const gapColumns = "id, community, lang, alike, text, asked, first_ms, last_ms, state, entry"

func gapOf(row scanner) (g knowledge.Gap, err error) {
	err = row.Scan(&g.ID, &g.Community, &g.Lang, &g.Key, &g.Text, &g.Count, at{&g.First}, at{&g.Last}, &g.State, &g.Entry)
	return g, err
}

// digest is what an index holds of a key.
func digest(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16])
}

// AddGap implements knowledge.Gaps.
func (s *Store) AddGap(ctx context.Context, g knowledge.Gap) (out knowledge.Gap, err error) {
	err = s.note(ctx, func(t *tx) error {
		out, err = gapOf(t.row(`INSERT INTO gaps (community, lang, alike, digest, text, asked, first_ms, last_ms, state, entry)
			VALUES ($1, $2, $3, $4, $5, 1, $6, $6, $7, '') ON CONFLICT (community, digest)
			DO UPDATE SET asked = gaps.asked + 1, last_ms = excluded.last_ms RETURNING `+gapColumns,
			g.Community, g.Lang, g.Key, digest(g.Key), g.Text, millis(g.First), knowledge.GapOpen))
		return err
	})
	return out, err
}

// Gaps implements knowledge.Gaps.
func (s *Store) Gaps(ctx context.Context, c knowledge.CommunityID, state knowledge.GapState, limit int) ([]knowledge.Gap, error) {
	out, err := list(s.reader(ctx), gapOf, "SELECT "+gapColumns+" FROM gaps WHERE community = $1 AND state = $2 ORDER BY asked DESC, id LIMIT $3",
		c, state, max(limit, 0))
	return out, s.fail(ctx, err)
}

// Gap implements knowledge.Gaps.
func (s *Store) Gap(ctx context.Context, c knowledge.CommunityID, id int64) (knowledge.Gap, error) {
	g, err := gapOf(s.reader(ctx).row("SELECT "+gapColumns+" FROM gaps WHERE id = $1 AND community = $2", id, c))
	return g, s.fail(ctx, err)
}

// SettleGap implements knowledge.Gaps.
func (s *Store) SettleGap(
	ctx context.Context, c knowledge.CommunityID, id int64, state knowledge.GapState, entry knowledge.ID, by knowledge.Actor, at time.Time,
) error {
	return s.change(ctx, func(t *tx) error {
		if err := t.must("UPDATE gaps SET state = $1, entry = $2 WHERE id = $3 AND community = $4", state, entry, id, c); err != nil {
			return err
		}
		return t.log(knowledge.Event{At: at, Community: c, Entry: entry, Action: "settlegap", By: by})
	})
}

// DropGaps implements knowledge.Gaps.
func (s *Store) DropGaps(ctx context.Context, before time.Time) (n int, err error) {
	err = s.note(ctx, func(t *tx) error {
		n, err = t.exec("DELETE FROM gaps WHERE last_ms < $1", millis(before))
		return err
	})
	return n, err
}
