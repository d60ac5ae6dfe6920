package sqlstore

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/storetest"
)

// TestSQLite opens for each demand a copy of one database that Open has made, which takes half as long as making one.
func TestSQLite(t *testing.T) {
	t.Parallel()
	made := filepath.Join(t.TempDir(), "made.db")
	if err := openFile(t, made).Close(); err != nil {
		t.Fatal(err)
	}
	empty, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Run(t, func(t *testing.T) knowledge.Store {
		onlyRaces(t)
		path := filepath.Join(t.TempDir(), "é #% +&.db")
		if err := os.WriteFile(path, empty, 0o600); err != nil {
			t.Fatal(err)
		}
		return openFile(t, path)
	})
}

func TestSQLiteInMemory(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("what differs from a file is that there is one connection")
	}
	storetest.Run(t, func(t *testing.T) knowledge.Store {
		onlyRaces(t)
		return openURL(t, "sqlite::memory:")
	})
}

// onlyRaces leaves out, when the race detector runs, what has no two goroutines.
func onlyRaces(t *testing.T) {
	t.Helper()
	for _, group := range []string{"/Races/", "/Readers/", "/Crossings/"} {
		if strings.Contains(t.Name(), group) {
			return
		}
	}
	if raced {
		t.Skip("one goroutine at a time: it runs without the race detector")
	}
}

// openFile opens a SQLite file, for a test that closes it.
func openFile(t *testing.T, path string) *Store {
	t.Helper()
	return openURL(t, "sqlite:"+path)
}

func openURL(t *testing.T, url string) *Store {
	t.Helper()
	s, err := Open(t.Context(), url, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
