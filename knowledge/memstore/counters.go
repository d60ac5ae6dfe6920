package memstore

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"nonmerci/knowledge"
)

// A counter is the key of one, in its community.
type counter struct {
	day      string // as it sorts
	name     string
	entry    knowledge.ID
	revision int
}

func compareCounters(a, b counter) int {
	return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.entry, b.entry), cmp.Compare(a.revision, b.revision))
}

// Add implements knowledge.Counters.
func (s *Store) Add(ctx context.Context, counts []knowledge.Count) error {
	return s.write(ctx, func() error {
		for _, n := range counts {
			if c := s.communities[n.Community]; c != nil {
				c.counts[counter{n.Day.String(), n.Name, n.Entry, n.Revision}] += n.N
			}
		}
		return nil
	})
}

// Counts implements knowledge.Counters.
func (s *Store) Counts(ctx context.Context, c knowledge.CommunityID, from knowledge.Date) (all []knowledge.Count, err error) {
	err = s.read(ctx, s.about(c, func(c *community) {
		sums := map[counter]int{}
		for key, n := range c.counts {
			if key.day >= from.String() {
				key.day = ""
				sums[key] += n
			}
		}
		for _, key := range slices.SortedFunc(maps.Keys(sums), compareCounters) {
			all = append(all, knowledge.Count{Community: c.id, Name: key.name, Entry: key.entry, Revision: key.revision, N: sums[key]})
		}
	}))
	return all, err
}

// DropCounts implements knowledge.Counters.
func (s *Store) DropCounts(ctx context.Context, before knowledge.Date) (n int, err error) {
	err = s.write(ctx, func() error {
		for _, c := range s.communities {
			all := len(c.counts)
			maps.DeleteFunc(c.counts, func(key counter, _ int) bool { return key.day < before.String() })
			n += all - len(c.counts)
		}
		return nil
	})
	return n, err
}
