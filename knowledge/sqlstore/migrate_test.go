package sqlstore

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"nonmerci/knowledge"
)

// later is the migrations that a next version has.
func later(t *testing.T) fs.FS {
	t.Helper()
	all := fstest.MapFS{
		"migrations/sqlite/00002_next.sql":   {Data: []byte("-- +goose Up\nALTER TABLE events ADD COLUMN next TEXT NOT NULL DEFAULT 'x';\n")},
		"migrations/postgres/00002_next.sql": {Data: []byte("-- +goose Up\nALTER TABLE events ADD COLUMN next TEXT NOT NULL DEFAULT 'x';\n")},
	}
	for _, name := range []string{"migrations/sqlite/00001_store.sql", "migrations/postgres/00001_store.sql"} {
		data, err := fs.ReadFile(migrations, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: data}
	}
	return all
}

func TestMigrationKeepsACopyAndOldProgramIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	url := "sqlite:" + path
	old := openFile(t, path)
	defer old.Close()
	if _, err := old.Save(t.Context(), note("x/y", 0)); err != nil {
		t.Fatal(err)
	}
	if found, _ := filepath.Glob(path + ".before*"); found != nil {
		t.Errorf("a new database was copied: %v", found)
	}
	if err := os.WriteFile(path+".before-2", []byte("an earlier copy"), 0o600); err != nil {
		t.Fatal(err)
	}
	next, err := open(t.Context(), url, Options{}, later(t))
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	if _, err := next.Save(t.Context(), note("x/y", 1)); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(path + ".before-2"); string(data) != "an earlier copy" {
		t.Error("a copy was overwritten")
	}
	kept := openFile(t, path+".before-2-2")
	defer kept.Close()
	if r, err := kept.Record(t.Context(), "", "x/y"); err != nil || r.Latest != 1 {
		t.Errorf("the copy stands at %d %v", r.Latest, err)
	}

	_, err = old.Save(t.Context(), note("x/y", 2))
	refused(t, err)
	refused(t, old.Leave(t.Context(), knowledge.Place{}, time.Now()))
	if r, err := old.Record(t.Context(), "", "x/y"); err != nil || r.Latest != 2 {
		t.Errorf("it may read on: %v", err)
	}
	_, err = Open(t.Context(), url, Options{})
	refused(t, err)
	if again, err := open(t.Context(), url, Options{}, later(t)); err != nil {
		t.Error(err)
	} else {
		again.Close()
	}
	if found, _ := filepath.Glob(path + ".before*[0-9]"); len(found) != 2 {
		t.Errorf("%v", found)
	}
}

func refused(t *testing.T, err error) {
	t.Helper()
	if !errors.Is(err, knowledge.ErrReadOnly) || !strings.Contains(err.Error(), "install the newer version") {
		t.Errorf("not refused: %v", err)
		return
	}
	oneLine(t, err)
}

// A migration that fails leaves the database as it was.
func TestFailedMigrationChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	openFile(t, path).Close()
	broken := later(t).(fstest.MapFS)
	broken["migrations/sqlite/00002_next.sql"].Data = append(broken["migrations/sqlite/00002_next.sql"].Data, "INSERT INTO nowhere VALUES (1);\n"...)
	if _, err := open(t.Context(), "sqlite:"+path, Options{}, broken); err == nil {
		t.Fatal("it was migrated")
	}
	s := openFile(t, path)
	defer s.Close()
	if _, err := s.Save(t.Context(), note("x/y", 0)); err != nil {
		t.Error(err)
	}
}

func TestManyStartAtOnce(t *testing.T) { startAtOnce(t, "sqlite:"+filepath.Join(t.TempDir(), "x.db")) }

func startAtOnce(t *testing.T, url string) {
	for _, all := range []fs.FS{migrations, later(t)} {
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() {
				s, err := open(t.Context(), url, Options{}, all)
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				var applied int
				if err := s.w.QueryRowContext(t.Context(), `SELECT count(*) FROM schema_version
					WHERE version_id = (SELECT max(version_id) FROM schema_version)`).Scan(&applied); err != nil || applied != 1 {
					t.Errorf("migrated %d times: %v", applied, err)
				}
			})
		}
		wait.Wait()
	}
}
