package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"nonmerci/knowledge"
)

// watchCopy says on a terminal, from the third second on, how far the copy at a path is, until stop is called. Elsewhere it is silent.
func (a app) watchCopy(path string, whole int64) (stop func()) {
	f, ok := a.errs.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return func() {}
	}
	return watch(a.errs, time.NewTicker(500*time.Millisecond), func() string {
		return fmt.Sprintf("%s of about %s copied", bytesOf(sizeOf(path)), bytesOf(whole))
	})
}

// watch writes what say returns over itself at each tick, from the third second after it was called on, and ends the line when stop is called.
func watch(w io.Writer, ticker *time.Ticker, say func() string) (stop func()) {
	start, end := time.Now(), make(chan struct{})
	var ended sync.WaitGroup
	ended.Go(func() {
		defer ticker.Stop()
		shown := false
		for {
			select {
			case <-end:
				if shown {
					fmt.Fprintln(w)
				}
				return
			case now := <-ticker.C:
				if now.Sub(start) > 2*time.Second {
					shown = true
					fmt.Fprintf(w, "\r%s…", say())
				}
			}
		}
	})
	return func() {
		close(end)
		ended.Wait()
	}
}

// holds says how much a store holds and when it was last changed: « 431 revisions of 417 entries, 2 communities, last changed … ».
func holds(ctx context.Context, s knowledge.Store) (string, error) {
	revisions, entries, communities := 0, 0, 0
	tally := func(id knowledge.CommunityID) error {
		all, err := s.Records(ctx, id)
		for _, r := range all {
			revisions += r.Latest
		}
		entries += len(all)
		return err
	}
	if err := tally(knowledge.SharedBase); err != nil {
		return "", err
	}
	err := eachCommunity(ctx, s, func(c knowledge.Community) error {
		communities++
		return tally(c.ID)
	})
	if err != nil {
		return "", err
	}
	last, err := s.LastEvent(ctx)
	if err != nil {
		return "", err
	}
	said := fmt.Sprintf("%s of %s and subjects, %s", count(revisions, "revision"), count(entries, "entry"), communitiesOf(communities))
	if all, err := s.EventsAfter(ctx, last-1, 1); err == nil && len(all) == 1 && !all[0].At.IsZero() {
		said += ", last changed " + all[0].At.UTC().Format(moment)
	}
	return said, nil
}
