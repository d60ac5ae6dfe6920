package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"

	"nonmerci/knowledge"
)

const (
	revisionColumns  = "v.number, v.at_ms, v.actor, v.origin, v.summary, v.content"
	publishedColumns = "p.number, p.at_ms, p.actor, p.origin, p.summary, p.content"
	draftColumns     = "d.number, d.at_ms, d.actor, d.origin, d.summary, d.content"

	selectRecords = "SELECT r.entry, r.latest, r.seeded, " + publishedColumns + ", " + draftColumns + ` FROM records r
		LEFT JOIN revisions p ON p.community = r.community AND p.entry = r.entry AND p.number = r.published
		LEFT JOIN revisions d ON d.community = r.community AND d.entry = r.entry AND d.number = r.draft `
)

// revisionRow is a revision as it is scanned; every column is NULL when there is none.
type revisionRow struct {
	number                          sql.NullInt64
	at                              sql.NullInt64
	actor, origin, summary, content sql.NullString
}

func (r *revisionRow) columns() []any {
	return []any{&r.number, &r.at, &r.actor, &r.origin, &r.summary, &r.content}
}

func (r *revisionRow) revision(c knowledge.CommunityID, id knowledge.ID) (*knowledge.Revision, error) {
	if !r.number.Valid {
		return nil, nil
	}
	rev := &knowledge.Revision{
		Community: c, Entry: id, Number: int(r.number.Int64), By: knowledge.Actor(r.actor.String),
		Origin: knowledge.Origin(r.origin.String), Summary: r.summary.String,
	}
	if err := (at{&rev.At}).Scan(r.at.Int64); err != nil {
		return nil, err
	}
	return rev, json.Unmarshal([]byte(r.content.String), &rev.Content)
}

// recordOf scans what selectRecords asks of a community.
func recordOf(c knowledge.CommunityID) func(scanner) (knowledge.Record, error) {
	return func(row scanner) (rec knowledge.Record, err error) {
		var p, d revisionRow
		rec.Community = c
		if err := row.Scan(append(append([]any{&rec.Entry, &rec.Latest, &rec.Seeded}, p.columns()...), d.columns()...)...); err != nil {
			return rec, err
		}
		if rec.Published, err = p.revision(c, rec.Entry); err != nil {
			return rec, err
		}
		rec.Draft, err = d.revision(c, rec.Entry)
		return rec, err
	}
}

func revisionOf(c knowledge.CommunityID, id knowledge.ID) func(scanner) (knowledge.Revision, error) {
	return func(row scanner) (knowledge.Revision, error) {
		var r revisionRow
		if err := row.Scan(r.columns()...); err != nil {
			return knowledge.Revision{}, err
		}
		rev, err := r.revision(c, id)
		if rev == nil {
			return knowledge.Revision{}, err
		}
		return *rev, err
	}
}

// Records implements knowledge.Revisions.
func (s *Store) Records(ctx context.Context, c knowledge.CommunityID) ([]knowledge.Record, error) {
	out, err := list(s.reader(ctx), recordOf(c), selectRecords+"WHERE r.community = $1 ORDER BY r.entry", c)
	return out, s.fail(ctx, err)
}

// Record implements knowledge.Revisions.
func (s *Store) Record(ctx context.Context, c knowledge.CommunityID, id knowledge.ID) (knowledge.Record, error) {
	rec, err := recordOf(c)(s.reader(ctx).row(selectRecords+"WHERE r.community = $1 AND r.entry = $2", c, id))
	if err != nil {
		return knowledge.Record{}, s.fail(ctx, err)
	}
	return rec, nil
}

// History implements knowledge.Revisions.
func (s *Store) History(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, before, limit int) ([]knowledge.Revision, error) {
	out, err := list(s.reader(ctx), revisionOf(c, id), "SELECT "+revisionColumns+` FROM revisions v
		WHERE v.community = $1 AND v.entry = $2 AND v.number < $3 ORDER BY v.number DESC LIMIT $4`, c, id, below(int64(before)), max(limit, 0))
	return out, s.fail(ctx, err)
}

// Revision implements knowledge.Revisions.
func (s *Store) Revision(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, number int) (knowledge.Revision, error) {
	rev, err := s.reader(ctx).revision(c, id, number)
	return rev, s.fail(ctx, err)
}

func (t *tx) revision(c knowledge.CommunityID, id knowledge.ID, number int) (knowledge.Revision, error) {
	return revisionOf(c, id)(t.row("SELECT "+revisionColumns+` FROM revisions v
		WHERE v.community = $1 AND v.entry = $2 AND v.number = $3`, c, id, number))
}
