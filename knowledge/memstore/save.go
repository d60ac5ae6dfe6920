package memstore

import (
	"context"
	"time"

	"nonmerci/knowledge"
)

// Save implements knowledge.Revisions.
func (s *Store) Save(ctx context.Context, one knowledge.Save) (knowledge.Revision, error) {
	all, err := s.SaveAll(ctx, []knowledge.Save{one})
	if err != nil {
		return knowledge.Revision{}, err
	}
	return all[0], nil
}

// SaveAll implements knowledge.Revisions.
func (s *Store) SaveAll(ctx context.Context, all []knowledge.Save) (saved []knowledge.Revision, err error) {
	err = s.write(ctx, func() (err error) {
		saved, err = s.saveAll(all)
		return err
	})
	return saved, err
}

func (s *Store) saveAll(all []knowledge.Save) (saved []knowledge.Revision, err error) {
	if err := s.refuse(all); err != nil {
		return nil, err
	}
	for _, one := range all {
		saved = append(saved, *s.save(one))
	}
	return saved, nil
}

// refuse returns why not all of several can be saved one after the other.
func (s *Store) refuse(all []knowledge.Save) error {
	type key struct {
		community knowledge.CommunityID
		id        knowledge.ID
	}
	added := map[key]int{}
	for _, one := range all {
		c := s.communities[one.Community]
		if c == nil {
			return knowledge.ErrNotFound
		}
		e := c.entries[one.Entry]
		if e == nil {
			e = &entry{}
		}
		k := key{one.Community, one.Entry}
		if one.Expect != e.latest()+added[k] {
			return e.stale(one.Community, one.Entry)
		}
		added[k]++
	}
	return nil
}

func (s *Store) save(one knowledge.Save) *knowledge.Revision {
	c := s.communities[one.Community]
	e := c.entries[one.Entry]
	if e == nil {
		e = &entry{}
		c.entries[one.Entry] = e
	}
	action := "save"
	if one.Draft {
		action = "draft"
	}
	r := e.add(one)
	s.log(knowledge.Event{At: one.At, Community: one.Community, Entry: one.Entry, Action: action, By: one.By, Revision: r.Number})
	return r
}

// Publish implements knowledge.Revisions.
func (s *Store) Publish(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, number int, by knowledge.Actor, at time.Time) error {
	return s.decide(ctx, (*entry).publish, knowledge.Event{At: at, Community: c, Entry: id, Action: "publish", By: by, Revision: number})
}

// Discard implements knowledge.Revisions.
func (s *Store) Discard(ctx context.Context, c knowledge.CommunityID, id knowledge.ID, number int, by knowledge.Actor, at time.Time) error {
	return s.decide(ctx, (*entry).discard, knowledge.Event{At: at, Community: c, Entry: id, Action: "discard", By: by, Revision: number})
}

// decide does with a draft what the event says.
func (s *Store) decide(ctx context.Context, do func(e *entry, number int), event knowledge.Event) error {
	return s.write(ctx, s.entry(event.Community, event.Entry, func(e *entry) error {
		if e.draft == 0 || e.draft != event.Revision {
			return e.stale(event.Community, event.Entry)
		}
		do(e, event.Revision)
		s.log(event)
		return nil
	}))
}
