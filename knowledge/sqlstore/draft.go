package sqlstore

import (
	"context"
	"database/sql"
	"time"

	"nonmerci/knowledge"
)

// Publish implements knowledge.Revisions.
func (s *Store) Publish(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, number int, by knowledge.Actor, at time.Time) error {
	return s.decide(ctx, knowledge.Event{At: at, Community: c, Entry: id, Action: "publish", By: by, Revision: number}, (*standing).publish)
}

// Discard implements knowledge.Revisions.
func (s *Store) Discard(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, number int, by knowledge.Actor, at time.Time) error {
	return s.decide(ctx, knowledge.Event{At: at, Community: c, Entry: id, Action: "discard", By: by, Revision: number}, (*standing).discard)
}

// discard drops a draft that was decided upon.
func (st *standing) discard(rev knowledge.Revision) {
	if rev.Origin == knowledge.FromRelease {
		st.seeded = rev.Number
	}
}

// decide makes of the draft that e names what with says, and logs it.
func (s *Store) decide(ctx context.Context, e knowledge.Event, with func(*standing, knowledge.Revision)) error {
	return s.change(ctx, func(t *tx) error {
		st, err := t.standing(e.Community, e.Entry)
		if err != nil {
			return err
		}
		if !st.draft.Valid || int(st.draft.Int64) != e.Revision {
			return t.stale(e.Community, e.Entry, st.latest)
		}
		rev, err := t.revision(e.Community, e.Entry, e.Revision)
		if err != nil {
			return err
		}
		st.draft = sql.NullInt64{}
		with(&st, rev)
		if err := t.stand(e.Community, e.Entry, st); err != nil {
			return err
		}
		return t.log(e)
	})
}
