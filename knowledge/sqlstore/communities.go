package sqlstore

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"slices"
	"strings"
	"time"

	"nonmerci/knowledge"
)

const selectCommunity = `SELECT c.id, c.settings, c.joined_ms, c.left_ms, p.platform, p.chat
	FROM communities c LEFT JOIN places p ON p.community = c.id WHERE c.id = `

// mint returns an id that nobody can guess.
func mint() knowledge.CommunityID { return knowledge.CommunityID(strings.ToLower(rand.Text()[:12])) }

// community returns the one whose id the query gives; the shared base is none.
func (t *tx) community(query string, args ...any) (c knowledge.Community, err error) {
	places, err := list(t, func(row scanner) (knowledge.Place, error) {
		var platform, chat sql.NullString
		err := row.Scan(&c.ID, in{&c.Settings}, at{&c.Joined}, at{&c.Left}, &platform, &chat)
		return knowledge.Place{Platform: platform.String, Chat: chat.String}, err
	}, selectCommunity+query, args...)
	if err != nil || len(places) == 0 || c.ID == knowledge.SharedBase {
		return knowledge.Community{}, cmp.Or(err, knowledge.ErrNotFound)
	}
	if places[0] != (knowledge.Place{}) {
		slices.SortFunc(places, func(a, b knowledge.Place) int {
			return cmp.Or(cmp.Compare(a.Platform, b.Platform), cmp.Compare(a.Chat, b.Chat))
		})
		c.Places = places
	}
	return c, nil
}

func (t *tx) byID(id knowledge.CommunityID) (knowledge.Community, error) {
	return t.community("$1", id)
}

func (t *tx) byPlace(p knowledge.Place) (knowledge.Community, error) {
	return t.community("(SELECT community FROM places WHERE platform = $1 AND chat = $2)", p.Platform, p.Chat)
}

// exists returns ErrNotFound when there is no such community; the shared base always is.
func (t *tx) exists(id knowledge.CommunityID) error {
	var one int
	return t.row("SELECT 1 FROM communities WHERE id = $1", id).Scan(&one)
}

// At implements knowledge.Communities.
func (s *Store) At(ctx context.Context, p knowledge.Place) (knowledge.Community, error) {
	c, err := s.reader(ctx).byPlace(p)
	return c, s.fail(ctx, err)
}

// Community implements knowledge.Communities.
func (s *Store) Community(ctx context.Context, id knowledge.CommunityID) (knowledge.Community, error) {
	c, err := s.reader(ctx).byID(id)
	return c, s.fail(ctx, err)
}

func idOf(row scanner) (id knowledge.CommunityID, err error) {
	err = row.Scan(&id)
	return id, err
}

// CommunityIDs implements knowledge.Communities.
func (s *Store) CommunityIDs(ctx context.Context, after knowledge.CommunityID, limit int) ([]knowledge.CommunityID, error) {
	out, err := list(s.reader(ctx), idOf, "SELECT id FROM communities WHERE id > $1 ORDER BY id LIMIT $2", after, max(limit, 0)) // the shared base is ''
	return out, s.fail(ctx, err)
}

// LeftBefore implements knowledge.Communities.
func (s *Store) LeftBefore(ctx context.Context, at time.Time) ([]knowledge.CommunityID, error) {
	out, err := list(s.reader(ctx), idOf, "SELECT id FROM communities WHERE left_ms < $1 ORDER BY left_ms, id", millis(at))
	return out, s.fail(ctx, err)
}

// Configure implements knowledge.Communities.
func (s *Store) Configure(ctx context.Context, id knowledge.CommunityID, settings knowledge.Settings, by knowledge.Actor, at time.Time) error {
	return s.change(ctx, func(t *tx) error {
		if err := t.configure(id, settings); err != nil {
			return err
		}
		return t.log(knowledge.Event{At: at, Community: id, Action: "configure", By: by})
	})
}

func (t *tx) configure(id knowledge.CommunityID, settings knowledge.Settings) error {
	if id == knowledge.SharedBase {
		return knowledge.ErrNotFound
	}
	value, err := asJSON(settings)
	if err != nil {
		return err
	}
	return t.must("UPDATE communities SET settings = $1 WHERE id = $2", value, id)
}

// Erase implements knowledge.Communities. The tables say what belongs to a community, and goes with it.
func (s *Store) Erase(ctx context.Context, id knowledge.CommunityID) error {
	if id == knowledge.SharedBase {
		return knowledge.ErrNotFound
	}
	return s.change(ctx, func(t *tx) error {
		if err := t.must("DELETE FROM communities WHERE id = $1", id); err != nil {
			return err
		}
		return t.logErased(id)
	})
}
