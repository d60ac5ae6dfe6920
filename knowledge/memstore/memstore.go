// Package memstore keeps everything in memory, and loses it with the program: for tests and for trying things out.
package memstore

import (
	"context"
	"sync"
	"time"

	"nonmerci/knowledge"
)

// A Store is a knowledge.Store in memory. Use New.
type Store struct {
	mu          sync.RWMutex
	communities map[knowledge.CommunityID]*community // the shared base too, under its own id
	places      map[knowledge.Place]*place
	edition     int64
	alerts      []knowledge.Alert
	leases      map[string]lease
	events      []knowledge.Event
	last        struct{ community, gap, suggestion, event int64 } // what was given last, and is never given again
}

var _ knowledge.Store = (*Store)(nil)

// A community is all that belongs to one.
type community struct {
	id           knowledge.CommunityID
	places       []knowledge.Place // sorted
	settings     knowledge.Settings
	joined, left time.Time
	entries      map[knowledge.ID]*entry
	gaps         map[int64]*knowledge.Gap
	suggestions  map[int64]*knowledge.Suggestion
	counts       map[counter]int
}

// A place is all that belongs to one.
type place struct {
	community    *community
	left         time.Time // when the bot was removed from it; zero while it is there
	guide        *knowledge.Guide
	subscription *knowledge.Subscription
	invitation   *invitation
}

// New returns an empty store.
func New() *Store {
	s := &Store{communities: map[knowledge.CommunityID]*community{}, places: map[knowledge.Place]*place{}, leases: map[string]lease{}}
	s.add(knowledge.SharedBase, time.Time{})
	return s
}

// add makes a community.
func (s *Store) add(id knowledge.CommunityID, at time.Time) *community {
	c := &community{
		id: id, joined: moment(at), entries: map[knowledge.ID]*entry{}, gaps: map[int64]*knowledge.Gap{},
		suggestions: map[int64]*knowledge.Suggestion{}, counts: map[counter]int{},
	}
	s.communities[id] = c
	return c
}

// Ping answers.
func (s *Store) Ping(ctx context.Context) error { return ctx.Err() }

// Close does nothing.
func (s *Store) Close() error { return nil }

// write calls do alone. Do changes nothing when it returns an error.
func (s *Store) write(ctx context.Context, do func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil { // after the lock: waiting for it may have taken long
		return err
	}
	return do()
}

// read calls do beside other readers.
func (s *Store) read(ctx context.Context, do func() error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	return do()
}

// in calls do with a community, or returns ErrNotFound.
func (s *Store) in(id knowledge.CommunityID, do func(c *community) error) func() error {
	return func() error {
		c := s.communities[id]
		if c == nil {
			return knowledge.ErrNotFound
		}
		return do(c)
	}
}

// about calls do with a community when there is one: what it would list is empty otherwise.
func (s *Store) about(id knowledge.CommunityID, do func(c *community)) func() error {
	return func() error {
		if c := s.communities[id]; c != nil {
			do(c)
		}
		return nil
	}
}

// moment is a time as it is kept.
func moment(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }

// head returns the first of a list, at most limit.
func head[T any](all []T, limit int) []T { return all[:max(0, min(limit, len(all)))] }
