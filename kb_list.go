package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

func newKBList(a app) *cobra.Command {
	var lang, kb string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the entries with their titles",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := noArgs(cmd, args); err != nil {
				return err
			}
			return checkBaseLang(lang)
		},
		RunE: func(*cobra.Command, []string) error {
			b, err := readBase(kb)
			if err != nil {
				return err
			}
			if asJSON {
				return listJSON(a.out, listed(b, lang))
			}
			return listText(a.out, listed(b, lang))
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "only entries in this language, with its titles: fr or en")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array, one entry a line")
	kbFlag(cmd, &kb)
	return cmd
}

// listedEntry is an entry in a list.
type listedEntry struct {
	ID         knowledge.ID         `json:"entry"`
	Lang       string               `json:"lang"` // of the title
	Title      string               `json:"title"`
	Kind       knowledge.Kind       `json:"kind"`
	Difficulty knowledge.Difficulty `json:"difficulty,omitempty"`
	Also       []string             `json:"also,omitempty"`
	Verified   knowledge.Date       `json:"verified,omitzero"`
	Review     knowledge.Date       `json:"review,omitzero"`
	Status     knowledge.Status     `json:"status"`
}

// listed are the entries in the order of the files; lang "" takes every entry, in the first language it has.
func listed(b *knowledge.Base, lang string) []listedEntry {
	var out []listedEntry
	for _, id := range slices.SortedFunc(slices.Values(b.IDs()), knowledge.CompareIDs) {
		e := b.Entries[id]
		l := firstLang(e, lang)
		if l == "" {
			continue
		}
		out = append(out, listedEntry{id, l, e.Text[l].Title, e.Kind, e.Difficulty, e.Also, e.Verified, e.Review, e.Status})
	}
	return out
}

// firstLang is lang when the entry has it, the first language it has when lang is "", and "" otherwise.
func firstLang(e *knowledge.Entry, lang string) string {
	for _, l := range files.Languages {
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
		title := e.Title
		if e.Status != knowledge.Published {
			title += " (" + string(e.Status) + ")"
		}
		fmt.Fprintf(out, "%-*s  %s\n", width, e.ID, title)
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
