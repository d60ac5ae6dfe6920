package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"

	"github.com/spf13/cobra"

	"nonmerci/knowledge/files"
	"nonmerci/knowledge/typography"
)

func newKBFmt(a app) *cobra.Command {
	var write bool
	cmd := &cobra.Command{
		Use:   "fmt DIR",
		Short: "Name the base files that are not in the canonical form, or with --write put them into it",
		Long: `Name the base files that are not in the canonical form: the order of sources and entries, one line an item, and in French the
no-break spaces and the apostrophes. --write puts them into it. A file with an error is left as it is.`,
		Args: oneArg("folder", "nonmerci kb fmt knowledge/base"),
		RunE: func(_ *cobra.Command, args []string) error {
			fsys, err := folder(args[0])
			if err != nil {
				return err
			}
			return a.format(args[0], fsys, write)
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, "change the files")
	return cmd
}

// format prints the name of each file of a folder that is not canonical, and with write makes it so.
func (a app) format(dir string, fsys fs.FS, write bool) error {
	names, err := fs.Glob(fsys, "*/*.md")
	if err != nil {
		return err
	}
	broken := 0
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("cannot read %s: %w", name, cause(err))
		}
		want, problems := canonical(name, data)
		if len(problems) > 0 {
			broken++
			fmt.Fprintln(a.errs, problems.Error())
			continue
		}
		if bytes.Equal(want, data) {
			continue
		}
		if write {
			if err := replaceFile(filepath.Join(dir, filepath.FromSlash(name)), want); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(a.out, name); err != nil {
			return err
		}
	}
	switch {
	case len(names) == 0:
		return fmt.Errorf("no file <lang>/<subject>.md in %s; give the folder that holds fr/ and en/", dir)
	case broken > 0:
		return fmt.Errorf("%s left as it is for its errors; correct them first", count(broken, "file"))
	}
	return nil
}

// canonical is the form that a file should have; with problems there is none.
func canonical(name string, data []byte) ([]byte, files.Problems) {
	f, problems := files.ParseFile(name, data)
	if len(problems) > 0 || f.Lang != "fr" {
		return files.Format(f), problems
	}
	for i := range f.Entries {
		e := &f.Entries[i]
		e.Text = maps.Clone(e.Text)
		e.Text[f.Lang] = typography.FrenchText(e.Text[f.Lang])
	}
	return files.Canonical(name, files.Format(f)) // read again: a space more may be one too many for a short answer
}
