package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
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
			if dryRun && in.base != nil && f.community == "" {
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
			i := importing{app: a, s: s, name: filepath.Base(args[0]), path: args[0], at: time.Now(), dryRun: dryRun}
			if in.all != nil {
				if f.community != "" {
					return usagef("%s holds everything of a database, not what one community wrote; leave --community out", args[0])
				}
				return i.everything(cmd.Context(), in.all)
			}
			return i.part(cmd.Context(), in)
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "change nothing, say what would change")
	f.add(cmd)
	return cmd
}

// importing is one import.
type importing struct {
	app
	s      *stored // nil for a dry run without a database
	name   string  // of the file, for summaries
	path   string  // as it was given, for messages
	at     time.Time
	dryRun bool
}

// part imports a base, or what a community wrote.
func (i *importing) part(ctx context.Context, in *imported) error {
	l, err := i.current(ctx)
	if err != nil {
		return err
	}
	var p *planned
	switch {
	case l.community == nil && in.community != nil:
		return fmt.Errorf("%s holds what a community wrote; say which one it is for: --community ID", i.path)
	case in.community != nil:
		p, err = i.planWritten(ctx, l, newVetting(l.shared, l.community.ID), in.community, in.problems)
	default:
		p, err = i.planBase(ctx, l, in)
	}
	if err != nil {
		return err
	}
	if err := i.tell(p); err != nil || i.dryRun {
		return err
	}
	if _, err := i.s.SaveAll(ctx, p.saves); err != nil {
		return saved(err)
	}
	_, err = fmt.Fprintf(i.errs, "%s imported: %s\n", i.path, count(len(p.saves), "revision"))
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

// planned is what an import is going to do.
type planned struct {
	*transfer.Plan
	saves []knowledge.Save
}

// tell prints what an import does; the error is for one in which something is refused, of which nothing is done.
func (i *importing) tell(p *planned) error {
	if _, err := p.WriteTo(i.out); err != nil {
		return err
	}
	if n := p.Count(transfer.Refused); n > 0 || len(p.Problems) > 0 {
		return fmt.Errorf("%s and %s in %s; correct them: nothing is imported as long as anything is refused",
			count(n, "refused entry"), count(len(p.Problems), "other problem"), i.path)
	}
	return nil
}

// save is a revision of an import, to be completed with what it says.
func (i *importing) save(home knowledge.CommunityID) knowledge.Save {
	return knowledge.Save{Community: home, By: knowledge.ByCommandLine, Origin: knowledge.FromImport, At: i.at}
}

// summary says which fields an import changes.
func (i *importing) summary(changes []knowledge.Change) string {
	said := "import of " + i.name
	for n, c := range changes {
		said += map[bool]string{true: ": ", false: ", "}[n == 0] + c.Field
	}
	return oneSummary(said)
}
