package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"nonmerci/knowledge"
)

// check returns an error unless the file is a whole database of ours, of a schema up to newest. Nobody may be writing to the file; nothing
// is written to it, or beside it.
func (a address) check(ctx context.Context, newest int64) error {
	db, err := sql.Open("sqlite", a.uri("mode=ro", "immutable=1", "_pragma=trusted_schema(0)"))
	if err != nil {
		return err
	}
	defer db.Close()
	damaged := func(cause error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &problem{text: a.path + " is damaged or cut short: take another backup", cause: cause}
	}
	var id, strange int
	if err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index'))`).Scan(&id, &strange); err != nil {
		return damaged(err)
	}
	if id != application || strange > 0 { // we have no triggers and no views: they would run when we write
		return &problem{text: a.path + " is not a database of nonmerci: name a file that nonmerci backup wrote"}
	}
	// SQLite takes what is missing of the last page for zeros, and does not look into texts.
	var size int64
	if err := db.QueryRowContext(ctx, "SELECT page_size * page_count FROM pragma_page_size, pragma_page_count").Scan(&size); err != nil {
		return damaged(err)
	}
	if info, err := os.Stat(a.path); err != nil || info.Size() != size {
		return damaged(err)
	}
	var found string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found); err != nil || found != "ok" {
		return damaged(err)
	}
	var version int64
	if err := db.QueryRowContext(ctx, "SELECT max(version_id) FROM schema_version").Scan(&version); err != nil {
		return damaged(err)
	}
	if version > newest {
		return &problem{
			text:  fmt.Sprintf("%s has schema %d and this program knows %d: install the newer version of nonmerci", a.path, version, newest),
			cause: knowledge.ErrReadOnly,
		}
	}
	for _, wrong := range []string{"SELECT count(*) FROM pragma_foreign_key_check", "SELECT count(*) FROM revisions WHERE NOT json_valid(content)"} {
		var rows int
		if err := db.QueryRowContext(ctx, wrong).Scan(&rows); err != nil || rows > 0 {
			return damaged(err)
		}
	}
	return nil
}
