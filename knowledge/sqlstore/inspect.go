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

	"github.com/jackc/pgx/v5/stdlib"
	sqlite "modernc.org/sqlite/lib"
)

// A State is what can be told of a database without changing it.
type State struct {
	Kind   string // « SQLite », « PostgreSQL 15.3 »
	Where  string // the path of a file, or host:port; never a password
	Absent bool   // nothing was made there yet: the first Open does
	Schema int64  // its version; 0 when there are no tables yet
	Newest int64  // the version that this program knows

	Unwritable error // why nothing could be saved, one line with the remedy; nil when something could
	Size       int64 // bytes
	Free       int64 // bytes left beside a file; -1 when that is not known

	Communities, Entries, Revisions int
	LastBackup                      time.Time // that Backup made; zero when none is known
}

// Inspect looks at the database at an address, and migrates, makes and changes nothing. The error says why it cannot be looked at, with the
// remedy, and names no password. What lies under a newer or older schema than Newest is not counted.
func Inspect(ctx context.Context, url string) (State, error) {
	a, err := parse(url)
	if err != nil {
		return State{}, err
	}
	s := &Store{address: a, d: onSQLite}
	defer s.Close()
	st := State{Kind: "SQLite", Where: a.path, Free: -1}
	if a.postgres != nil {
		s.d = onPostgres
		st.Where = fmt.Sprintf("%s:%d", a.postgres.Host, a.postgres.Port)
	}
	if st.Newest, err = s.d.known(migrations); err != nil {
		return st, err
	}
	if a.postgres != nil {
		s.r = stdlib.OpenDB(*a.postgres)
		err = s.inspectPostgres(ctx, &st)
	} else {
		err = s.inspectSQLite(ctx, &st)
	}
	if err == nil && st.Schema == st.Newest {
		err = s.count(ctx, &st)
	}
	return st, s.fail(ctx, err)
}

func (s *Store) inspectSQLite(ctx context.Context, st *State) error {
	path := s.address.path
	if s.address.memory {
		st.Absent = true
		return nil
	}
	st.Free = free(filepath.Dir(path))
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		st.Absent = true
		st.Unwritable = mayMake(filepath.Dir(path))
		return nil
	}
	if err != nil {
		return &problem{text: path + " cannot be read: give this user the right to read and write the file and its folder", cause: err}
	}
	st.Size = info.Size()
	if log, err := os.Stat(path + "-wal"); err == nil {
		st.Size += log.Size()
	}
	if s.r, err = sql.Open("sqlite", s.address.uri("mode=rw", "_pragma=busy_timeout(300)", "_pragma=trusted_schema(0)", "_txlock=immediate")); err != nil {
		return err
	}
	var id, tables int
	if err := s.r.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version')`).Scan(&id, &tables); err != nil {
		return err
	}
	switch {
	case tables == 0 && st.Size == 0:
		return nil // made, and not filled yet
	case tables == 0 || id != application:
		return &problem{text: path + " is the database of another program: write sqlite: and another path"}
	}
	if err := s.reader(ctx).row("SELECT max(version_id) FROM schema_version").Scan(&st.Schema); err != nil {
		return err
	}
	begun, err := s.r.BeginTx(ctx, nil)
	switch {
	case sqliteCode(err)&0xff == sqlite.SQLITE_BUSY: // by somebody who may write
		return nil
	case err != nil:
		st.Unwritable = s.fail(ctx, err)
		return nil //nolint:nilerr // it is told
	}
	return begun.Rollback()
}

// mayMake returns nil when a file can be made in a folder.
func mayMake(folder string) error {
	f, err := os.CreateTemp(folder, ".nonmerci-*")
	if err != nil {
		return &problem{text: folder + " cannot be written: give this user the right to write in it", cause: err}
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func (s *Store) inspectPostgres(ctx context.Context, st *State) error {
	var version int
	var there, readOnly, mayCreate bool
	var name string
	if err := s.reader(ctx).row(`SELECT current_setting('server_version'), current_setting('server_version_num')::int,
		to_regclass('schema_version') IS NOT NULL, current_setting('transaction_read_only')::bool, pg_database_size(current_database()),
		coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)`).Scan(&name, &version, &there, &readOnly, &st.Size, &mayCreate); err != nil {
		return err
	}
	st.Kind, st.Absent = "PostgreSQL "+name, !there
	at := "the PostgreSQL server at " + st.Where + " "
	switch {
	case version < oldest:
		return &problem{text: at + "is too old: upgrade it to version 13 or later"}
	case readOnly:
		st.Unwritable = &problem{text: at + "is read-only: give the address of the primary"}
	case !there && !mayCreate:
		st.Unwritable = &problem{text: at + "does not let this user make tables: make it the owner of the database"}
	}
	if !there {
		return nil
	}
	var mayWrite bool
	if err := s.reader(ctx).row("SELECT max(version_id) FROM schema_version").Scan(&st.Schema); err != nil {
		return err
	}
	if err := s.reader(ctx).row("SELECT has_table_privilege('events', 'INSERT, UPDATE, DELETE')").Scan(&mayWrite); err != nil {
		return err
	}
	if !mayWrite && st.Unwritable == nil {
		st.Unwritable = &problem{text: at + "does not let this user write: make it the owner of the database"}
	}
	return nil
}

// count is for a schema that this program knows.
func (s *Store) count(ctx context.Context, st *State) error {
	if st.Absent || st.Schema == 0 {
		return nil
	}
	t := s.reader(ctx)
	if err := t.row(`SELECT (SELECT count(*) FROM communities WHERE id <> ''), (SELECT count(*) FROM records), (SELECT count(*) FROM revisions)`).
		Scan(&st.Communities, &st.Entries, &st.Revisions); err != nil {
		return err
	}
	ms, err := t.marked(markBackup)
	if ms > 0 {
		st.LastBackup = time.UnixMilli(ms).UTC()
	}
	return err
}
