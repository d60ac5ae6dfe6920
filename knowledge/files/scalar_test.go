package files_test

import (
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// What YAML would read as something else than words is written so that it comes back.
func TestWordsThatYAMLReadsOtherwiseSurvive(t *testing.T) {
	for _, nasty := range []string{
		"true", "No", "on", "y", "null", "~", "1", "-1", "1e3", "0x1f", "0o17", "1_000", "12:30", ".5", ".inf", ".NaN", "2026-11-22", "2026",
		"-", "- a", "?", "? a", ":", "a:", "a: b", ": a", "a #b", "#a", "a:#b", "&a", "*a", "!a", "!!str", "|", ">", "|-", "%a", "@a", "`a`", "<<", "=",
		"[a]", "{a: b}", "a, b", "[", "}", ",", "---", "...", "--- a", `"a"`, `'a'`, `a"b`, "it's", `C:\a`, `\n`, `\x41`, "a\u00a0b", "a\u202f!", "«\u00a0x\u00a0»",
		"é", "’", "…", "👩‍👩‍👧", "日本", "\U0001F1EB\U0001F1F7", "a\u0301", "x" + strings.Repeat(" y", 300),
	} {
		e := random{}.plainEntry()
		e.Author = nasty
		s := knowledge.Subject{Slug: "x", Name: map[string]string{"fr": "X"}, Sources: map[string][]knowledge.Source{
			"fr": {{ID: "S1", Publisher: nasty, Title: nasty, Basis: knowledge.Found}},
		}}
		if s.Validate() != nil {
			t.Errorf("%q is refused as a title: %v", nasty, s.Validate())
			continue
		}
		if e.Validate() != nil { // marks, which a name must not have
			e.Author = ""
		}
		data := files.Format(files.File{Lang: "fr", Subject: s, Entries: []knowledge.Entry{e}})
		got, problems := files.ParseFile("fr/x.md", data)
		if len(problems) > 0 {
			t.Errorf("%q: %v\n%s", nasty, problems, data)
			continue
		}
		if src := got.Subject.Sources["fr"][0]; src.Title != nasty || src.Publisher != nasty || got.Entries[0].Author != e.Author {
			t.Errorf("%q comes back as %q, %q, %q", nasty, src.Publisher, src.Title, got.Entries[0].Author)
		}
	}
}

func (random) plainEntry() knowledge.Entry {
	review, _ := knowledge.ParseDate("2027-05-22")
	return knowledge.Entry{
		ID: "x/status", Kind: knowledge.Info, Sources: []string{"S1"}, Review: review, Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{"fr": {Title: "Quoi ?", Short: "Oui."}},
	}
}
