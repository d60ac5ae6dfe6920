package sqlstore

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"nonmerci/knowledge"
)

//go:embed migrations
var migrations embed.FS

// Options are what Open can be told beside the address. The zero value is right for a server.
type Options struct {
	// Wait is how long a writer waits for another program that writes to the same SQLite file; 5 seconds when it is 0.
	Wait time.Duration
	// Connections is how many there are at most, to a PostgreSQL server or reading from a SQLite file; 8 when it is 0.
	Connections int
	// Log is told of migrations, and of the copy made before one. Nil: nobody is told.
	Log *slog.Logger
}

// A Store is a knowledge.Store in a database, safe for concurrent use. Its errors are one line with the remedy, and name neither
// passwords nor what was written.
type Store struct {
	w, r    *sql.DB // who writes, and who only reads; the same where that makes no difference
	readers int     // connections of r that are kept, of a SQLite file
	d       dialect
	address address
	newest  int64 // the version of the schema that this program knows
	log     *slog.Logger
}

var _ knowledge.Store = (*Store)(nil)

// Open opens the database at an address, « sqlite:nonmerci.db », « sqlite::memory: » or « postgres://user:password@host:5432/database », makes
// it when it is a SQLite file that is not there, and migrates its schema. Before an older SQLite file is migrated, a copy is put beside it,
// named for the version to come. A newer schema is refused with an error that is knowledge.ErrReadOnly. The caller closes the store.
func Open(ctx context.Context, url string, opts Options) (*Store, error) {
	return open(ctx, url, opts, migrations)
}

func open(ctx context.Context, url string, opts Options, all fs.FS) (*Store, error) {
	a, err := parse(url)
	if err != nil {
		return nil, err
	}
	if opts.Wait == 0 {
		opts.Wait = 5 * time.Second
	}
	if opts.Connections == 0 {
		opts.Connections = 8
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	s := &Store{address: a, log: opts.Log}
	if a.postgres != nil {
		err = s.openPostgres(ctx, opts, all)
	} else {
		err = s.openSQLite(ctx, opts, all)
	}
	if err != nil {
		return nil, errors.Join(s.fail(ctx, err), s.Close())
	}
	return s, nil
}

// reader asks outside of any transaction: each query sees one state.
func (s *Store) reader(ctx context.Context) *tx { return &tx{ctx: ctx, on: s.r} }

// Ping implements knowledge.Store: it reads from the database.
func (s *Store) Ping(ctx context.Context) error {
	var version int64
	return s.fail(ctx, s.reader(ctx).row("SELECT max(version_id) FROM schema_version").Scan(&version))
}

// Close implements knowledge.Store.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.r, s.w} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}
