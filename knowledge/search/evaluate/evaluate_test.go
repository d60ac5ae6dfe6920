package evaluate

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nonmerci/knowledge/search"
)

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestLoad(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(dir, "", ""); !os.IsNotExist(err) {
		t.Errorf("without a base: %v", err)
	}
	write(t, dir, "kb_k1.jsonl", `{"id":"a","title":"Un"}`)
	if _, err := Load(dir, "_k1", "_typo"); !os.IsNotExist(err) {
		t.Errorf("without questions: %v", err)
	}
	write(t, dir, "queries_typo.jsonl", `{"q":"un","id":"a","split":"dev"}`+"\n"+`{"q":"zut","id":null,"split":"test"}`+"\n")
	s, err := Load(dir, "_k1", "_typo")
	if err != nil || s.Name != "demo k1_typo" || len(s.Docs) != 1 || len(s.Questions) != 2 {
		t.Fatalf("Load = %+v, %v", s, err)
	}
	if q := s.Questions; *q[0].ID != "a" || !q[0].Dev || q[1].ID != nil || q[1].Dev {
		t.Errorf("questions %+v", q)
	}
	write(t, dir, "queries_typo.jsonl", "oops\n")
	if _, err := Load(dir, "_k1", "_typo"); err == nil || !strings.Contains(err.Error(), "queries_typo.jsonl:1") {
		t.Errorf("broken question: %v", err)
	}
	write(t, dir, "kb_k1.jsonl", "oops\n")
	if _, err := Load(dir, "_k1", "_typo"); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("broken base: %v", err)
	}
}

func TestRunAndSummarize(t *testing.T) {
	id := func(s string) *string { return &s }
	s := &Set{Questions: []Question{
		{Text: "1 a", ID: id("a"), Dev: true},
		{Text: "3 a b", ID: id("b"), Dev: true},
		{Text: "2 a", Dev: true},
		{Text: "5 a", ID: id("a")},
		{Text: "1 a"},
		{Text: "", ID: id("a")},
	}}
	all := Run(s, func(q string, _ int) (out []Result) {
		for _, f := range strings.Fields(q) {
			if len(out) == 0 && f[0] < 'a' {
				out = append(out, Result{Score: float64(f[0] - '0')})
				continue
			}
			out = append(out, Result{ID: f})
		}
		if len(out) > 0 {
			out[1].Score = out[0].Score
			out = out[1:]
		}
		return out
	})
	want := []Outcome{
		{true, true, 1, 1}, {true, true, 2, 3}, {true, false, 0, 2}, {false, true, 1, 5}, {false, false, 0, 1}, {false, true, 0, -1e9},
	}
	if !reflect.DeepEqual(all, want) {
		t.Fatalf("Run = %+v", all)
	}
	r := Summarize(all)
	if r.Top1 != 50 || r.Top3 != 75 || r.Dev1 != 50 || r.Test1 != 50 {
		t.Errorf("accuracy %+v", r)
	}
	// In scope 1, 3, 5 and nothing against 2 and 1: won 0.5 + 0 + 2 + 2 of 8.
	if r.AUROC != (0.5+0+2+2+0)/8 {
		t.Errorf("AUROC %v", r.AUROC)
	}
	if got := AnswerOrAbstain(all[3:], 2); math.Abs(got-100*2.0/3) > 1e-9 {
		t.Errorf("answer-or-abstain %v", got)
	}
	if got := f1(all[:3], 3); got != 100*2*1.0/3 {
		t.Errorf("F1 %v", got)
	}
	if !math.IsNaN(Summarize(all[3:4]).F1) {
		t.Error("F1 without questions out of scope")
	}
}

func TestGrow(t *testing.T) {
	dictionary := strings.Fields(strings.Repeat("le ", functionWords) + "zebre girafe")
	docs := []search.Doc{{ID: "a", Title: "Le Congé, quel congé le matin ?", Phrasings: []string{"conge le matin"}, Answer: "Un congé."}}
	a, b := Grow(docs, 4, dictionary), Grow(docs, 4, dictionary)
	if !reflect.DeepEqual(a, b) || len(a) != 4 || !reflect.DeepEqual(a[0], docs[0]) {
		t.Fatalf("Grow = %+v, then %+v", a, b)
	}
	for _, d := range a[1:] {
		all := d.Title + d.Answer + strings.Join(d.Phrasings, " ")
		if strings.Contains(all, "conge") || strings.Contains(all, "matin") || !strings.HasPrefix(d.Title, "le ") || len(d.Phrasings) != 4 {
			t.Errorf("grown entry %+v", d)
		}
	}
}
