package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

func newKBList(a app) *cobra.Command {
	var lang string
	var f baseFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the entries with their titles",
		Args: func(cmd *cobra.Command, args []string) error {
			return cmp.Or(noArgs(cmd, args), f.check(), checkBaseLang(lang))
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := a.look(cmd.Context(), f)
			if err != nil {
				return err
			}
			if asJSON {
				return listJSON(a.out, listed(l, lang))
			}
			return listText(a.out, listed(l, lang))
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "only entries in this language, with its titles: fr or en")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array, one entry a line")
	f.add(cmd)
	return cmd
}

// listedEntry is an entry in a list.
type listedEntry struct {
	ID         knowledge.ID         `json:"entry"`
	Lang       string               `json:"lang,omitempty"` // of the title
	Title      string               `json:"title,omitempty"`
	Kind       knowledge.Kind       `json:"kind,omitempty"`
	Difficulty knowledge.Difficulty `json:"difficulty,omitempty"`
	Also       []string             `json:"also,omitempty"`
	Verified   knowledge.Date       `json:"verified,omitzero"`
	Review     knowledge.Date       `json:"review,omitzero"`
	Status     knowledge.Status     `json:"status,omitempty"`
	Makes      []string             `json:"makes,omitempty"` // what a community makes of it
	Draft      int                  `json:"draft,omitempty"` // the revision that waits
}

// listed are the entries in the order of the files; lang "" takes every entry, in the first language it has. Of what a community makes of a
// shared entry without a text of its own, the title is the shared one.
func listed(l *look, lang string) []listedEntry {
	ids := l.base.IDs()
	if l.community != nil {
		ids = slices.Collect(maps.Keys(l.records))
	}
	var out []listedEntry
	for _, id := range slices.SortedFunc(slices.Values(ids), knowledge.CompareIDs) {
		one := listedEntry{ID: id}
		if e := cmp.Or(l.base.Entries[id], l.beneath(id)); e != nil {
			in := firstLang(e, lang)
			if in == "" {
				continue
			}
			one = listedEntry{
				ID: id, Lang: in, Title: e.Text[in].Title, Kind: e.Kind, Difficulty: e.Difficulty, Also: e.Also,
				Verified: e.Verified, Review: e.Review, Status: e.Status,
			}
		}
		if r, ok := l.records[id]; ok {
			if l.community != nil {
				one.Makes = l.makes(r)
			}
			if r.Draft != nil {
				one.Draft = r.Draft.Number
			} else if slices.Contains(one.Makes, takenBack) {
				continue
			}
		}
		out = append(out, one)
	}
	return out
}

// beneath is the shared entry of an id, nil when there is none or the look is at a whole base.
func (l *look) beneath(id knowledge.ID) *knowledge.Entry {
	if l.shared == nil {
		return nil
	}
	return l.shared.Entries[id]
}

// firstLang is lang when the entry has it, the first language it has when lang is "", and "" otherwise.
func firstLang(e *knowledge.Entry, lang string) string {
	for _, l := range append(slices.Clone(files.Languages), slices.Sorted(maps.Keys(e.Text))...) {
		if _, ok := e.Text[l]; ok && (lang == "" || lang == l) {
			return l
		}
	}
	return ""
}

func listText(w io.Writer, all []listedEntry) error {
	width := 0
	for _, e := range all {
		width = max(width, len(e.ID))
	}
	out := bufio.NewWriter(w)
	for _, e := range all {
		marks := slices.Clone(e.Makes)
		if e.Status != knowledge.Published && e.Status != "" {
			marks = append(marks, string(e.Status))
		}
		if e.Draft > 0 && e.Status != knowledge.Draft {
			marks = append(marks, "a draft waits")
		}
		line := fmt.Sprintf("%-*s  %s", width, e.ID, e.Title)
		if len(marks) > 0 {
			line += " (" + strings.Join(marks, ", ") + ")"
		}
		fmt.Fprintln(out, strings.TrimSpace(line))
	}
	return out.Flush()
}

func listJSON(w io.Writer, all []listedEntry) error {
	out := bufio.NewWriter(w)
	_, _ = out.WriteString("[")
	for i, e := range all {
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return err
		}
		if i > 0 {
			_, _ = out.WriteString(",")
		}
		_, _ = out.WriteString("\n" + strings.TrimSuffix(line.String(), "\n"))
	}
	_, _ = out.WriteString("\n]\n")
	return out.Flush()
}
