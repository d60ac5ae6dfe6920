package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

func newKB(a app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "kb",
		Short: "Look at the knowledge base, check it, change it, move it",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("unknown command %q of kb; run « nonmerci kb --help »", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newKBList(a), newKBShow(a), newKBCheck(a), newKBFmt(a), newKBExport(a), newKBImport(a))
	cmd.AddCommand(newKBStale(a), newKBLinks(a), newKBHistory(a), newKBRestore(a), newKBPublish(a), newKBDiscard(a), newKBReplaceURL(a), newKBCommunities(a))
	return cmd
}

// kbFlag adds --kb to a command that looks at a base.
func kbFlag(cmd *cobra.Command, kb *string) {
	cmd.Flags().StringVar(kb, "kb", "", "folder of base files, or exported .json or .csv file, instead of the shared base")
}

// readBase returns the shared base, or the one at path, which must have no problem.
func readBase(path string) (*knowledge.Base, error) {
	if path == "" {
		b, err := base.Shared()
		if err != nil {
			return nil, fmt.Errorf("read the shared base: %w", err)
		}
		return b, nil
	}
	b, problems, err := readPath(path)
	switch {
	case err != nil:
		return nil, err
	case len(problems) == 1:
		return nil, fmt.Errorf("%s: %w", path, problems[0])
	case len(problems) > 0:
		return nil, fmt.Errorf("%s: %d problems, the first: %w", path, len(problems), problems[0])
	}
	return b, nil
}

// readPath reads a folder of Markdown files, or a file of JSON or CSV, as its name ends.
func readPath(path string) (*knowledge.Base, files.Problems, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read %s: %w; give a folder of base files, or a .json or .csv file", path, cause(err))
	}
	if info.IsDir() {
		return files.Read(os.DirFS(path))
	}
	read := transfer.ReadJSON
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
	case ".csv":
		read = transfer.ReadCSV
	default:
		return nil, nil, fmt.Errorf("%s is neither a folder of base files nor a .json or .csv file; export one to see what it looks like", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read %s: %w", path, cause(err))
	}
	defer f.Close()
	return read(filepath.Base(path), f)
}

// cause is an error of the file system without the operation and the path, which the message around it says in its own words.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	if l, ok := errors.AsType[*os.LinkError](err); ok {
		return l.Err
	}
	return err
}

// checkBaseLang refuses a language that no base is written in.
func checkBaseLang(lang string) error {
	if lang == "" || slices.Contains(files.Languages, lang) {
		return nil
	}
	return usagef("--lang %q is not one of %s", lang, strings.Join(files.Languages, ", "))
}

// oneArg refuses a call without its one argument, or with more.
func oneArg(what, example string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return usagef("the %s is missing; write: %s", what, example)
		case len(args) > 1:
			return usagef("one %s at a time, got %q too; write: %s", what, args[1], example)
		}
		return nil
	}
}
