package sqlstore

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
)

// TestMain is, in a child, the writer that is going to be killed.
func TestMain(m *testing.M) {
	if url := os.Getenv("NONMERCI_TEST_WRITER"); url != "" {
		fmt.Fprintln(os.Stderr, writeForEver(url))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// What was acknowledged is there after a kill -9 at any moment, and nothing is half done. NONMERCI_TEST_KILLS says how often to kill.
func TestKilledWriterLosesNothing(t *testing.T) {
	t.Parallel()
	const perDatabase = 50 // so that looking through all of it stays quick
	killAgain(t, killsOr(25), perDatabase, func(t *testing.T) string { return "sqlite:" + filepath.Join(t.TempDir(), "kill.db") })
}

// killsOr is how often to kill: n, fewer in a short run, or what NONMERCI_TEST_KILLS says.
func killsOr(n int) int {
	if asked, err := strconv.Atoi(os.Getenv("NONMERCI_TEST_KILLS")); err == nil {
		return asked
	}
	if testing.Short() {
		return max(n/5, 1)
	}
	return n
}

func killAgain(t *testing.T, kills, perDatabase int, fresh func(*testing.T) string) {
	var url string
	acknowledged, total := map[string]bool{}, 0
	for n := range kills {
		if n%perDatabase == 0 {
			url, acknowledged = fresh(t), map[string]bool{}
		}
		lines := killOnce(t, url, rand.N(60*time.Millisecond))
		for _, line := range lines {
			acknowledged[line] = true
		}
		total += len(lines)
		verify(t, url, acknowledged)
		if t.Failed() {
			t.Fatalf("after %d kills, in %s", n+1, url)
		}
	}
	t.Logf("%d kills, %d acknowledged writes, none lost", kills, total)
	if total == 0 {
		t.Error("nothing was acknowledged: nothing was tested")
	}
}

// killOnce starts a writer, kills it some time after its first word, and returns the lines that it wrote whole.
func killOnce(t *testing.T, url string, after time.Duration) []string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "NONMERCI_TEST_WRITER="+url)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	in := bufio.NewReader(out)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			break // what has no end was not acknowledged
		}
		if len(lines) == 0 {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
		lines = append(lines, strings.TrimSuffix(line, "\n"))
	}
	_ = cmd.Wait()
	return lines
}

// verify looks through a whole database, which nobody else writes to.
func verify(t *testing.T, url string, acknowledged map[string]bool) {
	t.Helper()
	s := openURL(t, url)
	defer s.Close()
	// The server may still be busy with the last commit of a writer that is no more: take a turn after it.
	if err := s.change(t.Context(), func(*tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if s.address.path != "" {
		var found string
		if err := s.w.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&found); err != nil || found != "ok" {
			t.Fatalf("integrity_check: %s %v", found, err)
		}
	}
	events, err := s.EventsAfter(t.Context(), 0, 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	logged := map[string]int{}
	for _, e := range events {
		logged[fmt.Sprint(e.Action, " ", e.Entry, " ", e.Revision)]++
	}
	records, err := s.Records(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	latest, there := map[knowledge.ID]int{}, map[string]bool{}
	written := 0
	for _, rec := range records {
		latest[rec.Entry] = rec.Latest
		history, err := s.History(t.Context(), "", rec.Entry, 0, 1<<30)
		if err != nil {
			t.Fatal(err)
		}
		if len(history) != rec.Latest {
			t.Errorf("%s: %d revisions, and it stands at %d", rec.Entry, len(history), rec.Latest)
		}
		written += len(history)
		for i, r := range history {
			if r.Number != rec.Latest-i {
				t.Errorf("%s: place %d of its history is revision %d of %d", rec.Entry, i, r.Number, rec.Latest)
			}
			for _, action := range []string{"save", "draft", "publish"} {
				key := fmt.Sprint(action, " ", r.Entry, " ", r.Number)
				if logged[key] == 1 {
					there[key+" "+r.Content.Note["fr"]] = true
				} else if logged[key] > 1 {
					t.Errorf("%d events « %s »", logged[key], key)
				}
			}
		}
		if rec.Entry != drafted && (rec.Draft != nil || rec.Published.Number != rec.Latest) {
			t.Errorf("%s: revision %d is not what readers see", rec.Entry, rec.Latest)
		}
	}
	saves := 0
	for key, n := range logged {
		if !strings.HasPrefix(key, "publish") {
			saves += n
		}
	}
	if saves != written {
		t.Errorf("%d revisions, and %d events of one", written, saves)
	}
	if latest[together[0]] != latest[together[1]] || latest[together[0]] != latest[together[2]] {
		t.Errorf("saved together, and half done: %v", latest)
	}
	for line := range acknowledged {
		if !there[line] {
			t.Errorf("acknowledged and lost: %.60s", line)
		}
	}
}
