package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
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
			return a.replaceURL(cmd.Context(), s, replacement{args[0], args[1]}, dryRun)
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
	for _, p := range aboutAddress(now, nil) {
		if p.Kind == vet.Refuse {
			return usagef("%q: %s", now, p.Say("en"))
		}
	}
	return nil
}

// aboutAddress is what vet says of the address of a link.
func aboutAddress(url string, known func(string) bool) []vet.Problem {
	text := knowledge.Text{Title: "x", Short: "x", Links: []knowledge.Link{{Kind: knowledge.HelpLink, Text: "x", URL: url}}}
	e := &knowledge.Entry{ID: "x", Kind: knowledge.Info, Text: map[string]knowledge.Text{"en": text}}
	all := slices.DeleteFunc(vet.Entry(e, "en", known), func(p vet.Problem) bool { return !strings.HasPrefix(p.Field, "en.links") })
	for i := range all {
		all[i].Field = "" // it stands nowhere yet
	}
	return all
}

// replaceURL prints what changes, and unless it is a dry run changes it.
func (a app) replaceURL(ctx context.Context, s *stored, re replacement, dryRun bool) error {
	all, err := s.Records(ctx, s.home)
	if err != nil {
		return err
	}
	shared := all
	if s.home != knowledge.SharedBase {
		if shared, err = s.Records(ctx, knowledge.SharedBase); err != nil {
			return err
		}
	}
	v := newVetting(baseOf(shared), s.home)
	p := replacing{re: re, home: s.home, at: time.Now(), vetting: v}
	for _, r := range all {
		p.record(r)
	}
	switch {
	case len(p.found) == 0 && s.home == knowledge.SharedBase:
		return fmt.Errorf("nothing in the shared base leads to %s; copy the address from the entry, to the letter", re.old)
	case len(p.found) == 0:
		return fmt.Errorf("nothing that the community wrote leads to %s; leave --community out to look in the shared base", re.old)
	}
	about := aboutAddress(re.now, v.known)
	for _, w := range about {
		if w.Kind == vet.Refuse {
			return usagef("%q: %s", re.now, w.Say("en"))
		}
	}
	if err := p.print(a.out); err != nil {
		return err
	}
	if len(p.refused) > 0 {
		return fmt.Errorf("nothing was changed: %w", p.refused[0])
	}
	for _, w := range about {
		fmt.Fprintln(a.errs, "warning:", w.Say("en"))
	}
	what := "would be replaced; nothing was changed"
	if !dryRun {
		if _, err := s.SaveAll(ctx, p.saves); err != nil {
			return saved(err)
		}
		what = "replaced"
	}
	_, err = fmt.Fprintf(a.out, "%s in %s %s\n", addresses(len(p.found)), count(p.entries, "entry"), what)
	return err
}

func addresses(n int) string {
	if n == 1 {
		return "1 address"
	}
	return fmt.Sprintf("%d addresses", n)
}

// print lists each address with the entry and the field that it stands in.
func (p *replacing) print(w io.Writer) error {
	id, field := 0, 0
	for _, f := range p.found {
		id, field = max(id, len(f.id)), max(field, len(f.field))
	}
	out := bufio.NewWriter(w)
	for _, f := range p.found {
		fmt.Fprintf(out, "%-*s  %-*s  %s → %s\n", id, f.id, field, f.field, f.old, f.now)
	}
	return out.Flush()
}
