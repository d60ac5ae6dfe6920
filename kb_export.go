package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

var exportFormats = []string{"markdown", "json", "csv"}

func newKBExport(a app) *cobra.Command {
	var format string
	var f baseFlags
	var all bool
	needOne := oneArg("path", "nonmerci kb export --format json base.json")
	cmd := &cobra.Command{
		Use:   "export PATH",
		Short: "Write the base to a folder of Markdown files, or to a file of JSON or CSV",
		Long: `Write the shared base to a folder of Markdown files, or to a file of JSON or CSV. With --community, what one community writes and changes: as
JSON unless --format says otherwise, which alone holds all of it. With --all, everything of a database in a new folder: the shared base, what each
community writes and changes, and its settings. kb import reads all of it back, but for the Markdown of a community.`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case format != "" && !slices.Contains(exportFormats, format):
				return usagef("--format %q is not one of %s", format, strings.Join(exportFormats, ", "))
			case all && (f.community != "" || f.kb != ""):
				return usagef("--all takes everything of a database; leave --community and --kb out")
			}
			return cmp.Or(needOne(cmd, args), f.check())
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if all {
				s, err := a.mustStored(cmd, f.storeFlags)
				if err != nil {
					return err
				}
				defer s.Close()
				return a.exportAll(cmd.Context(), s, cmp.Or(format, "markdown"), args[0])
			}
			l, err := a.look(cmd.Context(), f)
			if err != nil {
				return err
			}
			if l.community != nil {
				return a.exportMade(l, cmp.Or(format, "json"), args[0])
			}
			n, err := exportBase(l.base, cmp.Or(format, "markdown"), args[0])
			if err != nil {
				return err
			}
			return a.exported(len(l.base.Entries), args[0], n)
		},
	}
	cmd.Flags().StringVar(&format, "format", "", strings.Join(exportFormats, ", ")+" (markdown when left out; of a community, json)")
	cmd.Flags().BoolVar(&all, "all", false, "everything of a database: the shared base, every community, settings")
	f.add(cmd)
	return cmd
}

// exported says what was written.
func (a app) exported(entries int, path string, n int) error {
	_, err := fmt.Fprintf(a.errs, "%s written to %s in %s\n", count(entries, "entry"), path, count(n, "file"))
	return err
}

// exportBase writes a base, and returns in how many files.
func exportBase(b *knowledge.Base, format, path string) (int, error) {
	if format == "markdown" {
		return len(files.Split(b)), transfer.Save(path, b)
	}
	var buf bytes.Buffer
	write := transfer.WriteJSON
	if format == "csv" {
		write = transfer.WriteCSV
	}
	if err := write(&buf, b); err != nil {
		return 0, err
	}
	return 1, replaceFile(path, buf.Bytes())
}
