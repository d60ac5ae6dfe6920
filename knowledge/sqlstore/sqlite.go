package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	_ "modernc.org/sqlite" // the driver
	sqlite "modernc.org/sqlite/lib"
)

// application marks a SQLite file as ours; the first migration writes it.
const application = 1313694569

// openSQLite opens the one connection that writes, and those that read.
func (s *Store) openSQLite(ctx context.Context, opts Options, all fs.FS) (err error) {
	s.d = onSQLite
	if !s.address.memory {
		release, err := s.address.alone(ctx)
		if err != nil {
			return err
		}
		defer release()
		if err := s.address.create(); err != nil {
			return err
		}
		if err := s.address.ours(ctx, opts.Wait); err != nil {
			return err
		}
	}
	wait := fmt.Sprintf("_pragma=busy_timeout(%d)", opts.Wait.Milliseconds())
	common := []string{wait, "_pragma=cache_size(-16384)", "_pragma=trusted_schema(0)", "_pragma=temp_store(memory)"}
	s.w, err = sql.Open("sqlite", s.address.uri(append(common, "_pragma=journal_mode(wal)", "_pragma=synchronous(full)", "_pragma=foreign_keys(1)",
		"_pragma=secure_delete(1)", "_txlock=immediate")...))
	if err != nil {
		return err
	}
	s.w.SetMaxOpenConns(1)
	if err := s.migrate(ctx, all); err != nil {
		return err
	}
	if s.address.memory { // it is in this one connection, and nowhere else
		s.r = s.w
		return nil
	}
	if s.r, err = sql.Open("sqlite", s.address.uri(append(common, "_pragma=query_only(1)")...)); err != nil {
		return err
	}
	s.r.SetMaxOpenConns(opts.Connections)
	s.r.SetMaxIdleConns(opts.Connections)
	s.readers = opts.Connections
	return s.writable(ctx)
}

// alone lets one program at a time open a database: one makes or migrates it, the others find it done. The lock is that of an empty database
// beside it, which the system lets go of when a program is killed.
func (a address) alone(ctx context.Context) (release func(), err error) {
	path := a.path + ".opening"
	for n := 0; ; n++ {
		db, err := sql.Open("sqlite", address{path: path}.uri("_pragma=busy_timeout(60000)"))
		if err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(1)
		_, err = db.ExecContext(ctx, "BEGIN EXCLUSIVE")
		if err == nil {
			return func() {
				_ = os.Remove(path)
				db.Close()
			}, nil
		}
		db.Close()
		if code := sqliteCode(err); code != sqlite.SQLITE_IOERR_FSTAT && code != sqlite.SQLITE_READONLY_DBMOVED || n == 1000 {
			return nil, err
		}
		// The one before has removed it just now: another try makes another.
	}
}

// create makes an empty file that nobody else on the machine reads, unless there is one.
func (a address) create() error {
	f, err := os.OpenFile(a.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil // left alone: closing a file of the database would let go of its locks
	}
	if err != nil {
		return fmt.Errorf("%s cannot be created: give this user the right to write in its folder (%w)", a.path, err)
	}
	return f.Close()
}

// ours returns an error for a database of another program, which is left as it is.
func (a address) ours(ctx context.Context, wait time.Duration) error {
	db, err := sql.Open("sqlite", a.uri(fmt.Sprintf("_pragma=busy_timeout(%d)", wait.Milliseconds())))
	if err != nil {
		return err
	}
	defer db.Close()
	var id, tables int
	if err := db.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)").
		Scan(&id, &tables); err != nil {
		return err
	}
	if id != application && (tables > 0 || id != 0) {
		return fmt.Errorf("%s is the database of another program: write sqlite: and another path", a.path)
	}
	return nil
}

// writable returns an error when nothing could be saved.
func (s *Store) writable(ctx context.Context) error {
	begun, err := s.w.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = begun.Rollback() }()
	_, err = begun.ExecContext(ctx, "UPDATE communities SET id = id WHERE id = ''")
	return err
}
