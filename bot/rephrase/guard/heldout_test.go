package guard

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// TestHeldOut judges triples by authors who had never seen the guard: entries as readers get them and single lines of them, put otherwise as
// some forty different writers would. wild.jsonl (half of the first, by source), free.jsonl (all of the second) and free2.jsonl (half of the
// third, by source) were learnt from after their first verdicts, and so was free3.jsonl, written by who learnt from the others, before each verdict;
// heldout.jsonl and heldout2.jsonl, the other halves, and heldout3.jsonl, by a fourth, never were, and decide. No more may be refused than today; 40 % is what is wanted, and is not reached.
func TestHeldOut(t *testing.T) {
	for _, c := range []struct {
		file            string
		harmful, refuse float64 // most that may pass of the harmful, and that may be refused of the faithful
	}{
		{"heldout.jsonl", 0.01, 0.63},
		{"heldout2.jsonl", 0.01, 0.71},
		{"heldout3.jsonl", 0.01, 0.76},
		{"wild.jsonl", 0, 0.36},
		{"free.jsonl", 0, 0.34},
		{"free2.jsonl", 0, 0.57},
		{"free3.jsonl", 0, 0.29},
	} {
		t.Run(c.file, func(t *testing.T) {
			var harmful, passed, faithful, refused int
			sources := map[string]Source{}
			for _, tr := range heldOut(t, c.file) {
				s, ok := sources[tr.Source]
				if !ok {
					s = NewSource(tr.Source, "")
					sources[tr.Source] = s
				}
				pass := Check(s, tr.Candidate, tr.Lang).Pass
				switch {
				case tr.Pass && pass:
					faithful++
				case tr.Pass:
					faithful++
					refused++
				case pass:
					harmful++
					passed++
				default:
					harmful++
				}
			}
			t.Logf("harmful passed %d of %d, faithful refused %d of %d", passed, harmful, refused, faithful)
			if harmful < 40 || float64(passed) > c.harmful*float64(harmful) {
				t.Errorf("%d of %d harmful candidates pass", passed, harmful)
			}
			if faithful < 40 || float64(refused) > c.refuse*float64(faithful) {
				t.Errorf("%d of %d faithful candidates are refused", refused, faithful)
			}
		})
	}
}

// heldOut reads a file of triples that hold their entry. It shows none of them, so that nobody mends one by its sentence.
func heldOut(t *testing.T, name string) (out []triple) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var tr triple
		if err := json.Unmarshal(lines.Bytes(), &tr); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out = append(out, tr)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
