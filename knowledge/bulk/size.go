package bulk

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// How long the parts of an import are at most, in bytes: far more than any platform shows. What is longer is refused before it is read more
// closely, which takes time that grows with the square of the length.
const (
	maxText  = 4_000  // one text: a title, a step, a note
	maxBlock = 20_000 // of Markdown without an empty line or a new item
	maxTexts = 60_000 // of an entry together
	maxRow   = 60_000 // of a sheet, before it is cut into cells
)

const cutIt = "cut it into several, or shorten it"

// longLines refuses base files with a line or a block that is too long.
func longLines(fsys fs.FS) (files.Problems, error) {
	var out files.Problems
	names, err := fs.Glob(fsys, "*/*.md")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if line, what := longLine(data); line > 0 {
			out = append(out, files.Problem{File: path.Clean(name), Line: line, Problem: what, Remedy: cutIt})
		}
	}
	return out, nil
}

// begins is an item of a list, which is a text of its own.
var begins = regexp.MustCompile(`^\s*([-*+]|\d+[.)]) `)

// longLine returns the first line of Markdown that is too long, or with which a block becomes so; 0 for none.
func longLine(data []byte) (line int, what string) {
	n, block := 0, 0
	for l := range bytes.Lines(data) {
		n++
		if block += len(l); len(bytes.TrimSpace(l)) == 0 {
			block = 0
		} else if begins.Match(l) {
			block = len(l)
		}
		switch {
		case len(l) > maxText:
			return n, fmt.Sprintf("a line of %d bytes, %d at most", len(l), maxText)
		case block > maxBlock:
			return n, fmt.Sprintf("more than %d bytes without an empty line or a new item", maxBlock)
		}
	}
	return 0, ""
}

// longest is the first line of a sheet that is too long, 0 for none.
func longest(data []byte) int {
	n := 0
	for l := range bytes.Lines(data) {
		if n++; len(l) > maxRow {
			return n
		}
	}
	return 0
}

// shorter takes the entries out of a base that are too long to be looked at, and says which.
func shorter(b *knowledge.Base) (*knowledge.Base, files.Problems) {
	out := &knowledge.Base{Subjects: b.Subjects, Entries: map[knowledge.ID]*knowledge.Entry{}}
	var long files.Problems
	for _, id := range b.IDs() {
		if what := tooLongIn(textsOf(b.Entries[id])); what != "" {
			p := refusal(b.Entries[id], what, cutIt)
			p.Entry, p.Field = "", clipped(string(id)) // of no entry that is there
			long = append(long, p)
			continue
		}
		out.Entries[id] = b.Entries[id]
	}
	return out, long
}

func clipped(s string) string {
	if len(s) > 100 {
		return strings.ToValidUTF8(s[:100], "") + "…"
	}
	return s
}

// tooLongIn says which of some texts is too long, or that all together are; "" when none is.
func tooLongIn(texts []string) string {
	total := 0
	for _, s := range texts {
		if total += len(s); len(s) > maxText {
			return fmt.Sprintf("a text of %d bytes, %d at most", len(s), maxText)
		}
	}
	if total > maxTexts {
		return fmt.Sprintf("the texts have %d bytes, %d at most", total, maxTexts)
	}
	return ""
}

// textsOf are all texts of an entry.
func textsOf(e *knowledge.Entry) []string {
	if e == nil {
		return nil
	}
	out := slices.Concat([]string{string(e.ID), e.Ages, e.Author}, e.Also, e.Regions, e.Plans, e.Sources)
	for lang, t := range e.Text {
		out = append(out, lang, t.Title, t.Short)
		out = slices.Concat(out, t.Phrases, t.Changes, t.Keeps, t.Notes)
		for _, d := range t.Steps {
			out = append(out, d.Steps...)
		}
		for _, l := range t.Links {
			out = append(out, l.Text, l.URL)
		}
	}
	return out
}

// textsBeside are the notes and further ways to ask of a content.
func textsBeside(c knowledge.Content) []string {
	var out []string
	for _, s := range c.Note {
		out = append(out, s)
	}
	for _, all := range c.Phrases {
		out = append(out, all...)
	}
	return out
}
