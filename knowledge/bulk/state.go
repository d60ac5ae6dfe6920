package bulk

import (
	"context"
	"fmt"

	"nonmerci/knowledge"
)

// A State is what a store says of what is about to change. A plan changes nothing of it.
type State struct {
	Home    knowledge.CommunityID             // whose entries are changed
	Records map[knowledge.ID]knowledge.Record // that it has
	Base    *knowledge.Base                   // what they say: see BaseOf
	Shared  *knowledge.Base                   // the shared base, which is Base itself when Home is SharedBase
	Numbers map[knowledge.ID]int              // of the shared entries, the revision that is published
}

// Read reads the state of a community, or of the shared base.
func Read(ctx context.Context, store knowledge.Revisions, home knowledge.CommunityID) (*State, error) {
	shared, err := store.Records(ctx, knowledge.SharedBase)
	if err != nil {
		return nil, fmt.Errorf("read the shared base: %w", err)
	}
	all := shared
	if home != knowledge.SharedBase {
		if all, err = store.Records(ctx, home); err != nil {
			return nil, fmt.Errorf("read the overlay: %w", err)
		}
	}
	s := &State{Home: home, Records: make(map[knowledge.ID]knowledge.Record, len(all)), Base: BaseOf(all), Numbers: map[knowledge.ID]int{}}
	for _, r := range all {
		s.Records[r.Entry] = r
	}
	for _, r := range shared {
		if r.Published != nil {
			s.Numbers[r.Entry] = r.Published.Number
		}
	}
	if s.Shared = s.Base; home != knowledge.SharedBase {
		s.Shared = BaseOf(shared)
	}
	return s, nil
}
