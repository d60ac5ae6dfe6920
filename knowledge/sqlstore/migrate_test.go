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
func later(t *testing.T) fstest.MapFS {
	t.Helper()
	all := upTo(t, "99999")
	for _, folder := range []string{"sqlite", "postgres"} {
		all["migrations/"+folder+"/00003_next.sql"] = &fstest.MapFile{
			Data: []byte("-- +goose Up\nALTER TABLE events ADD COLUMN next TEXT NOT NULL DEFAULT 'x';\n"),
		}
	}
	return all
}

// upTo is the migrations that a version had.
func upTo(t *testing.T, last string) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	names, err := fs.Glob(migrations, "migrations/*/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(migrations, name)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(name) < last {
			all[name] = &fstest.MapFile{Data: data}
		}
	}
	return all
}

// What a first program wrote is there after each migration, and goes on.
func TestMigrationFromTheFirstSchema(t *testing.T) {
	fromTheFirst(t, "sqlite:"+filepath.Join(t.TempDir(), "x.db"))
}

func fromTheFirst(t *testing.T, url string) {
	old, err := open(t.Context(), url, Options{}, upTo(t, "00002"))
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	// The first program knew nothing of the columns to come: what it wrote is written as it did.
	for _, query := range []string{
		"INSERT INTO communities (id, settings, joined_ms) VALUES ('c', '{}', 1)",
		"INSERT INTO places (platform, chat, community) VALUES ('discord', '1', 'c')",
		"INSERT INTO events (at_ms, community, entry, action, actor, revision) VALUES (1, 'c', '', 'join', '', 0), (2, '', 'x/y', 'save', 'cli', 1)",
	} {
		if _, err := old.w.ExecContext(t.Context(), query); err != nil {
			t.Fatal(err)
		}
	}
	s := openURL(t, url)
	defer s.Close()
	if err := s.Erase(t.Context(), "c"); err != nil {
		t.Fatal(err)
	}
	events, err := s.EventsAfter(t.Context(), 0, 10)
	if err != nil || len(events) != 2 || events[0].Action != "save" || events[1].Action != "erase" || events[1].Community != "c" || events[1].Seq != 3 {
		t.Errorf("%+v %v", events, err)
	}
	if n, err := s.Edition(t.Context()); n != 0 || err != nil {
		t.Errorf("edition %d %v", n, err)
	}
	if err := old.Leave(t.Context(), knowledge.Place{Platform: "discord", Chat: "1"}, time.Now()); !errors.Is(err, knowledge.ErrReadOnly) {
		t.Errorf("the first program goes on writing: %v", err)
	}
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
	if err := os.WriteFile(path+".before-3", []byte("an earlier copy"), 0o600); err != nil {
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
	if data, _ := os.ReadFile(path + ".before-3"); string(data) != "an earlier copy" {
		t.Error("a copy was overwritten")
	}
	kept := openFile(t, path+".before-3-2")
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
	broken := later(t)
	broken["migrations/sqlite/00003_next.sql"].Data = append(broken["migrations/sqlite/00003_next.sql"].Data, "INSERT INTO nowhere VALUES (1);\n"...)
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
