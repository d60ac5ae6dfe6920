package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/transfer"
)

func newKBRestore(a app) *cobra.Command {
	var f storeFlags
	var revision int
	needOne := oneArg("entry", "nonmerci kb restore linkedin/opt-out --revision 3")
	cmd := &cobra.Command{
		Use:   "restore ENTRY --revision N",
		Short: "Publish what an entry said in an earlier revision, as a new one",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := needOne(cmd, args); err != nil {
				return err
			}
			if revision < 1 {
				return usagef("the revision is missing, or no number from 1; write: nonmerci kb restore %s --revision 1", args[0])
			}
			return f.check()
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.mustStored(cmd, f)
			if err != nil {
				return err
			}
			defer s.Close()
			said, err := s.putBack(cmd.Context(), args[0], revision, time.Now())
			if err != nil {
				return saved(err)
			}
			_, err = fmt.Fprintln(a.out, said)
			return err
		},
	}
	cmd.Flags().IntVar(&revision, "revision", 0, "the number of the revision, as kb history has it")
	f.add(cmd)
	return cmd
}

// putBack saves the content of an earlier revision as the latest, published, and says what was done.
func (s *stored) putBack(ctx context.Context, name string, number int, at time.Time) (string, error) {
	r, err := s.record(ctx, name)
	if err != nil {
		return "", err
	}
	old, err := s.revision(ctx, r, number)
	if err != nil {
		return "", err
	}
	if r.Published != nil && len(transfer.Differences(r.Published.Content, old.Content)) == 0 {
		return fmt.Sprintf("%s says what it said in revision %d already; nothing was changed", r.Entry, number), nil
	}
	saves := bulk.Publishing(r, old.Content, knowledge.Save{
		Community: s.home, By: knowledge.ByCommandLine, Origin: knowledge.FromPerson, Summary: fmt.Sprintf("back to revision %d", number), At: at,
	})
	described, err := s.described(ctx, r.Entry, old.Content, saves[0])
	if err != nil {
		return "", err
	}
	if _, err = s.SaveAll(ctx, append(described, saves...)); err != nil {
		return "", err
	}
	said := fmt.Sprintf("%s: revision %d says what revision %d said", r.Entry, r.Latest+1, number)
	if len(saves) > 1 {
		said += fmt.Sprintf("; the draft that waited still does, as revision %d", r.Latest+2)
	}
	return said, nil
}

// revision returns one of an entry; the error names the latest.
func (s *stored) revision(ctx context.Context, r knowledge.Record, number int) (knowledge.Revision, error) {
	rev, err := s.Revision(ctx, s.home, r.Entry, number)
	if errors.Is(err, knowledge.ErrNotFound) {
		return rev, fmt.Errorf("%s has no revision %d, the latest is %d; run « nonmerci kb history %s » to see them", r.Entry, number, r.Latest, r.Entry)
	}
	return rev, err
}
