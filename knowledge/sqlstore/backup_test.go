package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
)

// filled is a database with as many revisions of « x/y », closed.
func filled(t *testing.T, path string, revisions int) {
	t.Helper()
	s := openFile(t, path)
	defer s.Close()
	for i := range revisions {
		if _, err := s.Save(t.Context(), note("x/y", i)); err != nil {
			t.Fatal(err)
		}
	}
}

// stands checks how many revisions of « x/y » a database has.
func stands(t *testing.T, path string, want int) {
	t.Helper()
	s := openFile(t, path)
	defer s.Close()
	if r, err := s.Record(t.Context(), "", "x/y"); err != nil || r.Latest != want {
		t.Errorf("%s stands at %d, want %d: %v", filepath.Base(path), r.Latest, want, err)
	}
}

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "x.db"), filepath.Join(dir, "copy.db")
	s := openFile(t, path)
	for i := range 3 {
		if _, err := s.Save(t.Context(), note("x/y", i)); err != nil {
			t.Fatal(err)
		}
	}
	writing, err := s.w.BeginTx(t.Context(), nil) // somebody writes at that moment
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	_ = writing.Rollback()
	if err := s.Backup(t.Context(), backup); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file was overwritten: %v", err)
	} else {
		oneLine(t, err)
	}
	if _, err := s.Save(t.Context(), note("x/y", 3)); err != nil {
		t.Fatal(err)
	}

	_, err = Restore(t.Context(), backup, "sqlite:"+path)
	if err == nil || !strings.Contains(err.Error(), "is in use: stop") {
		t.Fatalf("restored under a program that serves from it: %v", err)
	}
	oneLine(t, err)
	if _, err := s.Save(t.Context(), note("x/y", 4)); err != nil {
		t.Errorf("the program that serves from it was harmed: %v", err)
	}
	s.Close()

	for _, want := range []string{path + ".before-restore", path + ".before-restore-2"} {
		kept, err := Restore(t.Context(), backup, "sqlite:"+path)
		if err != nil || kept != want {
			t.Fatalf("kept %s %v", kept, err)
		}
		stands(t, path, 3)
	}
	stands(t, path+".before-restore", 5)
	stands(t, path+".before-restore-2", 3)
	fresh := filepath.Join(dir, "fresh.db")
	if kept, err := Restore(t.Context(), backup, "sqlite:"+fresh); err != nil || kept != "" {
		t.Errorf("kept %q %v", kept, err)
	}
	stands(t, fresh, 3)
	if left, _ := filepath.Glob(filepath.Join(dir, "*.[pro][aep][rse]t*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestBackupOfADatabaseInMemory(t *testing.T) {
	dir := t.TempDir()
	s := openURL(t, "sqlite::memory:")
	defer s.Close()
	if _, err := s.Save(t.Context(), note("x/y", 0)); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), filepath.Join(dir, "copy.db")); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), filepath.Join(dir, "copy.db"), "sqlite:"+filepath.Join(dir, "x.db")); err != nil {
		t.Fatal(err)
	}
	stands(t, filepath.Join(dir, "x.db"), 1)
}

