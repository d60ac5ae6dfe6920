package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/check"
	"nonmerci/knowledge/files"
)

func newKBCheck(a app) *cobra.Command {
	var f storeFlags
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Say what is wrong with the base, or with a folder of base files",
		Long: `Say what is wrong with the shared base, with a folder of base files, or with what a database holds: where, what, and what to write
instead, one line each. Errors make the exit code 1; warnings do not.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("one folder at a time, got %q too; write: nonmerci kb check knowledge/base", args[1])
			}
			if len(args) > 0 && f != (storeFlags{}) {
				return usagef("a folder is checked without --database and --community; leave them out")
			}
			return f.check()
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				fsys, err := folder(args[0])
				if err != nil {
					return err
				}
				return a.check(fsys)
			}
			l, err := a.look(cmd.Context(), baseFlags{storeFlags: f})
			if err != nil {
				return err
			}
			switch {
			case l.community != nil:
				return a.checkMade(l)
			case l.records != nil:
				return a.checkBase(l.base, nil)
			}
			shared, err := base.Shared()
			if err != nil {
				return err
			}
			return a.checkBase(shared, nil)
		},
	}
	f.add(cmd)
	return cmd
}

// folder opens a folder of base files.
func folder(path string) (fs.FS, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w; give a folder of <lang>/<subject>.md", path, cause(err))
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is a file; give the folder that holds fr/ and en/", path)
	}
	return os.DirFS(path), nil
}

// check prints what is wrong with the files: with each by itself first, and with the whole once each can be read.
func (a app) check(fsys fs.FS) error {
	b, problems, err := files.Read(fsys)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.out)
	for _, p := range problems {
		fmt.Fprintln(out, "error:", p.Error())
	}
	if len(problems) > 0 {
		return flushed(out, fmt.Errorf("%s; correct the files, then check again for what they say together", count(len(problems), "error")))
	}
	return a.checkBase(b, fsys)
}

// checkBase prints what is wrong with a base; fsys is where it was read, nil when it was not read from files.
func (a app) checkBase(b *knowledge.Base, fsys fs.FS) error {
	found := check.Check(b, check.Options{Today: knowledge.DayOf(time.Now()), Files: fsys})
	out := bufio.NewWriter(a.out)
	for _, f := range found {
		fmt.Fprintln(out, f)
	}
	errs := len(check.Errors(found))
	if errs > 0 {
		what := "files"
		if fsys == nil {
			what = "entries"
		}
		return flushed(out, fmt.Errorf("%s and %s; correct the "+what, count(errs, "error"), count(len(found)-errs, "warning")))
	}
	fmt.Fprintf(out, "%s about %s: no error, %s\n", count(len(b.Entries), "entry"), count(len(b.Subjects), "subject"), count(len(found), "warning"))
	return out.Flush()
}

// flushed returns err, or what kept the output from being written.
func flushed(out *bufio.Writer, err error) error {
	if ferr := out.Flush(); ferr != nil {
		return ferr
	}
	return err
}

// count is « 1 entry », « 2 entries ».
func count(n int, what string) string {
	if n != 1 {
		what = strings.TrimSuffix(what+"s", "ys")
		if strings.HasSuffix(what, "entr") {
			what += "ies"
		}
	}
	return fmt.Sprintf("%d %s", n, what)
}
