package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

// everything imports all of it: what the shared base and the communities say in one transaction, for which communities that are not there yet
// are made first. Communities that are there keep their places and settings.
func (i *importing) everything(ctx context.Context, all *exportedAll) error {
	l, err := i.s.look(ctx)
	if err != nil {
		return err
	}
	p, err := i.planShared(ctx, l, all)
	if err != nil {
		return err
	}
	if err := titled(i.out, "shared base", func() error { return i.tell(p) }); err != nil {
		return err
	}
	after := afterwards(l, p.Saves)
	saves := p.Saves
	var arriving []*arrival
	for _, c := range all.communities {
		j, err := i.arriving(ctx, c)
		if err != nil {
			return err
		}
		if j == nil {
			continue
		}
		said, err := i.planCommunity(ctx, j, after)
		if err != nil {
			return err
		}
		saves, arriving = append(saves, said...), append(arriving, j)
	}
	if i.dryRun {
		return nil
	}
	if err := i.settle(ctx, arriving, saves); err != nil {
		return err
	}
	_, err = fmt.Fprintf(i.errs, "%s imported: %s, %s\n", i.path, count(len(saves), "revision"), communitiesOf(len(arriving)))
	return err
}

func titled(w io.Writer, title string, do func() error) error {
	if _, err := fmt.Fprintf(w, "%s:\n", title); err != nil {
		return err
	}
	return do()
}

// planShared plans for the shared base, with the drafts that wait above it.
func (i *importing) planShared(ctx context.Context, l *look, all *exportedAll) (*bulk.Plan, error) {
	p, err := i.Base(ctx, l.state(), all.base)
	if err == nil {
		i.Waiting(l.state(), p, all.drafts)
	}
	return p, err
}

// afterwards is the shared base as it will be once some saves are done.
func afterwards(l *look, saves []knowledge.Save) *look {
	out := &look{records: maps.Clone(l.records)}
	for _, s := range saves {
		if !s.Draft {
			r := out.records[s.Entry]
			r.Published = &knowledge.Revision{Entry: s.Entry, Number: s.Expect + 1, Content: s.Content}
			out.records[s.Entry] = r
		}
	}
	var all []knowledge.Record
	for id, r := range out.records {
		r.Entry = id
		all = append(all, r)
	}
	out.base = bulk.BaseOf(slices.SortedFunc(slices.Values(all), func(a, b knowledge.Record) int { return strings.Compare(string(a.Entry), string(b.Entry)) }))
	return out
}
