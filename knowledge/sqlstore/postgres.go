package sqlstore

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"github.com/jackc/pgx/v5/stdlib"
)

// oldest is the first version of PostgreSQL that tells what became of a transaction (pg_current_xact_id).
const oldest = 130000

func (s *Store) openPostgres(ctx context.Context, opts Options, all fs.FS) error {
	s.d = onPostgres
	s.w = stdlib.OpenDB(*s.address.postgres)
	s.r = nil
	s.w.SetMaxOpenConns(max(opts.Connections, 2)) // migrating takes two
	s.w.SetMaxIdleConns(max(opts.Connections, 2))
	s.w.SetConnMaxIdleTime(5 * time.Minute)
	var version int
	if err := s.w.QueryRowContext(ctx, "SELECT current_setting('server_version_num')::int").Scan(&version); err != nil {
		return err
	}
	if version < oldest {
		return errors.New("this PostgreSQL server is too old: upgrade it to version 13 or later")
	}
	// Instances that start at once migrate one after the other, and the others find nothing left to do.
	conn, err := s.w.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	const lock = "(hashtextextended('nonmerci schema of ' || current_schema(), 0))"
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock"+lock); err != nil {
		return err
	}
	defer func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock"+lock) }()
	if err := s.migrate(ctx, all); err != nil {
		return err
	}
	s.r = s.w
	return nil
}
