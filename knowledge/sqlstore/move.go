package sqlstore

import (
	"context"
	"errors"
	"strings"
	"time"

	"nonmerci/knowledge"
)

// Move implements knowledge.Communities.
func (s *Store) Move(ctx context.Context, from, to knowledge.Place) error {
	return s.change(ctx, func(t *tx) error {
		c, err := t.byPlace(from)
		if err != nil || from == to {
			return err
		}
		if err := t.giveUp(from, to); err != nil {
			return err
		}
		// Guides and subscriptions refer to places, and follow.
		if err := t.must("UPDATE places SET platform = $3, chat = $4 WHERE platform = $1 AND chat = $2",
			from.Platform, from.Chat, to.Platform, to.Chat); err != nil {
			return err
		}
		if moved(&c.Settings, from, to) {
			if err := t.configure(c.ID, c.Settings); err != nil {
				return err
			}
		}
		if err := t.settle(c.ID, c.Left); err != nil {
			return err
		}
		return t.log(knowledge.Event{Community: c.ID, Action: "move"})
	})
}

// giveUp removes a place that joined under its new name before it was known to be from. What from has not, it gets; the bot is in it when it
// is in either; and the community that it joined with counts as left since then when it has no other place.
func (t *tx) giveUp(from, to knowledge.Place) error {
	given, _, err := t.place(to)
	if errors.Is(err, knowledge.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, table := range []string{"guides", "subscriptions"} {
		if _, err := t.exec("UPDATE "+table+` SET platform = $1, chat = $2 WHERE platform = $3 AND chat = $4
			AND NOT EXISTS (SELECT 1 FROM `+table+` WHERE platform = $1 AND chat = $2)`, from.Platform, from.Chat, to.Platform, to.Chat); err != nil {
			return err
		}
	}
	if _, err := t.exec(`UPDATE places SET left_ms = NULL WHERE platform = $1 AND chat = $2
		AND EXISTS (SELECT 1 FROM places WHERE platform = $3 AND chat = $4 AND left_ms IS NULL)`, from.Platform, from.Chat, to.Platform, to.Chat); err != nil {
		return err
	}
	if _, err := t.exec("DELETE FROM places WHERE platform = $1 AND chat = $2", to.Platform, to.Chat); err != nil {
		return err
	}
	var last time.Time
	if err := t.row(`SELECT coalesce((SELECT max(left_ms) FROM places WHERE community = $1), joined_ms) FROM communities WHERE id = $1`, given).
		Scan(at{&last}); err != nil {
		return err
	}
	return t.settle(given, last)
}

// moved puts the new name of a place in settings, and says whether they named it.
func moved(s *knowledge.Settings, from, to knowledge.Place) (changed bool) {
	if role, ok := s.Roles[from.String()]; ok {
		delete(s.Roles, from.String())
		s.Roles[to.String()] = role
		changed = true
	}
	if channel, ok := strings.CutPrefix(s.Digest, from.String()+"/"); ok {
		s.Digest = to.String() + "/" + channel
		changed = true
	}
	return changed
}
