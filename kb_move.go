package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

var exportFormats = []string{"markdown", "json", "csv"}

func newKBExport(a app) *cobra.Command {
	var format, kb string
	needOne := oneArg("path", "nonmerci kb export --format json base.json")
	cmd := &cobra.Command{
		Use:   "export PATH",
		Short: "Write the base to a folder of Markdown files, or to a file of JSON or CSV",
		Args: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(exportFormats, format) {
				return usagef("--format %q is not one of %s", format, strings.Join(exportFormats, ", "))
			}
			return needOne(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := readBase(kb)
			if err != nil {
				return err
			}
			path, n := args[0], len(files.Split(b))
			if format == "markdown" {
				err = transfer.Save(path, b)
			} else {
				var buf bytes.Buffer
				write := transfer.WriteJSON
				if format == "csv" {
					write = transfer.WriteCSV
				}
				n = 1
				if err = write(&buf, b); err == nil {
					err = replaceFile(path, buf.Bytes())
				}
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.errs, "%s written to %s in %s\n", count(len(b.Entries), "entry"), path, count(n, "file"))
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "markdown", strings.Join(exportFormats, ", "))
	kbFlag(cmd, &kb)
	return cmd
}

func newKBImport(a app) *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "import --dry-run PATH",
		Short: "Say what a folder of Markdown files, or a file of JSON or CSV, would change in the base",
		Args:  oneArg("path", "nonmerci kb import --dry-run base.csv"),
		RunE: func(_ *cobra.Command, args []string) error {
			if !dryRun {
				return errors.New("there is no store to import into in this version; add --dry-run to see what would change, then edit the files of knowledge/base")
			}
			current, err := readBase("")
			if err != nil {
				return err
			}
			incoming, problems, err := readPath(args[0])
			if err != nil {
				return err
			}
			plan := transfer.NewPlan(current, incoming, problems)
			if _, err := plan.WriteTo(a.out); err != nil {
				return err
			}
			if n := plan.Count(transfer.Refused); n > 0 || len(plan.Problems) > 0 {
				return fmt.Errorf("%s and %s in %s; correct them, the others could be imported",
					count(n, "refused entry"), count(len(plan.Problems), "other problem"), args[0])
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "change nothing, say what would change")
	return cmd
}

// replaceFile writes a file whole or not at all. What is no ordinary file, a pipe or a device, is written to as it is.
func replaceFile(path string, data []byte) error {
	err := func() error {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
		mode := os.FileMode(0o644)
		if info, err := os.Stat(path); err == nil {
			if !info.Mode().IsRegular() {
				return os.WriteFile(path, data, mode)
			}
			mode = info.Mode().Perm()
		}
		tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
		if err != nil {
			return err
		}
		_, err = tmp.Write(data)
		err = errors.Join(err, tmp.Chmod(mode), tmp.Close())
		if err == nil {
			err = os.Rename(tmp.Name(), path)
		}
		if err != nil {
			_ = os.Remove(tmp.Name())
		}
		return err
	}()
	if err != nil {
		return fmt.Errorf("cannot write %s: %w; free space there, or choose a path that can be written", path, cause(err))
	}
	return nil
}
