package sqlstore

import (
	"context"
	"time"
)

// leaseMemory is how long a lease that has run out is left in its table.
const leaseMemory = time.Hour

// Lease implements knowledge.Leases. One statement decides: whoever writes the row second sees what the first has written.
func (s *Store) Lease(ctx context.Context, name, holder string, life time.Duration) (held bool, err error) {
	err = s.note(ctx, func(t *tx) error {
		n, err := t.exec(`INSERT INTO leases (name, holder, since_ms, until_ms) VALUES ($1, $2, `+s.d.now+`, `+s.d.now+` + $3)
			ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms,
				since_ms = CASE WHEN leases.holder = excluded.holder AND leases.until_ms > `+s.d.now+` THEN leases.since_ms ELSE excluded.since_ms END
			WHERE leases.holder = excluded.holder OR leases.until_ms <= `+s.d.now, name, holder, max(life, 0).Milliseconds())
		held = n > 0
		if err != nil || !held {
			return err
		}
		_, err = t.exec("DELETE FROM leases WHERE until_ms < "+s.d.now+" - $1 AND name <> $2", leaseMemory.Milliseconds(), name)
		return err
	})
	return held && err == nil, err
}

// EndLease implements knowledge.Leases.
func (s *Store) EndLease(ctx context.Context, name, holder string) error {
	return s.note(ctx, func(t *tx) error {
		_, err := t.exec("DELETE FROM leases WHERE name = $1 AND holder = $2", name, holder)
		return err
	})
}

// Holders implements knowledge.Leases.
func (s *Store) Holders(ctx context.Context, prefix string) ([]string, error) {
	out, err := list(s.reader(ctx), func(row scanner) (holder string, err error) {
		err = row.Scan(&holder)
		return holder, err
	}, "SELECT holder FROM leases WHERE substr(name, 1, length($1)) = $1 AND until_ms > "+s.d.now+" GROUP BY holder ORDER BY min(since_ms), holder", prefix)
	return out, s.fail(ctx, err)
}
