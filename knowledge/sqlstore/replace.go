package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	sqlite "modernc.org/sqlite/lib"
)

// exclude makes sure that no other program has the database open, and keeps it so until release. SQLite leaves its log (WAL) only when
// nobody else is there; what the log held is in the file then. A file that is damaged, or that is not there, is nobody's.
func (a address) exclude(ctx context.Context) (release func(), err error) {
	if _, err := os.Stat(a.path); errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	db, err := sql.Open("sqlite", a.uri("_pragma=busy_timeout(0)", "_pragma=locking_mode(exclusive)"))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	release = func() { db.Close() }
	var mode string
	err = db.QueryRowContext(ctx, "PRAGMA journal_mode=delete").Scan(&mode)
	if err == nil {
		_, err = db.ExecContext(ctx, "BEGIN EXCLUSIVE")
	}
	switch code := sqliteCode(err) & 0xff; {
	case err == nil, code == sqlite.SQLITE_CORRUPT, code == sqlite.SQLITE_NOTADB:
		return release, nil
	case code == sqlite.SQLITE_BUSY, code == sqlite.SQLITE_LOCKED:
		err = &problem{text: a.path + " is in use: stop the nonmerci that serves from it, then try again", cause: err}
	}
	release()
	return nil, err
}

// setAside gives the database, and what SQLite keeps beside it, a name that no other file has.
func (a address) setAside() (string, error) {
	if _, err := os.Stat(a.path); errors.Is(err, fs.ErrNotExist) {
		for _, beside := range []string{"-wal", "-shm", "-journal"} { // of a file that was removed: it would be applied to the backup
			if err := os.Remove(a.path + beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return "", err
			}
		}
		return "", nil
	}
	kept := a.path + ".before-restore"
	for n := 2; ; n++ {
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			break
		}
		kept = fmt.Sprintf("%s.before-restore-%d", a.path, n)
	}
	for _, beside := range []string{"-wal", "-shm", "-journal", ""} { // the file last: interrupted, it is where it was
		if err := os.Rename(a.path+beside, kept+beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return kept, nil
}
