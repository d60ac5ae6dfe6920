package telegram

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"nonmerci/bot/desk"
)

const (
	rightsLife  = 45 * time.Second // a minute at most, with the time that an act takes
	rightsCall  = 8 * time.Second
	maxStanding = 10_000
)

// A standing is what somebody is in a group.
type standing struct {
	rights desk.Rights
	hidden bool // an administrator whose name is not shown
}

// A rightsCache remembers standings for a moment. It is safe for concurrent use; the zero value is ready.
type rightsCache struct {
	mu    sync.Mutex
	known map[[2]int64]dated[standing] // by group and person
	era   int                          // rises when something is forgotten, so that what was asked before is not kept after
}

func (c *rightsCache) get(chat, who int64, now time.Time) (s standing, era int, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	d, ok := c.known[[2]int64{chat, who}]
	return d.value, c.era, ok && now.Sub(d.at) < rightsLife
}

// put keeps an answer, unless something was forgotten since it was asked for at an era.
func (c *rightsCache) put(chat, who int64, s standing, asked time.Time, era int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if era != c.era {
		return
	}
	if c.known == nil || len(c.known) >= maxStanding {
		c.known = map[[2]int64]dated[standing]{}
	}
	c.known[[2]int64{chat, who}] = dated[standing]{s, asked}
}

// forget drops what is known of one person in a group, or of everybody there for 0.
func (c *rightsCache) forget(chat, who int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.era++
	for k := range c.known {
		if k[0] == chat && (who == 0 || k[1] == who) {
			delete(c.known, k)
		}
	}
}

// standing asks Telegram what somebody is in a group now. The error says that nobody can tell at the moment. A curator who is no
// administrator of the group is a member of it like others: the texts of a community are its own.
func (r *room) standing(ctx context.Context, chat, who int64) (standing, error) {
	chat = r.chats.now(chat)
	now := time.Now()
	s, era, ok := r.rights.get(chat, who, now)
	if ok {
		return s, nil
	}
	ctx, cancel := context.WithTimeout(ctx, rightsCall)
	defer cancel()
	m, err := r.client.getChatMember(ctx, chat, who)
	if asAPI(err) != nil && asAPI(err).MigrateTo != 0 {
		r.chats.moved(chat, asAPI(err).MigrateTo)
		chat = asAPI(err).MigrateTo
		m, err = r.client.getChatMember(ctx, chat, who)
	}
	if code(err) == http.StatusBadRequest { // where members are hidden from us, administrators are not
		m, err = r.client.administrator(ctx, chat, who)
	}
	c := code(err)
	gone := c == http.StatusForbidden || c == http.StatusBadRequest // we are not there any more, or they are not known
	if err != nil && !gone {
		return standing{}, fmt.Errorf("ask Telegram who somebody is: %w", err)
	}
	s = m.standing()
	if s.rights == desk.Moderator && r.curators[who] {
		s.rights = desk.Curator
	}
	r.rights.put(chat, who, s, now, era)
	return s, nil
}

// A member is the part of https://core.telegram.org/bots/api#chatmember that rights depend on.
type member struct {
	User      user   `json:"user"`
	Status    string `json:"status"`
	IsMember  bool   `json:"is_member"` // of those restricted
	Anonymous bool   `json:"is_anonymous"`
}

func (m member) standing() standing {
	switch {
	case m.User.IsBot:
		return standing{}
	case m.Status == "creator", m.Status == "administrator":
		return standing{desk.Moderator, m.Anonymous}
	case m.Status == "member", m.Status == "restricted" && m.IsMember:
		return standing{rights: desk.Member}
	}
	return standing{}
}
