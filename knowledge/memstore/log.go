package memstore

import (
	"cmp"
	"context"
	"slices"

	"nonmerci/knowledge"
)

// log adds an event, and gives it its Seq.
func (s *Store) log(e knowledge.Event) {
	s.last.event++
	e.Seq, e.At = s.last.event, moment(e.At)
	s.events = append(s.events, e)
}

// from returns where events with a Seq of at least seq begin.
func (s *Store) from(seq int64) int {
	i, _ := slices.BinarySearchFunc(s.events, seq, func(e knowledge.Event, seq int64) int { return cmp.Compare(e.Seq, seq) })
	return i
}

// Events implements knowledge.Log.
func (s *Store) Events(ctx context.Context, c knowledge.CommunityID, before int64, limit int) (all []knowledge.Event, err error) {
	err = s.read(ctx, func() error {
		end := len(s.events)
		if before != 0 {
			end = s.from(before)
		}
		for i := end - 1; i >= 0 && len(all) < limit; i-- {
			if s.events[i].Community == c && s.events[i].Action != "erase" {
				all = append(all, s.events[i])
			}
		}
		return nil
	})
	return all, err
}

// EventsAfter implements knowledge.Log.
func (s *Store) EventsAfter(ctx context.Context, seq int64, limit int) (all []knowledge.Event, err error) {
	err = s.read(ctx, func() error {
		all = slices.Clone(head(s.events[s.from(seq+1):], limit))
		return nil
	})
	return all, err
}

// LastEvent implements knowledge.Log.
func (s *Store) LastEvent(ctx context.Context) (seq int64, err error) {
	err = s.read(ctx, func() error { seq = s.last.event; return nil })
	return seq, err
}
