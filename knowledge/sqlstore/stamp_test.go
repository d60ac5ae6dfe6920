package sqlstore

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"nonmerci/knowledge"
)

// TestStamp: what another program writes changes the stamp, and a fresh write says nothing for sure; memory never does.
func TestStamp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kb.db")
	open := func(url string) *Store {
		s, err := Open(t.Context(), url, Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	here, other := open("sqlite:"+path), open("sqlite:"+path)
	rest := func() { // as if an hour had passed
		for _, p := range []string{path, path + "-wal"} {
			info, err := os.Stat(p)
			if err == nil {
				err = os.Chtimes(p, time.Time{}, info.ModTime().Add(-time.Hour))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	join := func(chat string) {
		if _, err := other.Join(t.Context(), knowledge.Place{Platform: "discord", Chat: chat}, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	join("1")
	if got := here.Stamp(); got != "" {
		t.Errorf("%q just after a write", got)
	}
	rest()
	before := here.Stamp()
	if before == "" || before != here.Stamp() {
		t.Errorf("%q, then %q at rest", before, here.Stamp())
	}
	join("2")
	if got := here.Stamp(); got == before {
		t.Error("a write of another program is not seen")
	}
	rest()
	if got := here.Stamp(); got == "" || got == before {
		t.Errorf("%q after a write and a rest, %q before", got, before)
	}
	if got := open("sqlite::memory:").Stamp(); got != "" {
		t.Errorf("memory: %q", got)
	}
}
