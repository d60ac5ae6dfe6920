package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/transfer"
)

// exportMade writes what a community writes and changes.
func (a app) exportMade(l *look, format, path string) error {
	switch format {
	case "json":
		var buf bytes.Buffer
		if err := transfer.WriteCommunity(&buf, l.exported(true)); err != nil {
			return err
		}
		if err := replaceFile(path, buf.Bytes()); err != nil {
			return err
		}
		return a.exported(len(l.records), path, 1)
	case "csv":
		if _, err := exportBase(l.base, format, path); err != nil {
			return err
		}
		if err := a.exported(len(l.base.Entries), path, 1); err != nil {
			return err
		}
	default:
		n, err := saveMade(l.base, path)
		if err == nil {
			err = a.exported(len(l.base.Entries), path, n)
		}
		if err != nil {
			return err
		}
	}
	if left := l.leftOut(); left > 0 {
		_, err := fmt.Fprintf(a.errs, "left out: notes, hidden entries, further ways to ask and drafts of %s; --format json holds them too\n", count(left, "entry"))
		return err
	}
	return nil
}

// exported is the community of a look as it is exported. Without numbers it is the same from every store that has the same.
func (l *look) exported(numbered bool) *transfer.Community {
	out := &transfer.Community{Places: l.community.Places, Joined: l.community.Joined, Left: l.community.Left, Settings: &l.community.Settings}
	for _, id := range slices.Sorted(maps.Keys(l.records)) {
		out.Entries = append(out.Entries, l.written(l.records[id], numbered))
	}
	return out
}

// leftOut is how many entries have what only JSON holds.
func (l *look) leftOut() int {
	n := 0
	for _, r := range l.records {
		c := bulk.Standing(r).Content
		if c.Hidden || len(c.Note)+len(c.Phrases) > 0 || r.Draft != nil && r.Published != nil {
			n++
		}
	}
	return n
}

// saveMade writes the texts of a community to be read, one file an entry and language: PATH/<lang>/<id>.md. It returns how many.
func saveMade(b *knowledge.Base, path string) (n int, err error) {
	if len(b.Entries) == 0 {
		return 0, errors.New("the community has no text of its own to write as Markdown; take --format json for what it has")
	}
	for _, id := range b.IDs() {
		for lang := range b.Entries[id].Text {
			file := filepath.Join(path, lang, strings.ReplaceAll(string(id), "/", "--")+".md") // no id has two dashes
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return n, fmt.Errorf("cannot write in %s: %w; choose a folder that can be written", path, cause(err))
			}
			if err := replaceFile(file, []byte(formatEntry(b.Entries[id], lang))); err != nil {
				return n, err
			}
			n++
		}
	}
	return n, nil
}
