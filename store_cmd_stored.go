package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/sqlstore"
)

// A stored is an open store, with the community that a command works on.
type stored struct {
	*sqlstore.Store
	home      knowledge.CommunityID // SharedBase, or that of community
	community knowledge.Community   // none for the shared base
}

// find sets the community of an id, or of a place written « platform:chat ».
func (s *stored) find(ctx context.Context, name string) (err error) {
	if name == "" {
		return nil
	}
	s.community, err = s.Community(ctx, knowledge.CommunityID(name))
	if platform, chat, isPlace := strings.Cut(name, ":"); isPlace && errors.Is(err, knowledge.ErrNotFound) {
		s.community, err = s.At(ctx, knowledge.Place{Platform: platform, Chat: chat})
	}
	if errors.Is(err, knowledge.ErrNotFound) {
		return fmt.Errorf("no community is called %q; run « nonmerci kb communities » to see them all", name)
	}
	s.home = s.community.ID
	return err
}

// byID are records by entry.
func byID(all []knowledge.Record) map[knowledge.ID]knowledge.Record {
	out := make(map[knowledge.ID]knowledge.Record, len(all))
	for _, r := range all {
		out[r.Entry] = r
	}
	return out
}

// saved turns the error of a write that came too late into words.
func saved(err error) error {
	if stale, ok := errors.AsType[*knowledge.StaleError](err); ok {
		return fmt.Errorf("%w; somebody saved it just now, so nothing was changed: run the command again", stale)
	}
	return err
}
