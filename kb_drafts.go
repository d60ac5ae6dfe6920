package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
)

// newKBDraft is a command that decides upon the draft that waits for an entry.
func newKBDraft(a app, verb, short string, do func(ctx context.Context, s *stored, r knowledge.Record) error, done string) *cobra.Command {
	var f storeFlags
	needOne := oneArg("entry", "nonmerci kb "+verb+" linkedin/opt-out")
	cmd := &cobra.Command{
		Use:   verb + " ENTRY",
		Short: short,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := needOne(cmd, args); err != nil {
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
			r, err := s.record(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if r.Draft == nil {
				return fmt.Errorf("no draft of %s waits; run « nonmerci kb history %s » to see what was saved", r.Entry, r.Entry)
			}
			if err := do(cmd.Context(), s, r); err != nil {
				return late(err)
			}
			_, err = fmt.Fprintf(a.out, "%s: revision %d %s\n", r.Entry, r.Draft.Number, done)
			return err
		},
	}
	f.add(cmd)
	return cmd
}

// late turns the error of a decision that came too late into words.
func late(err error) error {
	if stale, ok := errors.AsType[*knowledge.StaleError](err); ok {
		return fmt.Errorf("%w; somebody decided upon the draft just now: run the command again", stale)
	}
	return err
}

func newKBPublish(a app) *cobra.Command {
	return newKBDraft(a, "publish", "Publish the draft that waits for an entry: readers see it from then on", func(ctx context.Context, s *stored, r knowledge.Record) error {
		return s.Publish(ctx, s.home, r.Entry, r.Draft.Number, knowledge.ByCommandLine, time.Now())
	}, "is published")
}

func newKBDiscard(a app) *cobra.Command {
	return newKBDraft(a, "discard", "Drop the draft that waits for an entry; its text stays in the history", func(ctx context.Context, s *stored, r knowledge.Record) error {
		return s.Discard(ctx, s.home, r.Entry, r.Draft.Number, knowledge.ByCommandLine, time.Now())
	}, "was discarded; its text stays in the history")
}
