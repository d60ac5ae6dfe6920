package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

// lookBack is a look in which one entry is as it was in an earlier revision.
func (a app) lookBack(cmd *cobra.Command, f storeFlags, name string, number int) (*look, error) {
	s, err := a.mustStored(cmd, f)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	r, err := s.record(cmd.Context(), name)
	if err != nil {
		return nil, err
	}
	rev, err := s.revision(cmd.Context(), r, number)
	if err != nil {
		return nil, err
	}
	l, err := s.look(cmd.Context())
	if err != nil {
		return nil, err
	}
	l.records[r.Entry] = knowledge.Record{Community: r.Community, Entry: r.Entry, Published: &rev, Latest: r.Latest}
	delete(l.base.Entries, r.Entry)
	if rev.Content.Entry != nil {
		l.base.Entries[r.Entry] = bulk.EntryOf(r.Entry, &rev, false)
	}
	return l, nil
}

// showRevisions says which revision was shown, and which one waits; nothing of a record that is none.
func showRevisions(w io.Writer, r knowledge.Record) error {
	var out strings.Builder
	for _, part := range []struct {
		rev  *knowledge.Revision
		what string
	}{{r.Published, ""}, {r.Draft, " waits as a draft"}} {
		if part.rev != nil {
			fmt.Fprintf(&out, "\nrevision %d%s, saved %s by %s\n", part.rev.Number, part.what, part.rev.At.UTC().Format(moment), part.rev.By)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// moment is how a time is shown, in UTC.
const moment = "2006-01-02 15:04 UTC"
