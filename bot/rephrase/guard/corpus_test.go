package guard

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// A triple is an entry, a candidate and what must be said of it, written by hand.
type triple struct {
	ID        string `json:"id"`
	Source    string `json:"source"` // name of a file under testdata/sources
	Line      string `json:"line"`   // instead: one line of an entry, in French or English
	Lang      string `json:"lang"`
	Pass      bool   `json:"pass"`
	Tag       string `json:"tag"` // the style of a faithful candidate, the kind of harm of another
	Candidate string `json:"candidate"`
}

// triples reads a file of the corpus.
func triples(tb testing.TB, name string) []triple {
	tb.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []triple
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var t triple
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		out = append(out, t)
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}

// sources keeps the entries that tests read, and singles those of one line. The tests run one after the other.
var sources, singles = map[string]Source{}, map[string]Source{}

// entry is what a triple is compared with.
func (t *triple) entry(tb testing.TB) Source {
	tb.Helper()
	if t.Line != "" {
		s, ok := singles[t.Line]
		if !ok {
			s = NewSource(t.Line, "")
			singles[t.Line] = s
		}
		return s
	}
	return source(tb, t.Source)
}

func source(tb testing.TB, name string) Source {
	tb.Helper()
	if s, ok := sources[name]; ok {
		return s
	}
	data, err := os.ReadFile(filepath.Join("testdata", "sources", name+".md"))
	if err != nil {
		tb.Fatal(err)
	}
	s := NewSource(string(data), "")
	sources[name] = s
	return s
}

// TestCorpus holds the guard to its bounds on the triples it was made with.
func TestCorpus(t *testing.T) {
	var harmful, passed, faithful, refused int
	for _, tr := range triples(t, "corpus.jsonl") {
		v := Check(tr.entry(t), tr.Candidate, tr.Lang)
		if v.Pass != (len(v.Reasons) == 0) {
			t.Errorf("%s: pass %v with reasons %v", tr.ID, v.Pass, v.Reasons)
		}
		switch {
		case tr.Pass:
			faithful++
			if !v.Pass {
				refused++
				t.Logf("refused: %s (%s, %s): %v", tr.ID, tr.Tag, tr.Lang, v.Reasons)
			}
		default:
			harmful++
			if v.Pass {
				passed++
				t.Errorf("passed: %s (%s, %s): %s", tr.ID, tr.Tag, tr.Lang, tr.Candidate)
			}
		}
	}
	t.Logf("harmful passed %d of %d, faithful refused %d of %d", passed, harmful, refused, faithful)
	if harmful < 700 || faithful < 330 {
		t.Errorf("%d harmful and %d faithful triples: the corpus is not all there", harmful, faithful)
	}
	if refused*100 > faithful*15 {
		t.Errorf("%d of %d faithful candidates are refused", refused, faithful)
	}
}

// TestEveryEntryPassesForItself: an entry says what it says.
func TestEveryEntryPassesForItself(t *testing.T) {
	files, err := filepath.Glob("testdata/sources/*.md")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d sources: %v", len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if v := Check(NewSource(string(data), ""), string(data), ""); !v.Pass {
			t.Errorf("%s: %v", f, v.Reasons)
		}
	}
}
