package memstore

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"
)

// A lease is who has something, since when and until when.
type lease struct {
	holder       string
	since, until time.Time
}

// Lease implements knowledge.Leases, by the clock of the machine.
func (s *Store) Lease(ctx context.Context, name, holder string, life time.Duration) (held bool, err error) {
	err = s.write(ctx, func() error {
		now := time.Now()
		l, ok := s.leases[name]
		alive := ok && now.Before(l.until)
		if alive && l.holder != holder {
			return nil
		}
		if !alive {
			l = lease{holder: holder, since: now}
		}
		l.until = now.Add(max(life, 0).Truncate(time.Millisecond))
		maps.DeleteFunc(s.leases, func(_ string, old lease) bool { return now.After(old.until) })
		s.leases[name], held = l, true
		return nil
	})
	return held, err
}

// EndLease implements knowledge.Leases.
func (s *Store) EndLease(ctx context.Context, name, holder string) error {
	return s.write(ctx, func() error {
		if s.leases[name].holder == holder {
			delete(s.leases, name)
		}
		return nil
	})
}

// Holders implements knowledge.Leases.
func (s *Store) Holders(ctx context.Context, prefix string) (holders []string, err error) {
	err = s.read(ctx, func() error {
		now, first := time.Now(), map[string]time.Time{}
		for name, l := range s.leases {
			if !strings.HasPrefix(name, prefix) || !now.Before(l.until) {
				continue
			}
			if at, ok := first[l.holder]; !ok || l.since.Before(at) {
				first[l.holder] = l.since
			}
		}
		holders = slices.SortedFunc(maps.Keys(first), func(a, b string) int { return cmp.Or(first[a].Compare(first[b]), cmp.Compare(a, b)) })
		return nil
	})
	return holders, err
}
