package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"kb.jsonl": `{"id":"a","title":"fiche de paie","phrasings":["bulletin"],"lang":"fr"}` + "\n" +
			`{"id":"b","title":"poser un congé","phrasings":["vacances"],"lang":"fr"}`,
		"queries.jsonl": `{"q":"ma fiche de paie","id":"a","split":"dev"}` + "\n" + `{"q":"la lune","id":null,"split":"dev"}` + "\n" +
			`{"q":"congés","id":"b","split":"test"}` + "\n" + `{"q":"bulletin","id":"b","split":"dev"}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	if err := run([]string{"-fit", dir}, &out, &errs); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"demo", "top-1", "inScope: [Signals]float64{"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	for _, args := range [][]string{{}, {"nowhere"}, {"-base", "k7", dir}, {"-bogus"}} {
		if err := run(args, &out, &errs); err == nil {
			t.Errorf("%q is accepted", args)
		}
	}
}
