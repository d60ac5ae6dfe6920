package sqlstore

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
)

func inspect(t *testing.T, url string) State {
	t.Helper()
	st, err := Inspect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// TestInspectTellsWhatIsThere, whether a program uses it or not, and leaves it as it is.
func TestInspectTellsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.db")
	url := "sqlite:" + path
	if st := inspect(t, url); !st.Absent || st.Unwritable != nil || st.Newest < 2 || st.Schema != 0 {
		t.Errorf("nothing there: %+v", st)
	}
	if found := listing(t, dir); found != "" {
		t.Errorf("it made %s", found)
	}
	s := openFile(t, path)
	for n := range 3 {
		if _, err := s.Save(t.Context(), note("x/y", n)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Join(t.Context(), knowledge.Place{Platform: "discord", Chat: "1"}, time.Now()); err != nil {
		t.Fatal(err)
	}
	st := inspect(t, url)
	if st.Kind != "SQLite" || st.Where != path || st.Absent || st.Schema != st.Newest || st.Unwritable != nil || st.Size == 0 ||
		st.Entries != 1 || st.Revisions != 3 || st.Communities != 1 || !st.LastBackup.IsZero() {
		t.Errorf("in use: %+v", st)
	}
	began := time.Now().Truncate(time.Millisecond)
	if err := s.Backup(t.Context(), filepath.Join(dir, "copy.db")); err != nil {
		t.Fatal(err)
	}
	if st := inspect(t, url); st.LastBackup.Before(began) || st.LastBackup.After(time.Now()) {
		t.Errorf("the copy was made %v", st.LastBackup)
	}
	begun, err := s.w.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if st := inspect(t, url); st.Revisions != 3 || st.Unwritable != nil {
		t.Errorf("while somebody writes: %+v", st)
	}
	if err := begun.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before := listing(t, dir)
	if st := inspect(t, url); st.Revisions != 3 || listing(t, dir) != before {
		t.Errorf("at rest: %+v, %s", st, listing(t, dir))
	}
}

func TestInspectOfOtherSchemas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	url := "sqlite:" + path
	old, err := open(t.Context(), url, Options{}, upTo(t, "00002"))
	if err != nil {
		t.Fatal(err)
	}
	old.Close()
	if st := inspect(t, url); st.Schema != 1 || st.Newest < 2 || st.Entries != 0 {
		t.Errorf("%+v", st)
	}
	if st := inspect(t, url); st.Schema != 1 {
		t.Error("it was migrated")
	}
	next, err := open(t.Context(), url, Options{}, later(t))
	if err != nil {
		t.Fatal(err)
	}
	next.Close()
	if st := inspect(t, url); st.Schema <= st.Newest {
		t.Errorf("%+v", st)
	}
}

func TestInspectSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		make func(path string) error
		want string
	}{
		"text":    {func(p string) error { return os.WriteFile(p, []byte(strings.Repeat("texte ", 9999)), 0o600) }, "is damaged, or no database"},
		"foreign": {func(p string) error { return run(p, "CREATE TABLE t (x)") }, "of another program"},
	} {
		path := filepath.Join(dir, name)
		if err := c.make(path); err != nil {
			t.Fatal(err)
		}
		_, err := Inspect(t.Context(), "sqlite:"+path)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		oneLine(t, err)
	}
	_, err := Inspect(t.Context(), "postgres://me:secret@127.0.0.1:1/x?connect_timeout=1&sslmode=disable")
	if err == nil || !strings.Contains(err.Error(), "cannot be reached: start it") {
		t.Error(err)
	} else {
		oneLine(t, err)
	}
}

func TestInspectSaysThatNothingCanBeSaved(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("this user may write everywhere: run as another user to see a file that cannot be written")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "x.db")
	openFile(t, path).Close()
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if st := inspect(t, "sqlite:"+path); st.Unwritable == nil || !strings.Contains(st.Unwritable.Error(), "give this user the right") {
		t.Errorf("%+v", st)
	}
}

func TestInspectPostgres(t *testing.T) {
	address := schema(t, postgres(t))
	if st := inspect(t, address); !st.Absent || st.Unwritable != nil || !strings.HasPrefix(st.Kind, "PostgreSQL ") || st.Size == 0 {
		t.Errorf("nothing there: %+v", st)
	}
	s := openURL(t, address)
	defer s.Close()
	if _, err := s.Save(t.Context(), note("x/y", 0)); err != nil {
		t.Fatal(err)
	}
	if st := inspect(t, address); st.Absent || st.Schema != st.Newest || st.Revisions != 1 || st.Unwritable != nil || strings.Contains(st.Where, "nonmerci:") {
		t.Errorf("%+v", st)
	}
	if st := inspect(t, address+"&default_transaction_read_only=on"); st.Unwritable == nil || !strings.Contains(st.Unwritable.Error(), "read-only") {
		t.Errorf("read-only: %+v", st)
	}
}
