package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"nonmerci/knowledge"
)

// Save implements knowledge.Revisions.
func (s *Store) Save(ctx context.Context, save knowledge.Save) (knowledge.Revision, error) {
	all, err := s.SaveAll(ctx, []knowledge.Save{save})
	if err != nil {
		return knowledge.Revision{}, err
	}
	return all[0], nil
}

// SaveAll implements knowledge.Revisions.
func (s *Store) SaveAll(ctx context.Context, all []knowledge.Save) ([]knowledge.Revision, error) {
	if len(all) == 0 {
		return nil, ctx.Err()
	}
	var out []knowledge.Revision
	err := s.change(ctx, func(t *tx) (err error) {
		out, err = t.saveAll(all)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (t *tx) saveAll(all []knowledge.Save) ([]knowledge.Revision, error) {
	out := make([]knowledge.Revision, 0, len(all))
	for _, save := range all {
		rev, err := t.save(save)
		if err != nil {
			return nil, err
		}
		out = append(out, rev)
	}
	return out, nil
}

// save adds one revision, whose number the key of the table would refuse to give twice.
func (t *tx) save(save knowledge.Save) (knowledge.Revision, error) {
	st, err := t.standing(save.Community, save.Entry)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return knowledge.Revision{}, err
	}
	if err != nil { // a new entry: of a community that is there?
		if err := t.exists(save.Community); err != nil {
			return knowledge.Revision{}, err
		}
	}
	if st.latest != save.Expect {
		return knowledge.Revision{}, t.stale(save.Community, save.Entry, st.latest)
	}
	rev := knowledge.Revision{
		Community: save.Community, Entry: save.Entry, Number: st.latest + 1, At: kept(save.At), By: save.By, Origin: save.Origin, Summary: save.Summary,
	}
	st.latest, st.draft = rev.Number, sql.NullInt64{}
	action := "draft"
	if save.Draft {
		st.draft = sql.NullInt64{Int64: int64(rev.Number), Valid: true}
	} else {
		action = "save"
		st.publish(rev)
	}
	content, err := asJSON(save.Content)
	if err != nil {
		return rev, err
	}
	if err := json.Unmarshal([]byte(content), &rev.Content); err != nil { // the caller gets what was kept, and shares nothing with it
		return rev, err
	}
	if err := t.stand(save.Community, save.Entry, st); err != nil {
		return rev, err
	}
	if _, err := t.exec(`INSERT INTO revisions (community, entry, number, at_ms, actor, origin, summary, content)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		rev.Community, rev.Entry, rev.Number, millis(rev.At), rev.By, rev.Origin, rev.Summary, content); err != nil {
		return rev, err
	}
	return rev, t.log(knowledge.Event{At: rev.At, Community: rev.Community, Entry: rev.Entry, Action: action, By: rev.By, Revision: rev.Number})
}

// standing is a row of records.
type standing struct {
	latest, seeded   int
	published, draft sql.NullInt64
}

func (t *tx) standing(c knowledge.CommunityID, id knowledge.ID) (st standing, err error) {
	err = t.row("SELECT latest, seeded, published, draft FROM records WHERE community = $1 AND entry = $2", c, id).
		Scan(&st.latest, &st.seeded, &st.published, &st.draft)
	return st, err
}

// stand writes a row of records.
func (t *tx) stand(c knowledge.CommunityID, id knowledge.ID, st standing) error {
	_, err := t.exec(`INSERT INTO records (community, entry, latest, seeded, published, draft) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (community, entry)
		DO UPDATE SET latest = excluded.latest, seeded = excluded.seeded, published = excluded.published, draft = excluded.draft`,
		c, id, st.latest, st.seeded, st.published, st.draft)
	return err
}

// publish makes a revision what readers see.
func (st *standing) publish(rev knowledge.Revision) {
	st.published = sql.NullInt64{Int64: int64(rev.Number), Valid: true}
	if rev.Origin == knowledge.FromRelease {
		st.seeded = rev.Number
	}
}

// stale returns the error for a write that rests on another revision than the latest.
func (t *tx) stale(c knowledge.CommunityID, id knowledge.ID, latest int) error {
	if latest == 0 {
		return &knowledge.StaleError{Current: knowledge.Revision{Community: c, Entry: id}}
	}
	rev, err := t.revision(c, id, latest)
	if err != nil {
		return err
	}
	return &knowledge.StaleError{Current: rev}
}
