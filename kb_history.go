package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

func newKBHistory(a app) *cobra.Command {
	var f storeFlags
	var asJSON bool
	needOne := oneArg("entry", "nonmerci kb history linkedin/opt-out")
	cmd := &cobra.Command{
		Use:   "history ENTRY",
		Short: "List what was saved of an entry, the latest first",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := needOne(cmd, args); err != nil {
				return err
			}
			return f.check()
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.mustStored(cmd, f)
			if err != nil {
				return err
			}
			defer s.Close()
			r, err := s.record(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			all, err := s.history(cmd.Context(), r)
			if err != nil {
				return err
			}
			if asJSON {
				return historyJSON(a.out, all)
			}
			return historyText(a.out, r, all)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array, one revision a line")
	f.add(cmd)
	return cmd
}

// record returns the record of an entry, of a subject, or of the entry that answers an intent too; the error names what there is instead.
func (s *stored) record(ctx context.Context, name string) (knowledge.Record, error) {
	r, err := s.Record(ctx, s.home, knowledge.ID(name))
	if err == nil || !errors.Is(err, knowledge.ErrNotFound) {
		return r, err
	}
	l, err := s.look(ctx)
	if err != nil {
		return r, err
	}
	if l.community != nil {
		return r, fmt.Errorf("the community has nothing called %q; run « nonmerci kb list --community %s » to see what it has", name, s.home)
	}
	e, err := findEntry(l.base, name)
	if err != nil {
		return r, err
	}
	return s.Record(ctx, s.home, e.ID)
}

// history returns every revision of an entry, the latest first.
func (s *stored) history(ctx context.Context, r knowledge.Record) ([]knowledge.Revision, error) {
	return bulk.History(ctx, s.Store, s.home, r.Entry)
}

func historyText(w io.Writer, r knowledge.Record, all []knowledge.Revision) error {
	out := bufio.NewWriter(w)
	wide := 0
	for _, rev := range all {
		wide = max(wide, len(rev.By))
	}
	for _, rev := range all {
		line := fmt.Sprintf("%4d  %s  %-*s  %s", rev.Number, rev.At.UTC().Format(moment), wide, rev.By, rev.Summary)
		switch {
		case r.Published != nil && r.Published.Number == rev.Number:
			line += " (published)"
		case r.Draft != nil && r.Draft.Number == rev.Number:
			line += " (draft)"
		}
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
	return out.Flush()
}

func historyJSON(w io.Writer, all []knowledge.Revision) error {
	var lines []string
	for _, rev := range all {
		var line strings.Builder
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(struct {
			Revision int             `json:"revision"`
			At       time.Time       `json:"at"`
			By       knowledge.Actor `json:"by"`
			Summary  string          `json:"summary"`
		}{rev.Number, rev.At.UTC(), rev.By, rev.Summary}); err != nil {
			return err
		}
		lines = append(lines, "\n"+strings.TrimSpace(line.String()))
	}
	_, err := io.WriteString(w, "["+strings.Join(lines, ",")+"\n]\n")
	return err
}
