package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/vet"
)

func newKBReplaceURL(a app) *cobra.Command {
	var f storeFlags
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "replace-url OLD NEW",
		Short: "Put one address in the place of another, in links, sentences and sources",
		Long: `Put one address in the place of another wherever the base leads to it: in links, in sentences and in sources, of what readers see and of
drafts that wait. What follows a # is kept, unless OLD or NEW has it. All is changed or nothing.`,
		Example: "  nonmerci kb replace-url https://old.example/help https://new.example/help --dry-run",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("replace-url takes the old address and the new one; write: nonmerci kb replace-url https://old.example/help https://new.example/help")
			}
			if err := checkReplacement(args[0], args[1]); err != nil {
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
			return a.replaceURL(cmd.Context(), s, bulk.Replacement{Old: args[0], New: args[1]}, dryRun)
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "change nothing, print what would change")
	f.add(cmd)
	return cmd
}

// checkReplacement refuses a new address that no reader may be sent to.
func checkReplacement(old, now string) error {
	switch {
	case old == "":
		return usagef("the old address is empty; write the one to replace")
	case old == now:
		return usagef("the old address and the new one are the same")
	case !strings.HasPrefix(now, "https://"):
		return usagef("%q does not begin with https://; write the whole new address", now)
	}
	if err := knowledge.CheckURL(now); err != nil {
		return usagef("%w; write the whole new address: https://example.org/page", err)
	}
	for _, p := range bulk.AboutAddress(now, nil) {
		if p.Kind == vet.Refuse {
			return usagef("%q: %s", now, p.Say("en"))
		}
	}
	return nil
}

// replaceURL prints what changes, and unless it is a dry run changes it.
func (a app) replaceURL(ctx context.Context, s *stored, re bulk.Replacement, dryRun bool) error {
	state, err := bulk.Read(ctx, s.Store, s.home)
	if err != nil {
		return err
	}
	p := bulk.Replacing{Replacement: re, By: knowledge.ByCommandLine, At: time.Now()}.Plan(state)
	switch {
	case len(p.Found) == 0 && s.home == knowledge.SharedBase:
		return fmt.Errorf("nothing in the shared base leads to %s; copy the address from the entry, to the letter", re.Old)
	case len(p.Found) == 0:
		return fmt.Errorf("nothing that the community wrote leads to %s; leave --community out to look in the shared base", re.Old)
	}
	for _, w := range p.About {
		if w.Kind == vet.Refuse {
			return usagef("%q: %s", re.New, w.Say("en"))
		}
	}
	if err := printAddresses(a.out, p.Found); err != nil {
		return err
	}
	if len(p.Refused) > 0 {
		return fmt.Errorf("nothing was changed: %w", p.Refused[0])
	}
	for _, w := range p.About {
		fmt.Fprintln(a.errs, "warning:", w.Say("en"))
	}
	what := "would be replaced; nothing was changed"
	if !dryRun {
		if _, err := s.SaveAll(ctx, p.Saves); err != nil {
			return saved(err)
		}
		what = "replaced"
	}
	_, err = fmt.Fprintf(a.out, "%s in %s %s\n", addresses(len(p.Found)), count(p.Entries, "entry"), what)
	return err
}

func addresses(n int) string {
	if n == 1 {
		return "1 address"
	}
	return fmt.Sprintf("%d addresses", n)
}

// printAddresses lists each address with the entry and the field that it stands in.
func printAddresses(w io.Writer, all []bulk.Address) error {
	id, field := 0, 0
	for _, f := range all {
		id, field = max(id, len(f.Entry)), max(field, len(f.Field))
	}
	out := bufio.NewWriter(w)
	for _, f := range all {
		fmt.Fprintf(out, "%-*s  %-*s  %s → %s\n", id, f.Entry, field, f.Field, f.Old, f.New)
	}
	return out.Flush()
}
