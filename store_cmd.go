package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/config"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/sqlstore"
)

// storeFlags say which database a command works on, and which community in it.
type storeFlags struct{ database, community string }

// add gives a command the flags.
func (f *storeFlags) add(cmd *cobra.Command) {
	f.addDatabase(cmd)
	cmd.Flags().StringVar(&f.community, "community", "",
		"id of a community, or a place of it such as discord:1234: what it writes and changes, instead of the shared base")
}

func (f *storeFlags) addDatabase(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.database, "database", "", "sqlite:FILE or postgres://…, instead of NONMERCI_DATABASE_URL")
}

// check refuses a database that cannot be one. It is for the Args of a command.
func (f *storeFlags) check() error {
	if f.database == "" {
		return nil
	}
	if err := config.CheckDatabase(f.database); err != nil {
		return usagef("--database: %w", err)
	}
	return nil
}

// errNoDatabase is returned where a command needs a database and none is named.
var errNoDatabase = errors.New("no database is named")

// openStored opens the database of the flags or the settings, seeds it when it is empty, and finds the community; errNoDatabase when none is
// named. The caller closes it.
func (a app) openStored(ctx context.Context, f storeFlags) (*stored, error) {
	c, err := config.Load(a.getenv)
	if err != nil {
		return nil, err
	}
	url := cmp.Or(f.database, c.DatabaseURL)
	if url == "" {
		return nil, errNoDatabase
	}
	s, err := a.openSeeded(ctx, url)
	if err != nil {
		return nil, err
	}
	out := &stored{Store: s}
	if err := out.find(ctx, f.community); err != nil {
		s.Close()
		return nil, err
	}
	return out, nil
}

// mustStored is openStored for a command that can do nothing without a database.
func (a app) mustStored(cmd *cobra.Command, f storeFlags) (*stored, error) {
	s, err := a.openStored(cmd.Context(), f)
	if errors.Is(err, errNoDatabase) {
		what := strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()+" ")
		return nil, fmt.Errorf("%s needs a database: set NONMERCI_DATABASE_URL, or add for example --database %s", what, a.likelyDatabase())
	}
	return s, err
}

// likelyDatabase is the one that serve made here, or a name for a new one.
func (a app) likelyDatabase() string {
	if c, err := config.Load(a.getenv); err == nil {
		if path := strings.TrimPrefix(c.Database(), "sqlite:"); isFile(path) {
			return c.Database()
		}
	}
	return "sqlite:" + config.DefaultDatabase
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// openSeeded opens a database. Into one that nothing was ever written to it puts the shared base of the program, and says so.
func (a app) openSeeded(ctx context.Context, url string) (*sqlstore.Store, error) {
	s, err := sqlstore.Open(ctx, url, sqlstore.Options{Log: slog.New(notes{a.errs})})
	if err != nil {
		return nil, err
	}
	if err := a.seed(ctx, s); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (a app) seed(ctx context.Context, s knowledge.Store) error {
	first, err := s.Events(ctx, knowledge.SharedBase, 0, 1)
	if err != nil || len(first) > 0 {
		return err
	}
	shared, err := base.Shared()
	if err != nil {
		return fmt.Errorf("read the shared base: %w", err)
	}
	report, err := live.Seed(ctx, s, shared, version, time.Now())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.errs, "the database was empty: the shared base of version %s was put into it, %s and %s\n",
		version, count(len(shared.Entries), "entry"), count(report.Added-len(shared.Entries), "subject"))
	return err
}

// sqlitePath is the file of a SQLite database, "" for another kind.
func sqlitePath(url string) string {
	path, ok := strings.CutPrefix(url, "sqlite:")
	if !ok {
		return ""
	}
	return filepath.Clean(path)
}
