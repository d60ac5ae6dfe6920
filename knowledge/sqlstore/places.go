package sqlstore

import (
	"context"
	"errors"
	"time"

	"nonmerci/knowledge"
)

// Join implements knowledge.Communities.
func (s *Store) Join(ctx context.Context, p knowledge.Place, at time.Time) (knowledge.Community, error) {
	if _, left, err := s.reader(ctx).place(p); err == nil && !left {
		return s.At(ctx, p) // what happens all the time takes no turn among those who write
	}
	var c knowledge.Community
	err := s.change(ctx, func(t *tx) error {
		id, left, err := t.place(p)
		switch {
		case err == nil && !left:
			c, err = t.byID(id)
			return err
		case err == nil:
			_, err = t.exec("UPDATE places SET left_ms = NULL WHERE platform = $1 AND chat = $2", p.Platform, p.Chat)
		case errors.Is(err, knowledge.ErrNotFound):
			if id, err = t.create(at); err != nil {
				return err
			}
			_, err = t.exec("INSERT INTO places (platform, chat, community) VALUES ($1, $2, $3)", p.Platform, p.Chat, id)
		}
		if err != nil {
			return err
		}
		if err := t.settle(id, at); err != nil {
			return err
		}
		if err := t.log(knowledge.Event{At: at, Community: id, Action: "join"}); err != nil {
			return err
		}
		c, err = t.byID(id)
		return err
	})
	return c, err
}

// Leave implements knowledge.Communities.
func (s *Store) Leave(ctx context.Context, p knowledge.Place, at time.Time) error {
	return s.change(ctx, func(t *tx) error {
		id, left, err := t.place(p)
		if err != nil || left {
			return err
		}
		if _, err := t.exec("UPDATE places SET left_ms = $3 WHERE platform = $1 AND chat = $2", p.Platform, p.Chat, millis(at)); err != nil {
			return err
		}
		if err := t.settle(id, at); err != nil {
			return err
		}
		return t.log(knowledge.Event{At: at, Community: id, Action: "leave"})
	})
}

// place returns the community of a place, and whether the bot was removed from it.
func (t *tx) place(p knowledge.Place) (id knowledge.CommunityID, left bool, err error) {
	err = t.row("SELECT community, left_ms IS NOT NULL FROM places WHERE platform = $1 AND chat = $2", p.Platform, p.Chat).Scan(&id, &left)
	return id, left, absent(err)
}

// create makes a new community.
func (t *tx) create(at time.Time) (knowledge.CommunityID, error) {
	id := mint()
	_, err := t.exec("INSERT INTO communities (id, settings, joined_ms) VALUES ($1, '{}', $2)", id, millis(at))
	return id, err
}

// settle notes that a community left when it is in no place any more, and that it has not when it is in one.
func (t *tx) settle(id knowledge.CommunityID, at time.Time) error {
	_, err := t.exec(`UPDATE communities SET left_ms = CASE
		WHEN EXISTS (SELECT 1 FROM places WHERE community = $1 AND left_ms IS NULL) THEN NULL ELSE coalesce(left_ms, $2) END WHERE id = $1`, id, millis(at))
	return err
}
