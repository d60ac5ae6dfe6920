package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

func newKBImport(a app) *cobra.Command {
	var f storeFlags
	var dryRun bool
	needOne := oneArg("path", "nonmerci kb import --dry-run base.csv")
	cmd := &cobra.Command{
		Use:   "import [--dry-run] PATH",
		Short: "Bring a folder of Markdown files, or a file of JSON or CSV, into the base",
		Long: `Bring what kb export writes into the base of a database, or with --community into what one community writes: all of it, or nothing when
anything is refused. What the import lacks stays as it is. --dry-run changes nothing and says what would change; without a database it compares
with the shared base of the program.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := needOne(cmd, args); err != nil {
				return err
			}
			return f.check()
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			in, err := readImport(args[0])
			if err != nil {
				return err
			}
			open := func() (*stored, error) { return a.mustStored(cmd, f) }
			if dryRun && in.all == nil && in.part.Base != nil && f.community == "" {
				open = func() (*stored, error) { return a.openStored(cmd.Context(), f) }
			}
			s, err := open()
			switch {
			case errors.Is(err, errNoDatabase): // the base of the program is there all the same
			case err != nil:
				return err
			default:
				defer s.Close()
			}
			i := importing{app: a, s: s, path: args[0], dryRun: dryRun}
			i.Import = bulk.Import{Name: filepath.Base(args[0]), By: knowledge.ByCommandLine, At: time.Now()}
			if s != nil {
				i.Store = s.Store
			}
			if in.all != nil {
				if f.community != "" {
					return usagef("%s holds everything of a database, not what one community wrote; leave --community out", args[0])
				}
				return i.everything(cmd.Context(), in.all)
			}
			return i.part(cmd.Context(), in.part)
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "change nothing, say what would change")
	f.add(cmd)
	return cmd
}

// importing is one import.
type importing struct {
	app
	bulk.Import
	s      *stored // nil for a dry run without a database
	path   string  // as it was given, for messages
	dryRun bool
}

// part imports a base, or what a community wrote.
func (i *importing) part(ctx context.Context, in *bulk.Incoming) error {
	l, err := i.current(ctx)
	if err != nil {
		return err
	}
	if l.community == nil && in.Community != nil {
		return fmt.Errorf("%s holds what a community wrote; say which one it is for: --community ID", i.path)
	}
	p, err := i.Plan(ctx, l.state(), in)
	if err != nil {
		return err
	}
	if err := i.tell(p); err != nil || i.dryRun {
		return err
	}
	if _, err := i.s.SaveAll(ctx, p.Saves); err != nil {
		return saved(err)
	}
	_, err = fmt.Fprintf(i.errs, "%s imported: %s\n", i.path, count(len(p.Saves), "revision"))
	return err
}

// current is the base to import into.
func (i *importing) current(ctx context.Context) (*look, error) {
	if i.s != nil {
		return i.s.look(ctx)
	}
	b, err := readBase("")
	return &look{base: b}, err
}

// tell prints what an import does; the error is for one in which something is refused, of which nothing is done.
func (i *importing) tell(p *bulk.Plan) error {
	if _, err := p.WriteTo(i.out); err != nil {
		return err
	}
	if entries, others := p.Refused(); entries+others > 0 {
		return fmt.Errorf("%s and %s in %s; correct them: nothing is imported as long as anything is refused",
			count(entries, "refused entry"), count(others, "other problem"), i.path)
	}
	return nil
}