func TestBackupThatCannotBeWritten(t *testing.T) {
	s := openFile(t, filepath.Join(t.TempDir(), "x.db"))
	defer s.Close()
	err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "none", "copy.db"))
	if err == nil || !strings.Contains(err.Error(), "name a file in a folder") {
		t.Fatal(err)
	}
	oneLine(t, err)
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	dir := t.TempDir()
	path, good := filepath.Join(dir, "x.db"), filepath.Join(dir, "good.db")
	filled(t, path, 2)
	filled(t, good, 40)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		make func(path string) error
		want string
	}{
		"missing":   {func(string) error { return nil }, "is no file"},
		"folder":    {func(p string) error { return os.Mkdir(p, 0o700) }, "is no file"},
		"empty":     {func(p string) error { return os.WriteFile(p, nil, 0o600) }, "is not a database of nonmerci"},
		"text":      {func(p string) error { return os.WriteFile(p, []byte(strings.Repeat("texte ", 9999)), 0o600) }, "damaged or cut short"},
		"header":    {func(p string) error { return os.WriteFile(p, whole[:100], 0o600) }, "damaged or cut short"},
		"page":      {func(p string) error { return os.WriteFile(p, whole[:4096], 0o600) }, "damaged or cut short"},
		"half":      {func(p string) error { return os.WriteFile(p, whole[:len(whole)/2], 0o600) }, "damaged or cut short"},
		"last byte": {func(p string) error { return os.WriteFile(p, whole[:len(whole)-1], 0o600) }, "damaged or cut short"},
		"last page": {func(p string) error { return os.WriteFile(p, whole[:len(whole)-4096], 0o600) }, "damaged or cut short"},
		"zeros": {func(p string) error {
			return os.WriteFile(p, append(append([]byte(nil), whole[:8192]...), make([]byte, len(whole)-8192)...), 0o600)
		}, "damaged or cut short"},
		"foreign":  {func(p string) error { return run(p, "CREATE TABLE t (x)") }, "is not a database of nonmerci"},
		"disguise": {func(p string) error { return run(p, "PRAGMA application_id=1313694569; CREATE TABLE t (x)") }, "damaged or cut short"},
		"trigger": {func(p string) error {
			return errors.Join(os.WriteFile(p, whole, 0o600), run(p, "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END"))
		}, "is not a database of nonmerci"},
		"orphan": {func(p string) error {
			return errors.Join(os.WriteFile(p, whole, 0o600), run(p, "PRAGMA foreign_keys=0; DELETE FROM records"))
		}, "damaged or cut short"},
		"newer": {func(p string) error {
			return errors.Join(os.WriteFile(p, whole, 0o600), run(p, "INSERT INTO schema_version (version_id, is_applied) VALUES (99, 1)"))
		}, "install the newer version"},
		"in use": {func(p string) error {
			return errors.Join(os.WriteFile(p, whole, 0o600), os.WriteFile(p+"-wal", []byte("x"), 0o600))
		}, "in use"},
	} {
		t.Run(name, func(t *testing.T) {
			backup := filepath.Join(t.TempDir(), "backup.db")
			if err := c.make(backup); err != nil {
				t.Fatal(err)
			}
			before := listing(t, dir)
			_, err := Restore(t.Context(), backup, "sqlite:"+path)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), backup) {
				t.Fatal(err)
			}
			oneLine(t, err)
			if after := listing(t, dir); after != before {
				t.Errorf("changed:\n%s\n%s", before, after)
			}
		})
	}
	if _, err := Restore(t.Context(), path, "sqlite:"+path); err == nil || !strings.Contains(err.Error(), "is the database itself") {
		t.Error(err)
	}
	stands(t, path, 2)
}

// A damaged database, or one whose program was killed, can be replaced.
func TestRestoreOverWhatIsDamaged(t *testing.T) {
	dir := t.TempDir()
	path, good := filepath.Join(dir, "x.db"), filepath.Join(dir, "good.db")
	filled(t, good, 2)
	for _, beside := range []string{"", "-wal", "-shm"} {
		if err := os.WriteFile(path+beside, []byte(strings.Repeat("broken", 9999)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := Restore(t.Context(), good, "sqlite:"+path)
	if err != nil || kept == "" {
		t.Fatal(kept, err)
	}
	stands(t, path, 2)
	killed := filepath.Join(dir, "killed.db")
	killOnce(t, "sqlite:"+killed, 20*time.Millisecond)
	if info, err := os.Stat(killed + "-wal"); err != nil || info.Size() == 0 {
		t.Fatal("it left no log: ", err)
	}
	if kept, err = Restore(t.Context(), good, "sqlite:"+killed); err != nil {
		t.Fatal(err)
	}
	stands(t, killed, 2)
	verify(t, "sqlite:"+kept, nil)
}

func TestPostgresHasItsOwnTools(t *testing.T) {
	const url = "postgres://me:secret@host/x"
	a, err := parse(url)
	if err != nil {
		t.Fatal(err)
	}
	err = (&Store{d: onPostgres, address: a}).Backup(t.Context(), "x")
	if err == nil || !strings.Contains(err.Error(), "pg_dump") {
		t.Error(err)
	}
	_, err = Restore(t.Context(), "x", url)
	if err == nil || !strings.Contains(err.Error(), "pg_restore") {
		t.Error(err)
	}
}

func TestBackupOfAnOlderSchemaIsRestored(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "x.db"), filepath.Join(dir, "old.db")
	filled(t, backup, 2)
	if _, err := Restore(t.Context(), backup, "sqlite:"+path); err != nil {
		t.Fatal(err)
	}
	s, err := open(t.Context(), "sqlite:"+path, Options{}, later(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if r, err := s.Record(t.Context(), knowledge.SharedBase, "x/y"); err != nil || r.Latest != 2 {
		t.Error(r, err)
	}
}

func run(path, query string) error {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(context.Background(), query)
	return errors.Join(err, db.Close())
}

// listing is the files of a folder with their sizes and times.
func listing(t *testing.T, dir string) string {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range all {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(info.ModTime().String() + fs.FormatFileInfo(info) + "\n")
	}
	return b.String()
}
