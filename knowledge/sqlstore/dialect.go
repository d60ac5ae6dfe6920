package sqlstore

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/pressly/goose/v3"
	sqlite "modernc.org/sqlite/lib"
)

// A dialect is where the two databases differ.
type dialect struct {
	name   goose.Dialect
	folder string // of its migrations
	now    string // the clock of the database, in milliseconds since 1970
	lock   string // what a transaction that adds events begins with; "" when every writer is alone anyway
	begin  string // what every writing transaction goes on with: given a token that no other has, it returns the schema's version and a name

	// parameter is how the n-th value of a statement with many is written, from 1: SQLite looks one with a name up among all those before it.
	parameter func(n int) string

	again   func(error) bool                                                        // nothing was done, and trying again may help
	done    func(ctx context.Context, db *sql.DB, name, token string) (bool, error) // it took place; nil where a commit is never in doubt
	orphan  func(error) bool                                                        // what was written belongs to something that is not there
	explain func(s *Store, err error) string                                        // one line with the remedy, "" when there is none
}

var onSQLite = dialect{
	name:      goose.DialectSQLite3,
	folder:    "migrations/sqlite",
	now:       "CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)",
	begin:     "SELECT max(version_id), $1 FROM schema_version",
	parameter: func(int) string { return "?" },
	again:     func(error) bool { return false },
	orphan:    func(err error) bool { return sqliteCode(err) == sqlite.SQLITE_CONSTRAINT_FOREIGNKEY },
	explain:   explainSQLite,
}

var onPostgres = dialect{
	name:   goose.DialectPostgres,
	folder: "migrations/postgres",
	now:    "(extract(epoch FROM clock_timestamp()) * 1000)::bigint", // and not now(), which stands still within a transaction
	begin: `WITH old AS (DELETE FROM transactions WHERE token IN
			(SELECT token FROM transactions WHERE began < now() - interval '1 hour' ORDER BY began LIMIT 4 FOR UPDATE SKIP LOCKED)),
		this AS (INSERT INTO transactions (token) VALUES ($1))
		SELECT max(version_id), pg_current_xact_id()::text FROM schema_version`,
	lock:      "SELECT pg_advisory_xact_lock(hashtextextended('nonmerci events of ' || current_schema(), 0))",
	parameter: func(n int) string { return "$" + strconv.Itoa(n) },
	again:     givenUp,
	done:      tookPlace,
	orphan:    func(err error) bool { return postgresCode(err) == "23503" }, // foreign_key_violation
	explain:   explainPostgres,
}

// givenUp says that PostgreSQL gave up a transaction for another one's sake, or that the connection broke and may be made again.
func givenUp(err error) bool {
	switch code := postgresCode(err); {
	case code == "40001" || code == "40P01": // serialization_failure, deadlock_detected
		return true
	case code != "":
		return strings.HasPrefix(code, "57P0") || strings.HasPrefix(code, "08") // going down, starting; connection exceptions
	}
	return !errors.As(err, new(*problem)) && (errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.As(err, new(net.Error)) || errors.As(err, new(*pgconn.ConnectError)) || pgconn.SafeToRetry(err))
}

// sqliteCode is the extended result code of an error of SQLite, 0 of any other.
func sqliteCode(err error) int {
	if e, ok := errors.AsType[interface {
		error
		Code() int
	}](err); ok {
		return e.Code()
	}
	return 0
}

// postgresCode is the SQLSTATE of an error of PostgreSQL, "" of any other.
func postgresCode(err error) string {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		return e.Code
	}
	return ""
}
