package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"
)

// doubtPause is what lies between two questions whether a commit in doubt took place.
const doubtPause = 500 * time.Millisecond

// inDoubt returns nil when a transaction took place although its commit returned err: the connection broke before the answer came. An error
// that is no problem means that it did not take place.
func (s *Store) inDoubt(ctx context.Context, name, token string, err error) error {
	if s.d.done == nil || postgresCode(err) != "" && !strings.HasPrefix(postgresCode(err), "57P") { // 57P01…: the server is going down
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, commitTimeout)
	defer cancel()
	for {
		done, unknown := s.d.done(ctx, s.w, name, token)
		switch {
		case done:
			return nil
		case unknown == nil:
			return err
		}
		select {
		case <-ctx.Done():
			return &problem{
				text:  "the connection broke while saving, and the database does not say whether it was saved: look before trying again",
				cause: errors.Join(err, unknown),
			}
		case <-time.After(doubtPause):
		}
	}
}

// tookPlace says whether a transaction of PostgreSQL took place; an error while it cannot be told yet. The name alone does not tell: after a
// crash, a name that was never written to disk is given to another one. So each transaction leaves a token; and while one that may be it
// is in progress, that the token is not there says nothing.
func tookPlace(ctx context.Context, db *sql.DB, name, token string) (there bool, err error) {
	var status string
	err = db.QueryRowContext(ctx, "SELECT coalesce(pg_xact_status($1::text::xid8), '')", name).Scan(&status)
	switch {
	case err != nil && postgresCode(err) != "22023": // invalid_parameter_value: a name that was not given yet
		return false, err
	case status == "in progress":
		return false, errors.New("the transaction is in progress")
	}
	err = db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM transactions WHERE token = $1)", token).Scan(&there)
	return there, err
}
