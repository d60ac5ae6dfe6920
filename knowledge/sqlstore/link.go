package sqlstore

import (
	"context"
	"time"

	"nonmerci/knowledge"
)

// Link implements knowledge.Communities.
func (s *Store) Link(ctx context.Context, p knowledge.Place, to knowledge.CommunityID, by knowledge.Actor, at time.Time) error {
	return s.change(ctx, func(t *tx) error {
		from, _, err := t.place(p)
		if err != nil {
			return err
		}
		if _, err := t.byID(to); err != nil || from == to {
			return err
		}
		return t.transfer(p, from, to, knowledge.Event{At: at, Action: "link", By: by})
	})
}

// Unlink implements knowledge.Communities.
func (s *Store) Unlink(ctx context.Context, p knowledge.Place, by knowledge.Actor, at time.Time) (knowledge.Community, error) {
	var c knowledge.Community
	err := s.change(ctx, func(t *tx) (err error) {
		if c, err = t.byPlace(p); err != nil || len(c.Places) == 1 {
			return err
		}
		from := c.ID
		id, err := t.create(at)
		if err != nil {
			return err
		}
		if err := t.copyPublished(from, id, by, at); err != nil {
			return err
		}
		if err := t.transfer(p, from, id, knowledge.Event{At: at, Action: "unlink", By: by}); err != nil {
			return err
		}
		c, err = t.byID(id)
		return err
	})
	return c, err
}

// transfer gives a place to another community, and both an event of it.
func (t *tx) transfer(p knowledge.Place, from, to knowledge.CommunityID, e knowledge.Event) error {
	if err := t.must("UPDATE places SET community = $3 WHERE platform = $1 AND chat = $2", p.Platform, p.Chat, to); err != nil {
		return err
	}
	for _, id := range []knowledge.CommunityID{from, to} {
		if err := t.settle(id, e.At); err != nil {
			return err
		}
		e.Community = id
		if err := t.log(e); err != nil {
			return err
		}
	}
	return nil
}

// copyPublished begins the overlay of a new community with what readers see in another one.
func (t *tx) copyPublished(from, to knowledge.CommunityID, by knowledge.Actor, at time.Time) error {
	if _, err := t.exec(`INSERT INTO records (community, entry, latest, published, seeded)
		SELECT $2, entry, 1, 1, 0 FROM records WHERE community = $1 AND published IS NOT NULL`, from, to); err != nil {
		return err
	}
	_, err := t.exec(`INSERT INTO revisions (community, entry, number, at_ms, actor, origin, summary, content)
		SELECT $2, v.entry, 1, $3, $4, v.origin, v.summary, v.content FROM records r
		JOIN revisions v ON v.community = r.community AND v.entry = r.entry AND v.number = r.published WHERE r.community = $1`, from, to, millis(at), by)
	return err
}
