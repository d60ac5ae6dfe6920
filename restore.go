package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"nonmerci/knowledge/sqlstore"
)

func newRestore(a app) *cobra.Command {
	var f storeFlags
	var force bool
	needOne := oneArg("backup", "nonmerci restore nonmerci-2026-11-27.db")
	cmd := &cobra.Command{
		Use:   "restore FILE [--force]",
		Short: "Put a backup in the place of the database, which is kept beside it",
		Long: `Put a file that « nonmerci backup » wrote in the place of the database, once it was looked through; one that is damaged, cut short or of another
program is refused. A database that is there already is replaced with --force only, and kept beside under another name; without, what the two hold is
said. Nobody may be using it: stop serve first. The database is that of serve unless --database names another. PostgreSQL has its own: pg_restore.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := needOne(cmd, args); err != nil {
				return err
			}
			return f.check()
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			url, err := a.databaseOfServe(f)
			if err != nil {
				return err
			}
			return a.restore(cmd.Context(), args[0], url, force)
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "replace the database that is there")
	f.addDatabase(cmd)
	return cmd
}

func (a app) restore(ctx context.Context, backup, url string, force bool) error {
	db := sqlitePath(url)
	if db == "" {
		return fmt.Errorf("a PostgreSQL database is restored with its own program: "+
			"pg_restore --clean --if-exists --single-transaction --dbname=\"$NONMERCI_DATABASE_URL\" %s", backup)
	}
	_, err := os.Lstat(db)
	there := !errors.Is(err, fs.ErrNotExist)
	if there {
		coming, err := a.lookThrough(ctx, backup, db)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.out, "%s holds %s\n", db, heldBy(ctx, url))
		fmt.Fprintf(a.out, "%s holds %s\n", backup, coming)
		if !force {
			return fmt.Errorf("%s is there already; add --force to replace it, the old one is kept beside", db)
		}
	} else if err := os.MkdirAll(filepath.Dir(db), 0o700); err != nil {
		return fmt.Errorf("cannot make %s: %w; make it, or name another database", filepath.Dir(db), cause(err))
	}
	stop := a.watchCopy(db+".restoring", sizeOf(backup))
	kept, err := sqlstore.Restore(ctx, backup, url)
	stop()
	if err != nil {
		return err
	}
	if kept != "" {
		fmt.Fprintf(a.out, "the old database is kept as %s\n", kept)
	}
	_, err = fmt.Fprintf(a.out, "restored: %s holds %s\n", db, heldBy(ctx, url))
	return err
}

// heldBy says what a database holds, or why it cannot be told.
func heldBy(ctx context.Context, url string) string {
	s, err := sqlstore.Open(ctx, url, sqlstore.Options{})
	if err != nil {
		return "what cannot be told: " + oneLine(err)
	}
	defer s.Close()
	said, err := holds(ctx, s)
	if err != nil {
		return "what cannot be told: " + oneLine(err)
	}
	return said
}

// lookThrough says what a backup holds, without writing to it: it is restored beside the database under another name, looked at, and removed.
func (a app) lookThrough(ctx context.Context, backup, db string) (string, error) {
	folder, err := os.MkdirTemp(filepath.Dir(db), ".nonmerci-restore-*")
	if err != nil {
		return "", fmt.Errorf("cannot write beside %s: %w; give this user the right to", db, cause(err))
	}
	defer func() { _ = os.RemoveAll(folder) }()
	scratch := filepath.Join(folder, "backup.db")
	stop := a.watchCopy(scratch+".restoring", sizeOf(backup))
	_, err = sqlstore.Restore(ctx, backup, "sqlite:"+scratch)
	stop()
	if err != nil {
		return "", err
	}
	return heldBy(ctx, "sqlite:"+scratch), nil
}
