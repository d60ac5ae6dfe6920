package sqlstore

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
)

func TestWrongAddress(t *testing.T) {
	dir := t.TempDir()
	for url, want := range map[string]string{
		"":                                 "write sqlite:nonmerci.db or postgres://",
		"nonmerci.db":                      "write sqlite:nonmerci.db or postgres://",
		"mysql://root:secret@localhost/x":  "write sqlite:nonmerci.db or postgres://",
		"sqlite:":                          "write sqlite:nonmerci.db",
		"sqlite://nonmerci.db":             "write sqlite:nonmerci.db",
		"sqlite:x.db?mode=ro":              "takes no options",
		"sqlite:" + dir:                    "is a folder",
		"sqlite:" + dir + "/none/x.db":     "is not a folder: create it",
		"postgres://me:secret@host:port/x": "write postgres://user:password@host:5432/database",
		"postgres://me:secret@/%zz":        "write postgres://user:password@host:5432/database",
		"postgres://me:secret@127.0.0.1:1/x?connect_timeout=1&sslmode=disable": "127.0.0.1:1 cannot be reached: start it",
	} {
		s, err := Open(t.Context(), url, Options{})
		if err == nil {
			s.Close()
			t.Errorf("%s was opened", url)
			continue
		}
		oneLine(t, err)
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", url, err)
		}
	}
}

// oneLine checks what holds of every error.
func oneLine(t *testing.T, err error) {
	t.Helper()
	if text := err.Error(); strings.Contains(text, "\n") || strings.Contains(text, "secret") || !strings.Contains(text, ":") {
		t.Errorf("not one line with a remedy: %q", text)
	}
}

func TestFileIsPrivateAndDurable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := openFile(t, path)
	defer s.Close()
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "secure_delete": "1"} {
		var got string
		if err := s.w.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %s, want %s %v", pragma, got, want, err)
		}
	}
	if _, err := s.r.ExecContext(t.Context(), "DELETE FROM events"); err == nil || sqliteCode(err) != 8 {
		t.Errorf("a reader writes: %v", err)
	}
}

func TestFileThatIsNotOurs(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "foreign.db")
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "CREATE TABLE passwords (x)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("not a database\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{foreign: "another program", text: "is damaged, or no database"} {
		before, _ := os.ReadFile(path)
		_, err := Open(t.Context(), "sqlite:"+path, Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		} else {
			oneLine(t, err)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s was changed", path)
		}
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "*")); len(found) != 2 {
		t.Errorf("files were left: %v", found)
	}
}

func TestDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := openFile(t, path)
	for i := range 50 {
		if _, err := s.Save(t.Context(), note("x/y", i)); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(data); i++ {
		data[i] = 0xa5
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), "sqlite:"+path, Options{})
	if err == nil || !strings.Contains(err.Error(), "nonmerci restore") {
		t.Fatal(err)
	}
	oneLine(t, err)
}

func TestLockedByAnotherProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s, err := Open(t.Context(), "sqlite:"+path, Options{Wait: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	other := openFile(t, path)
	defer other.Close()
	begun, err := other.w.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Save(t.Context(), note("x/y", 0))
	if err == nil || !strings.Contains(err.Error(), "another program: stop it") {
		t.Fatal(err)
	}
	oneLine(t, err)
	if _, err := s.Records(t.Context(), ""); err != nil {
		t.Errorf("a reader waits for a writer: %v", err)
	}
	_ = begun.Rollback()
	if _, err := s.Save(t.Context(), note("x/y", 0)); err != nil {
		t.Error(err)
	}
}

// The disk is full when the database may have no more pages.
func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := openFile(t, path)
	defer s.Close()
	if _, err := s.Save(t.Context(), note("x/y", 0)); err != nil {
		t.Fatal(err)
	}
	var pages int
	if err := s.w.QueryRowContext(t.Context(), "PRAGMA max_page_count=1").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	big := note("x/z", 0)
	big.Content.Note["fr"] = strings.Repeat("x", 100_000)
	_, err := s.Save(t.Context(), big)
	if err == nil || !strings.Contains(err.Error(), "no space is left") {
		t.Fatal(err)
	}
	oneLine(t, err)
	if _, err := s.Record(t.Context(), "", "x/z"); !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("half of it is there: %v", err)
	}
	if err := s.w.QueryRowContext(t.Context(), "PRAGMA max_page_count=1000000").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), big); err != nil {
		t.Errorf("with space again: %v", err)
	}
}

func TestFileThatCannotBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	openFile(t, path).Close()
	s := &Store{d: onSQLite, address: address{path: path}}
	var err error
	if s.w, err = sql.Open("sqlite", s.address.uri("mode=ro")); err != nil {
		t.Fatal(err)
	}
	defer s.w.Close()
	err = s.fail(t.Context(), s.writable(t.Context()))
	if err == nil || !strings.Contains(err.Error(), "give this user the right to write") {
		t.Fatal(err)
	}
	oneLine(t, err)
}
