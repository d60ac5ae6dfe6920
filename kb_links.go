package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/config"
	"nonmerci/internal/links"
	"nonmerci/knowledge"
)

// linkCheck is one call of kb links.
type linkCheck struct {
	baseFlags
	state, only  string
	asJSON       bool
	max          int
	recheckAfter time.Duration
	options      links.Options
}

func newKBLinks(a app) *cobra.Command {
	var c linkCheck
	cmd := &cobra.Command{
		Use:   "links",
		Short: "Ask every address of the base what has become of its page",
		Long: `Ask every address of the base, those of links, of sentences and of sources, whether its page still answers, where it leads to by
now, and whether its text has changed since the last time; then list what is wrong. It takes some minutes: sites are asked one thing at
a time, with a pause between, as robots.txt allows. What was found is kept in a file, so that an interrupted check goes on where it
stopped. Set NONMERCI_CONTACT to a page or a mailbox, so that those who run the sites can tell who asks.`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case c.max < 0:
				return usagef("--max %d is no number of addresses; write a positive one, or leave it out for all", c.max)
			case c.options.Timeout <= 0:
				return usagef("--timeout %s is no time to wait; write for example --timeout 30s", c.options.Timeout)
			case c.recheckAfter < 0:
				return usagef("--recheck-after %s is no age; write for example --recheck-after 24h, or 0 to ask everything again", c.recheckAfter)
			}
			return cmp.Or(c.check(), noArgs(cmd, args))
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			set, err := config.Load(a.getenv)
			if err != nil {
				return err
			}
			if c.options.UserAgent, err = links.UserAgent(version, set.Contact); err != nil {
				return fmt.Errorf("NONMERCI_CONTACT: %w", err)
			}
			return a.links(cmd.Context(), c)
		},
	}
	cmd.Flags().StringVar(&c.state, "state", "nonmerci-links.jsonl", "file that keeps what was found")
	cmd.Flags().StringVar(&c.only, "only", "", "only addresses that hold this text, or that an entry uses whose id does")
	cmd.Flags().IntVar(&c.max, "max", 0, "ask at most this many addresses (0: all)")
	cmd.Flags().DurationVar(&c.options.Timeout, "timeout", links.DefaultTimeout, "how long to wait for one answer")
	cmd.Flags().DurationVar(&c.recheckAfter, "recheck-after", 12*time.Hour, "do not ask again what was asked within this time")
	cmd.Flags().BoolVar(&c.asJSON, "json", false, "print one JSON object a line for each address")
	cmd.Flags().BoolVar(&c.options.AllowPrivate, "allow-private", false, "connect to private networks and any port, for tests")
	_ = cmd.Flags().MarkHidden("allow-private") // it fails for a flag that does not exist
	c.add(cmd)
	return cmd
}

// links asks the addresses that are due, and reports on all.
func (a app) links(ctx context.Context, c linkCheck) error {
	l, err := a.look(ctx, c.baseFlags)
	if err != nil {
		return err
	}
	all := slices.DeleteFunc(links.Collect(l.base), func(l links.Address) bool { return !concerns(l, c.only) })
	switch {
	case len(all) == 0 && c.only == "":
		return fmt.Errorf("there is no address to check: no entry links anywhere")
	case len(all) == 0:
		return fmt.Errorf("no address of the base holds %q, and no entry that uses one; leave --only out to check them all", c.only)
	}
	state, err := readLinkState(c.state)
	if err != nil {
		return err
	}
	due := links.Due(all, state, time.Now(), c.recheckAfter, c.max)
	p := newProgress(a.errs, fmt.Sprintf("of %d addresses", len(due)))
	watch := c.options.Step
	c.options.Step = func(r links.Record) {
		p.step()
		if watch != nil {
			watch(r)
		}
	}
	c.options.Save = func(s links.State) error {
		var buf bytes.Buffer
		if _, err := s.WriteTo(&buf); err != nil {
			return err
		}
		return replaceFile(c.state, buf.Bytes())
	}
	asked, err := links.Run(ctx, due, state, c.options)
	p.done()
	switch {
	case errors.Is(err, links.ErrOffline):
		return fmt.Errorf("%w: see whether this machine is online, then run the same command again for the rest; %s is kept", err, c.state)
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted after %d of %d addresses, kept in %s; run the same command again for the rest", asked, len(due), c.state)
	case err != nil:
		return err
	}
	report := links.Report{Addresses: all, State: state}
	if c.asJSON {
		return report.WriteJSON(a.out)
	}
	return report.WriteText(a.out)
}

// concerns says whether an address, or an entry that uses it, holds a text.
func concerns(l links.Address, text string) bool {
	holds := func(id knowledge.ID) bool { return strings.Contains(string(id), text) }
	return strings.Contains(l.URL, text) || slices.ContainsFunc(l.Entries, holds)
}

// readLinkState reads what an earlier check found; a file that is not there is an empty one.
func readLinkState(path string) (links.State, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return links.State{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w; choose another file with --state", path, cause(err))
	}
	defer f.Close()
	state, err := links.ReadState(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, cause(err))
	}
	return state, nil
}
