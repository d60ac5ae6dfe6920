package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/pressly/goose/v3"
)

// Restore puts a backup in the place of the database at an address, and returns where the old one is kept, "" when there was none. The backup
// is looked through first: one that is damaged, cut short, of another program or of a newer schema is refused, and so is a database that
// is in use by another program on this machine; nothing has changed then. An older schema is migrated by the next Open. Only SQLite.
func Restore(ctx context.Context, backupPath, url string) (kept string, err error) {
	a, err := parse(url)
	switch {
	case err != nil:
		return "", err
	case a.postgres != nil:
		return "", errors.New("this is a PostgreSQL database: restore it with pg_restore --clean --if-exists --dbname=… nonmerci.dump")
	case a.memory:
		return "", errors.New("a database in memory cannot be restored: write sqlite: and the path of a file")
	}
	newest, err := onSQLite.known(migrations)
	if err != nil {
		return "", err
	}
	part := a.path + ".restoring"
	defer func() { _ = os.Remove(part) }()
	if err := copyBackup(backupPath, part, a.path); err != nil {
		return "", err
	}
	if err := (address{path: part}).check(ctx, newest); err != nil {
		return "", named(err, part, backupPath)
	}
	s := &Store{address: a, d: onSQLite}
	for _, lock := range []func(context.Context) (func(), error){a.alone, a.exclude} { // nobody opens it now, and nobody has
		release, err := lock(ctx)
		if err != nil {
			return "", s.fail(ctx, err)
		}
		defer release()
	}
	kept, err = a.setAside()
	if err != nil {
		return "", fmt.Errorf("the old database could not be set aside, and stays: %w", err)
	}
	if err := os.Rename(part, a.path); err != nil {
		return kept, fmt.Errorf("the backup could not be put in place: rename %s to %s to have the old database back (%w)", kept, a.path, err)
	}
	return kept, syncFolder(a.path)
}

// known is the newest schema that a program with these migrations knows.
func (d dialect) known(all fs.FS) (int64, error) {
	own, err := fs.Sub(all, d.folder)
	if err != nil {
		return 0, err
	}
	p, err := goose.NewProvider(d.name, new(sql.DB), own, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return 0, err
	}
	sources := p.ListSources()
	return sources[len(sources)-1].Version, nil
}

// copyBackup copies a backup beside the database that it is going to replace, so that what was checked is what is put in place.
func copyBackup(from, to, target string) error {
	info, err := os.Stat(from)
	if err != nil || !info.Mode().IsRegular() {
		return &problem{text: from + " is no file that can be read: name a file that nonmerci backup wrote", cause: err}
	}
	if old, err := os.Stat(target); err == nil && os.SameFile(old, info) {
		return &problem{text: from + " is the database itself: name a file that nonmerci backup wrote"}
	}
	if log, err := os.Stat(from + "-wal"); err == nil && log.Size() > 0 {
		return &problem{text: from + " was copied while in use, or is in use: name a file that nonmerci backup wrote"}
	}
	in, err := os.Open(from)
	if err != nil {
		return &problem{text: from + " cannot be read: give this user the right to", cause: err}
	}
	defer in.Close()
	_ = os.Remove(to) // of a restore that was interrupted
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return &problem{text: target + " cannot be replaced: give this user the right to write in its folder", cause: err}
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return &problem{text: "the backup could not be copied beside " + target + ": make space on its disk", cause: err}
	}
	return nil
}

// named puts the name that a person knows in an error about a copy.
func named(err error, copied, name string) error {
	p, ok := errors.AsType[*problem](err)
	if !ok || len(p.text) < len(copied) || p.text[:len(copied)] != copied {
		return err
	}
	return &problem{text: name + p.text[len(copied):], cause: p.cause}
}
