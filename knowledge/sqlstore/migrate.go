package sqlstore

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"nonmerci/knowledge"
)

// migrate brings the schema to the newest version that all knows. No other program is doing so.
func (s *Store) migrate(ctx context.Context, all fs.FS) error {
	own, err := fs.Sub(all, s.d.folder)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(s.d.name, s.w, own, goose.WithTableName("schema_version"), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	current, newest, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	s.newest = newest
	switch {
	case current > newest:
		return newer(current, newest)
	case current == newest:
		return nil
	case current > 0 && s.address.path != "" && !s.address.memory:
		kept, err := s.keepBefore(ctx, newest)
		if err != nil {
			return fmt.Errorf("the database was not migrated, for no copy of it could be made: %w", err)
		}
		s.log.InfoContext(ctx, "copied the database before migrating it", "copy", kept)
	}
	if _, err := p.Up(ctx); err != nil {
		return err
	}
	s.log.InfoContext(ctx, "migrated the database", "from", current, "to", newest)
	return nil
}

// newer is the error for a schema of a later program.
func newer(version, known int64) error {
	return &problem{
		text:  fmt.Sprintf("the database has schema %d and this program knows %d: install the newer version of nonmerci", version, known),
		cause: knowledge.ErrReadOnly,
	}
}
