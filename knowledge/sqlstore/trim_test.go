package sqlstore

import (
	"path/filepath"
	"testing"
	"time"

	"nonmerci/knowledge"
)

// TestTrim: a store that has given back its memory works on, whatever it is; and closes connections that rest.
func TestTrim(t *testing.T) {
	for _, url := range []string{"sqlite:" + filepath.Join(t.TempDir(), "kb.db"), "sqlite::memory:"} {
		s, err := Open(t.Context(), url, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := s.Ping(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := s.Trim(t.Context()); err != nil {
			t.Errorf("%s: %v", url, err)
		}
		if n := s.r.Stats().OpenConnections; s.r != s.w && n != 0 {
			t.Errorf("%s: %d connections read", url, n)
		}
		if _, err := s.Join(t.Context(), knowledge.Place{Platform: "discord", Chat: "1"}, time.Now()); err != nil {
			t.Error(err)
		}
		if last, err := s.LastEvent(t.Context()); err != nil || last == 0 {
			t.Errorf("%s: event %d: %v", url, last, err)
		}
	}
}
