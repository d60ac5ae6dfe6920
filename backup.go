package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"nonmerci/config"
	"nonmerci/knowledge/sqlstore"
)

func newBackup(a app) *cobra.Command {
	var f storeFlags
	needOne := oneArg("file", "nonmerci backup nonmerci-2026-11-27.db")
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the database, whole and checked, to a new file",
		Long: `Copy the database to a file that is not there yet, and check the copy. Whoever uses the database goes on meanwhile: the copy is of the moment at
which it began. The database is that of serve unless --database names another. PostgreSQL has its own: pg_dump.`,
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
			return a.backup(cmd.Context(), url, args[0])
		},
	}
	f.addDatabase(cmd)
	return cmd
}

// databaseOfServe is the address of the flag or the settings, or of the file that serve keeps when neither names one.
func (a app) databaseOfServe(f storeFlags) (string, error) {
	c, err := config.Load(a.getenv)
	if err != nil {
		return "", err
	}
	return cmp.Or(f.database, c.Database()), nil
}

func (a app) backup(ctx context.Context, url, path string) error {
	db := sqlitePath(url)
	switch {
	case db == "":
		return fmt.Errorf("a PostgreSQL database is copied with its own program: pg_dump --format=custom --file=%s \"$NONMERCI_DATABASE_URL\"", path)
	case !isFile(db):
		return fmt.Errorf("there is no database at %s; name one with NONMERCI_DATABASE_URL or --database, for example --database sqlite:nonmerci.db", db)
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already; name another file", path)
	}
	s, err := sqlstore.Open(ctx, url, sqlstore.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	stop := a.watchCopy(path+".part", sizeOf(db)+sizeOf(db+"-wal"))
	err = s.Backup(ctx, path)
	stop()
	if err != nil {
		return err
	}
	what, err := holds(ctx, s)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "%s written, %s: %s\n", path, bytesOf(sizeOf(path)), what)
	return err
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// bytesOf is a size for a person.
func bytesOf(n int64) string {
	switch {
	case n >= 1_000_000_000:
		return fmt.Sprintf("%.1f GB", float64(n)/1e9)
	case n >= 1_000_000:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%d kB", (n+999)/1000)
}
