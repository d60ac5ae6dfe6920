package sqlstore

import (
	"context"

	"nonmerci/knowledge"
)

// forgetting is what Forget does, one row touched once; the rows are those that Traces counts.
var forgetting = []string{
	"DELETE FROM suggestions WHERE actor = $1 AND state = 'open'",
	"UPDATE suggestions SET actor = 'somebody', told = TRUE WHERE actor = $1",
	"UPDATE revisions SET actor = 'somebody' WHERE actor = $1",
	"UPDATE events SET actor = 'somebody' WHERE actor = $1",
	"UPDATE alerts SET actor = 'somebody' WHERE actor = $1",
}

// Forget implements knowledge.Communities.
func (s *Store) Forget(ctx context.Context, who knowledge.Actor) (changed int, err error) {
	if who == "" {
		return 0, ctx.Err() // nobody did what has no actor
	}
	err = s.change(ctx, func(t *tx) error {
		changed = 0
		for _, query := range forgetting {
			n, err := t.exec(query, who)
			if err != nil {
				return err
			}
			changed += n
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return changed, nil
}

// Traces implements knowledge.Communities.
func (s *Store) Traces(ctx context.Context, who knowledge.Actor) (map[string]int, error) {
	out := map[string]int{}
	if who == "" {
		return out, ctx.Err()
	}
	_, err := list(s.reader(ctx), func(row scanner) (n int, err error) {
		var name string
		err = row.Scan(&name, &n)
		out[name] = n
		return n, err
	}, `SELECT 'revisions', count(*) FROM revisions WHERE actor = $1 UNION ALL SELECT 'log', count(*) FROM events WHERE actor = $1
		UNION ALL SELECT 'suggestions', count(*) FROM suggestions WHERE actor = $1 UNION ALL SELECT 'alerts', count(*) FROM alerts WHERE actor = $1`, who)
	return out, s.fail(ctx, err)
}
