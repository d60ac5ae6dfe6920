package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	sqlite "modernc.org/sqlite/lib"

	"nonmerci/knowledge"
)

// A problem is an error as a person reads it: what is wrong and what to do, on one line.
type problem struct {
	text  string
	cause error
}

func (p *problem) Error() string { return p.text }

// Unwrap returns what the database said.
func (p *problem) Unwrap() error { return p.cause }

// absent makes ErrNotFound of an empty result.
func absent(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return knowledge.ErrNotFound
	}
	return err
}

// fail makes of what a driver says what knowledge.Store promises.
func (s *Store) fail(ctx context.Context, err error) error {
	err = absent(err)
	switch {
	case err == nil:
		return nil
	case errors.As(err, new(*knowledge.StaleError)), errors.Is(err, knowledge.ErrNotFound), errors.Is(err, knowledge.ErrReadOnly),
		errors.Is(err, knowledge.ErrOld), errors.As(err, new(*problem)):
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	case s.d.orphan != nil && s.d.orphan(err):
		return knowledge.ErrNotFound
	}
	if s.d.explain != nil {
		if text := s.d.explain(s, err); text != "" {
			return &problem{text: text, cause: err}
		}
	}
	return &problem{text: "the database: " + strings.ReplaceAll(err.Error(), "\n", "; "), cause: err}
}

func explainSQLite(s *Store, err error) string {
	path := s.address.path
	switch sqliteCode(err) & 0xff {
	case sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED:
		return path + " is being written by another program: stop it, or try again when it has finished"
	case sqlite.SQLITE_READONLY, sqlite.SQLITE_PERM, sqlite.SQLITE_AUTH:
		return path + " cannot be written: give this user the right to write the file and its folder"
	case sqlite.SQLITE_CANTOPEN:
		return path + " cannot be opened: give this user the right to read and write the file and its folder"
	case sqlite.SQLITE_FULL:
		return "no space is left for " + path + ": make some on its disk, then try again; nothing was lost"
	case sqlite.SQLITE_CORRUPT, sqlite.SQLITE_NOTADB:
		return path + " is damaged, or no database: put a backup in its place with nonmerci restore"
	case sqlite.SQLITE_IOERR:
		return "the disk failed under " + path + ": look at the logs of the system, then put a backup in its place if need be"
	}
	return ""
}

func explainPostgres(s *Store, err error) string {
	c := s.address.postgres
	at := fmt.Sprintf("the PostgreSQL server at %s:%d ", c.Host, c.Port)
	switch code := postgresCode(err); {
	case strings.HasPrefix(code, "28"):
		return at + "refuses the user or the password: correct the address of the database"
	case code == "3D000":
		return at + "has no database of that name: create it with createdb, or correct the address of the database"
	case code == "42501":
		return at + "does not let this user do that: make it the owner of the database"
	case code == "25006":
		return at + "is read-only: give the address of the primary"
	case code == "53100":
		return at + "has no space left: make some on its disk"
	case code == "53300":
		return at + "takes no more connections: raise max_connections, or run fewer instances"
	case strings.HasPrefix(code, "57P"):
		return at + "is starting or going down: try again in a moment"
	case code != "":
		return at + "says: " + strings.ReplaceAll(err.Error(), "\n", "; ")
	}
	switch {
	case errors.As(err, new(*pgconn.ConnectError)):
		return at + "cannot be reached: start it, or correct the address of the database"
	case givenUp(err):
		return at + "broke the connection: see that it runs, then try again"
	}
	return ""
}
