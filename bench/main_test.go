package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes tiny labelled sets.
func folder(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, set := range []string{"cdtn", "clinc150", "banking77"} {
		dir := filepath.Join(root, set)
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		queries := `{"q":"ma fiche de paie","id":"a","split":"dev"}` + "\n" + `{"q":"la lune","id":null,"split":"test"}` + "\n"
		for name, content := range map[string]string{
			"kb.jsonl": `{"id":"a","title":"fiche de paie","phrasings":["bulletin"],"lang":"fr"}` + "\n" +
				`{"id":"b","title":"poser un congé","phrasings":["vacances"],"lang":"fr"}`,
			"queries.jsonl": queries, "queries_typo.jsonl": strings.Replace(queries, "paie", "piae", 1),
		} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return root
}

func TestRun(t *testing.T) {
	for _, name := range []string{"plot.svg", "plot.png"} {
		plot := filepath.Join(t.TempDir(), name)
		var out, errs bytes.Buffer
		err := run([]string{"-sets", folder(t), "-sizes", "1,20", "-plot", plot, "-repeat", "1"}, &out, &errs)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"cdtn", "bleve fuzzy", "fts5", "nonmerci", "p99 µs", "100.0"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("no %q in\n%s", want, out.String())
			}
		}
		if info, err := os.Stat(plot); err != nil || info.Size() < 1000 {
			t.Errorf("plot: %v", err)
		}
		if !strings.Contains(errs.String(), "20 entries: bleve") {
			t.Errorf("progress is %q", errs.String())
		}
	}
}

func TestRunRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"name their folder with -sets": {"-sets", t.TempDir()},
		"not a number of entries":      {"-sizes", "many"},
		"no engine":                    {"-engines", "sphinx"},
		"1 is the least":               {"-repeat", "0"},
		"give -words":                  {"-sets", folder(t), "-words", "nowhere"},
	} {
		err := run(args, &bytes.Buffer{}, &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", args, err, want)
		}
	}
}
