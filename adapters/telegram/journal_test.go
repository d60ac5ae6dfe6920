package telegram

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	quiet := slog.New(slog.DiscardHandler)
	j := openJournal(path, quiet)
	for id := range int64(3000) {
		j.begin(id, number{-5, int(id) + 1})
		if id != 2500 {
			j.end(id, []number{{0, int(id) + 10_000}, {-5, 7}})
		}
		if id%100 == 0 {
			j.forget(id - 50)
		}
	}
	j.end(77_777, nil) // never begun: not kept
	j.close()
	if f, err := os.Stat(path); err != nil || f.Size() > 100_000 {
		t.Errorf("%v: the file is never made smaller", err)
	}
	half, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = half.WriteString("junk\nd\nd x\nb 29") // the end of a crash
	_ = half.Close()
	j = openJournal(path, quiet)
	defer j.close()
	for _, tc := range []struct {
		id          int64
		begun, done bool
	}{{2999, true, true}, {2500, false, false}, {77_777, false, false}, {10, false, false}} {
		if tc.id == 2500 {
			continue // confirmed away, like all that are old
		}
		if begun, done := j.known(tc.id); begun != tc.begun || done != tc.done {
			t.Errorf("%d: %v %v", tc.id, begun, done)
		}
	}
	if got := j.behind(2500); got != (number{-5, 2501}) {
		t.Errorf("the answer to 2500 comes after %v", got)
	}
	if sent, begun := j.sent(); begun != 2 /* 29, and 2500 that the file still has */ || !sent[number{0, 12_999}] || !sent[number{-5, 7}] || sent[number{0, 10_010}] {
		t.Errorf("%d messages are known, %d updates are begun", len(sent), begun)
	}
}

// TestJournalHasNumbersAlone: nobody can read from it who asked what.
func TestJournalHasNumbersAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	bubble(t, setting{opts: Options{Journal: path}}, func(r *rig) {
		p := r.started("Zoé")
		r.answer(p.Ask("mon secret"))
		data, err := os.ReadFile(path)
		if err != nil || len(data) == 0 || strings.Trim(string(data), "bd 0123456789-/\n") != "" {
			t.Errorf("%v %q", err, data)
		}
	})
}
