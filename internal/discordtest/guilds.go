package discordtest

import (
	"slices"
	"strconv"
	"time"
)

// A Guild is what people call a server.
type Guild struct {
	server   *Server
	id, name string
	owner    *User
	created  time.Time
	everyone *Role
	roles    []*Role
	members  map[string]*member
	channels []*Channel // threads among them
	commands map[string]*command
}

// A Role is a set of permissions that members are given.
type Role struct {
	id, name    string
	guild       *Guild
	permissions Permission
}

// BotPermissions are what the bot is granted in a guild by AddGuild: what the installation asks for.
const BotPermissions = ViewChannel | SendMessages | SendMessagesInThreads | EmbedLinks | AttachFiles | ReadMessageHistory | PinMessages

// AddGuild adds a guild in which the bot is installed, owned by a person of its own.
func (s *Server) AddGuild(name string) *Guild {
	g := s.AddForeignGuild(name)
	g.InstallBot(BotPermissions)
	return g
}

// AddForeignGuild adds a guild in which the bot is not installed: there, only people who installed it for themselves can use it.
func (s *Server) AddForeignGuild(name string) *Guild {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := &Guild{server: s, id: s.ids.next(), name: name, created: time.Now(), members: map[string]*member{}, commands: map[string]*command{}}
	g.owner = s.newUser("owner of "+name, false)
	g.everyone = &Role{id: g.id, name: "@everyone", guild: g, permissions: Ordinary}
	s.guilds[g.id] = g
	g.join(g.owner)
	return g
}

// ID is the guild's id.
func (g *Guild) ID() string { return g.id }

// Owner is the person who may do everything.
func (g *Guild) Owner() *User { return g.owner }

// Everyone is the role that all members have.
func (g *Guild) Everyone() *Role { return g.everyone }

// InstallBot adds the bot to the guild with a role of its own. Connected clients get GUILD_CREATE.
func (g *Guild) InstallBot(p Permission) *Role {
	r := g.AddRole(g.server.app.name, p)
	g.AddMember(g.server.app.bot, r)
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.server.gateway.dispatch("GUILD_CREATE", forGuild(g, IntentGuilds), g.wire())
	return r
}

// RemoveBot removes the bot from the guild. Connected clients get GUILD_DELETE.
func (g *Guild) RemoveBot() {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	delete(g.members, g.server.app.bot.id)
	g.server.gateway.dispatch("GUILD_DELETE", forGuild(g, IntentGuilds), object{"id": g.id})
}

// AddRole adds a role.
func (g *Guild) AddRole(name string, p Permission) *Role {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	r := &Role{id: g.server.ids.next(), name: name, guild: g, permissions: p}
	g.roles = append(g.roles, r)
	return r
}

// AddMember makes people members with these roles, which replace those they had.
func (g *Guild) AddMember(u *User, roles ...*Role) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.join(u, roles...)
}

func (g *Guild) join(u *User, roles ...*Role) {
	g.members[u.id] = &member{user: u, guild: g, roles: roles, joined: time.Now()}
}

// ID is the role's id.
func (r *Role) ID() string { return r.id }

// Name is what the role is called.
func (r *Role) Name() string { return r.name }

// Grant replaces the role's permissions.
func (r *Role) Grant(p Permission) {
	r.guild.server.mu.Lock()
	defer r.guild.server.mu.Unlock()
	r.permissions = p
}

func (r *Role) wire() object {
	return object{
		"id": r.id, "name": r.name, "description": nil, "permissions": r.permissions.text(), "position": 0, "color": 0,
		"colors": object{"primary_color": 0, "secondary_color": nil, "tertiary_color": nil}, "hoist": false, "managed": false,
		"mentionable": false, "icon": nil, "unicode_emoji": nil, "flags": 0,
	}
}

func (ps Permission) text() string { return strconv.FormatUint(uint64(ps), 10) }

func decimal(n int) string { return strconv.Itoa(n) }

// wire is the guild as GUILD_CREATE gives it to the bot: the channels it may see, the members it is told of.
func (g *Guild) wire() object {
	bot := g.server.app.bot
	channels, threads := []object{}, []object{}
	for _, c := range g.channels {
		switch {
		case !c.permissions(bot).Has(ViewChannel):
		case c.isThread():
			if !c.archived {
				threads = append(threads, c.wire())
			}
		default:
			channels = append(channels, c.wire())
		}
	}
	members := []object{}
	if m := g.members[bot.id]; m != nil {
		members = append(members, m.wire(true))
	}
	roles := []object{g.everyone.wire()}
	for _, r := range g.roles {
		roles = append(roles, r.wire())
	}
	return object{
		"id": g.id, "name": g.name, "icon": nil, "owner_id": g.owner.id, "unavailable": false, "joined_at": stamp(g.created),
		"large": false, "member_count": len(g.members), "channels": channels, "threads": threads, "members": members, "roles": roles,
		"voice_states": []any{}, "presences": []any{}, "stage_instances": []any{}, "guild_scheduled_events": []any{},
		"soundboard_sounds": []any{}, "emojis": []any{}, "stickers": []any{}, "features": []string{"COMMUNITY"},
		"preferred_locale": "fr", "afk_timeout": 300, "verification_level": 1, "default_message_notifications": 1,
		"explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0, "system_channel_flags": 0,
	}
}

// sortedGuilds are those the bot is in, oldest first.
func (s *Server) sortedGuilds() []*Guild {
	var out []*Guild
	for _, g := range s.guilds {
		if g.members[s.app.bot.id] != nil {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b *Guild) int { return compareIDs(a.id, b.id) })
	return out
}

// compareIDs orders snowflakes by number.
func compareIDs(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// getMember is GET /guilds/{guild_id}/members/{user_id}.
func getMember(s *Server, c *call) (any, error) {
	g := s.guilds[c.vars["guild_id"]]
	if g == nil || g.members[s.app.bot.id] == nil {
		return nil, errUnknownGuild
	}
	m := g.members[c.vars["user_id"]]
	if m == nil {
		return nil, errUnknownMember
	}
	return m.wire(true), nil
}

// getRoles is GET /guilds/{guild_id}/roles.
func getRoles(s *Server, c *call) (any, error) {
	g := s.guilds[c.vars["guild_id"]]
	if g == nil || g.members[s.app.bot.id] == nil {
		return nil, errUnknownGuild
	}
	out := []object{g.everyone.wire()}
	for _, r := range g.roles {
		out = append(out, r.wire())
	}
	return out, nil
}

// getGuilds is GET /users/@me/guilds: those the bot is in, oldest first, with what it may do there.
func getGuilds(s *Server, _ *call) (any, error) {
	out := []object{}
	for _, g := range s.sortedGuilds() {
		out = append(out, object{
			"id": g.id, "name": g.name, "icon": nil, "banner": nil, "owner": false, "features": []string{"COMMUNITY"},
			"permissions": g.members[s.app.bot.id].base().text(),
		})
	}
	return out, nil
}
