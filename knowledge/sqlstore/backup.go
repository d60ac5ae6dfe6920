package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// noteWithin is how long a copy that is made waits for its turn to note that it was.
const noteWithin = 300 * time.Millisecond

// Backup writes a whole copy of the database to a file that is not there yet, checks it, and notes when it was made. It stops nobody from
// reading or writing: the copy is of the moment at which it began. Only of SQLite: PostgreSQL has tools of its own.
func (s *Store) Backup(ctx context.Context, path string) error {
	if s.address.postgres != nil {
		return errors.New("this is a PostgreSQL database: back it up with pg_dump --format=custom --file=nonmerci.dump")
	}
	began := time.Now()
	if err := s.copyTo(ctx, path); err != nil {
		return s.fail(ctx, err)
	}
	soon, cancel := context.WithTimeout(ctx, noteWithin)
	defer cancel()
	if err := s.note(soon, func(t *tx) error { return t.mark(markBackup, began.UnixMilli()) }); err != nil {
		s.log.WarnContext(ctx, "the copy is made; that it was could not be noted in the database", "error", err.Error())
	}
	return nil
}

// keepBefore copies the database beside itself and returns where to. A copy made before is never overwritten.
func (s *Store) keepBefore(ctx context.Context, version int64) (string, error) {
	const most = 9
	for n := 1; n <= most; n++ {
		path := fmt.Sprintf("%s.before-%d", s.address.path, version)
		if n > 1 {
			path += fmt.Sprintf("-%d", n)
		}
		if err := s.copyTo(ctx, path); !errors.Is(err, fs.ErrExist) {
			return path, err
		}
	}
	return "", fmt.Errorf("there are %d copies beside %s already: move them away", most, s.address.path)
}

// copyTo writes the copy under a name of its own first, so that a file of the name wanted is whole. fs.ErrExist when there is one.
func (s *Store) copyTo(ctx context.Context, path string) (err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &problem{text: path + " is there already: name another file", cause: fs.ErrExist}
	}
	part := path + ".part"
	_ = os.Remove(part) // of a copy that was interrupted
	f, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return &problem{text: path + " cannot be written: name a file in a folder that this user may write to", cause: err}
	}
	defer func() { _ = os.Remove(part) }()
	if err := errors.Join(f.Close(), s.vacuumInto(ctx, part)); err != nil {
		return err
	}
	if err := (address{path: part}).check(ctx, s.newest); err != nil {
		return named(err, part, path)
	}
	return put(part, path)
}

// vacuumInto copies with a connection that may write elsewhere and waits for nobody.
func (s *Store) vacuumInto(ctx context.Context, path string) error {
	db := s.w // a database in memory is in this connection alone
	if !s.address.memory {
		var err error
		if db, err = sql.Open("sqlite", s.address.uri("_pragma=busy_timeout(5000)")); err != nil {
			return err
		}
		defer db.Close()
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO $1", path); err != nil {
		if text := explainSQLite(&Store{address: address{path: path}}, err); text != "" {
			return &problem{text: "no copy was made: " + text, cause: err}
		}
		return err
	}
	return nil
}

// put makes a file durable and gives it a name that no other has.
func put(from, to string) error {
	f, err := os.OpenFile(from, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Link(from, to); errors.Is(err, fs.ErrExist) {
		return &problem{text: to + " is there already: name another file", cause: err}
	} else if err != nil { // a file system without links
		if err := os.Rename(from, to); err != nil {
			return err
		}
	}
	return syncFolder(to)
}

// syncFolder makes the name of a file durable.
func syncFolder(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	_ = d.Sync() // some systems cannot
	return d.Close()
}
