package discordtest

import (
	"slices"
	"time"
)

// Channel types (docs: resources/channel).
const (
	typeText         = 0
	typeDM           = 1
	typeGroup        = 3
	typePublicThread = 11
	typeForum        = 15
)

// A Channel is where messages are: a text channel, a forum, a thread or post, a direct message, a group.
type Channel struct {
	server     *Server
	id, name   string
	kind       int
	guild      *Guild   // nil in private
	parent     *Channel // of a thread
	owner      *User    // of a thread or a group
	recipients []*User  // in private
	overwrites []overwrite
	messages   []*message // oldest first
	pins       []*message // newest first
	tags       []object   // of a forum
	applied    []string   // tags of a post
	typed      []time.Time
	requireTag bool

	archived, locked bool
	archivedAt       time.Time
	created          time.Time
	joined           bool // the bot is a member of the thread
}

func (s *Server) newChannel(kind int, name string) *Channel {
	c := &Channel{server: s, id: s.ids.next(), name: name, kind: kind, created: time.Now(), archivedAt: time.Now()}
	s.channels[c.id] = c
	return c
}

// AddChannel adds a text channel.
func (g *Guild) AddChannel(name string) *Channel { return g.addChannel(typeText, name) }

// AddForum adds a forum, whose posts are threads.
func (g *Guild) AddForum(name string) *Channel { return g.addChannel(typeForum, name) }

func (g *Guild) addChannel(kind int, name string) *Channel {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	c := g.server.newChannel(kind, name)
	c.guild = g
	g.channels = append(g.channels, c)
	g.server.gateway.dispatch("CHANNEL_CREATE", forChannel(c, IntentGuilds), c.wire())
	return c
}

// AddGroup adds a private conversation between people, without the bot: only who installed the application can use it there.
func (s *Server) AddGroup(people ...*User) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.newChannel(typeGroup, "")
	c.recipients, c.owner = people, people[0]
	return c
}

// DM is the direct conversation between the user and the bot.
func (u *User) DM() *Channel {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.server.openDM(u)
}

func (s *Server) openDM(u *User) *Channel {
	if u.dm == nil {
		u.dm = s.newChannel(typeDM, "")
		u.dm.recipients = []*User{u, s.app.bot}
	}
	return u.dm
}

// ID is the channel's id.
func (c *Channel) ID() string { return c.id }

// Guild is the guild of the channel, nil in private.
func (c *Channel) Guild() *Guild { return c.guild }

func (c *Channel) isThread() bool { return c.kind == typePublicThread }

func (c *Channel) isDM() bool { return c.kind == typeDM }

// Overwrite sets what a role is allowed and denied in the channel.
func (c *Channel) Overwrite(r *Role, allow, deny Permission) {
	c.setOverwrite(overwrite{id: r.id, allow: allow, deny: deny})
}

// OverwriteUser sets what a member is allowed and denied in the channel.
func (c *Channel) OverwriteUser(u *User, allow, deny Permission) {
	c.setOverwrite(overwrite{id: u.id, member: true, allow: allow, deny: deny})
}

func (c *Channel) setOverwrite(o overwrite) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.overwrites = slices.DeleteFunc(c.overwrites, func(old overwrite) bool { return old.id == o.id })
	c.overwrites = append(c.overwrites, o)
	c.server.gateway.dispatch("CHANNEL_UPDATE", forChannel(c, IntentGuilds), c.wire())
}

// Archived says whether a thread is archived.
func (c *Channel) Archived() bool {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return c.archived
}

// Typed lists when the bot showed that it was typing.
func (c *Channel) Typed() []time.Time {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return slices.Clone(c.typed)
}

// wire is the channel as the API gives it to the bot.
func (c *Channel) wire() object {
	o := object{"id": c.id, "type": c.kind, "flags": 0, "last_message_id": nil}
	if n := len(c.messages); n > 0 {
		o["last_message_id"] = c.messages[n-1].id
	}
	if c.guild == nil {
		o["recipients"] = c.others()
		if c.kind == typeGroup {
			o["name"], o["icon"], o["owner_id"] = nil, nil, c.owner.id
		}
		return o
	}
	o["guild_id"], o["name"], o["rate_limit_per_user"] = c.guild.id, c.name, 0
	if c.isThread() {
		c.addThread(o)
		return o
	}
	o["position"], o["parent_id"], o["topic"], o["nsfw"], o["permission_overwrites"] = 0, nil, nil, false, c.overwritesWire()
	if c.kind == typeForum {
		o["available_tags"], o["default_reaction_emoji"], o["default_sort_order"], o["default_forum_layout"] = c.tagsWire(), nil, nil, 0
	}
	return o
}

func (c *Channel) addThread(o object) {
	o["parent_id"], o["owner_id"], o["message_count"], o["member_count"] = c.parent.id, c.owner.id, len(c.messages), 1
	o["total_message_sent"] = len(c.messages)
	o["thread_metadata"] = object{
		"archived": c.archived, "archive_timestamp": stamp(c.archivedAt), "auto_archive_duration": 1440, "locked": c.locked,
		"create_timestamp": stamp(c.created),
	}
	if len(c.applied) > 0 {
		o["applied_tags"] = c.applied
	}
}

func (c *Channel) tagsWire() []object {
	if c.tags == nil {
		return []object{}
	}
	return c.tags
}

func (c *Channel) overwritesWire() []object {
	out := []object{}
	for _, o := range c.overwrites {
		kind := 0
		if o.member {
			kind = 1
		}
		out = append(out, object{"id": o.id, "type": kind, "allow": o.allow.text(), "deny": o.deny.text()})
	}
	return out
}

// others are the recipients as the bot sees them: without itself.
func (c *Channel) others() []object {
	out := []object{}
	for _, u := range c.recipients {
		if u != c.server.app.bot {
			out = append(out, u.wire())
		}
	}
	return out
}
