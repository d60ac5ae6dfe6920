package base_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nonmerci/knowledge/files"
	"nonmerci/knowledge/typography"
)

var format = flag.Bool("format", false, "rewrite the files of the base in their canonical form, with the spaces and apostrophes of French")

// Every file stands as the program would write it, so that an export gives the same bytes and a change shows only what it changes.
func TestFilesAreCanonical(t *testing.T) {
	names, err := filepath.Glob("*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var other []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, problems := files.ParseFile(name, data)
		if len(problems) > 0 {
			continue // TestBaseHasNoProblem says which
		}
		if f.Lang == "fr" {
			for i := range f.Entries {
				f.Entries[i].Text["fr"] = typography.FrenchText(f.Entries[i].Text["fr"])
			}
		}
		want := files.Format(f)
		if bytes.Equal(data, want) {
			continue
		}
		other = append(other, name)
		if *format {
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(other) > 0 && !*format {
		t.Errorf("%d files are not in their canonical form (%s): run go test ./knowledge/base -run Canonical -format, then go generate ./knowledge/base", len(other), strings.Join(other[:min(5, len(other))], ", "))
	}
}
