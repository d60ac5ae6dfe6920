package sqlstore

import (
	"context"
	"math"
	"time"

	"nonmerci/knowledge"
)

// log adds an event to those of its transaction; its Seq is given by the database. Only a transaction of change may.
func (t *tx) log(e knowledge.Event) error {
	_, err := t.exec("INSERT INTO events (at_ms, community, entry, action, actor, revision) VALUES ($1, $2, $3, $4, $5, $6)",
		millis(e.At), e.Community, e.Entry, e.Action, e.By, e.Revision)
	return err
}

// logErased adds the event of a community that is no more. It belongs to the shared base, with which it stays.
func (t *tx) logErased(id knowledge.CommunityID) error {
	_, err := t.exec(`INSERT INTO events (at_ms, community, entry, action, actor, revision, erased) VALUES ($1, '', '', 'erase', '', 0, $2)`,
		millis(time.Time{}), id)
	return err
}

const selectEvents = `SELECT seq, at_ms, CASE WHEN erased <> '' THEN erased ELSE community END, entry, action, actor, revision FROM events `

func eventOf(row scanner) (e knowledge.Event, err error) {
	err = row.Scan(&e.Seq, at{&e.At}, &e.Community, &e.Entry, &e.Action, &e.By, &e.Revision)
	return e, err
}

// below is the bound of numbers below n, or of all of them when it is 0.
func below(n int64) int64 {
	if n == 0 {
		return math.MaxInt64
	}
	return n
}

// Events implements knowledge.Log.
func (s *Store) Events(ctx context.Context, c knowledge.CommunityID, before int64, limit int) ([]knowledge.Event, error) {
	out, err := list(s.reader(ctx), eventOf, selectEvents+"WHERE community = $1 AND erased = '' AND seq < $2 ORDER BY seq DESC LIMIT $3",
		c, below(before), max(limit, 0))
	return out, s.fail(ctx, err)
}

// EventsAfter implements knowledge.Log.
func (s *Store) EventsAfter(ctx context.Context, seq int64, limit int) ([]knowledge.Event, error) {
	out, err := list(s.reader(ctx), eventOf, selectEvents+"WHERE seq > $1 ORDER BY seq LIMIT $2", seq, max(limit, 0))
	return out, s.fail(ctx, err)
}

// LastEvent implements knowledge.Log.
func (s *Store) LastEvent(ctx context.Context) (seq int64, err error) {
	err = s.reader(ctx).row("SELECT coalesce(max(seq), 0) FROM events").Scan(&seq)
	return seq, s.fail(ctx, err)
}
