package discordtest

import (
	"strings"
	"time"
)

// object is a JSON object on its way out.
type object = map[string]any

// A User is a person, a bot, or what a webhook posts as. Its methods act as that person would in the client; they are in say.go,
// invoke.go, autocomplete.go, press.go and submit.go.
type User struct {
	server    *Server
	id        string
	name      string
	bot       bool
	locale    string
	refuses   bool // direct messages from the bot
	installed bool // the application, for themselves
	dm        *Channel
}

// An application is the one the server is for.
type application struct {
	id, name string
	bot      *User
	owner    *User
	token    string // "" after a reset
}

// AddUser adds a person who uses Discord in French.
func (s *Server) AddUser(name string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newUser(name, false)
}

// AddBot adds the bot of another application.
func (s *Server) AddBot(name string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newUser(name, true)
}

func (s *Server) newUser(name string, bot bool) *User {
	u := &User{server: s, id: s.ids.next(), name: name, bot: bot, locale: "fr"}
	s.users[u.id] = u
	return u
}

// ID is the user's id.
func (u *User) ID() string { return u.id }

// Name is the user's name.
func (u *User) Name() string { return u.name }

// Mention is the text that mentions the user.
func (u *User) Mention() string { return "<@" + u.id + ">" }

// Speak sets the language of the user's client, such as "en-US", and returns the user.
func (u *User) Speak(locale string) *User {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.locale = locale
	return u
}

// RefuseDMs makes direct messages from the bot fail with 50007, or lets them through again.
func (u *User) RefuseDMs(on bool) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.refuses = on
}

// Install installs the application for the user, or removes it.
func (u *User) Install(on bool) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.installed = on
}

// wire is the user as anybody sees them.
func (u *User) wire() object {
	o := object{
		"id": u.id, "username": strings.ToLower(u.name), "avatar": nil, "discriminator": "0", "public_flags": 0, "flags": 0,
		"global_name": u.name, "primary_guild": nil,
	}
	if u.bot {
		o["bot"], o["discriminator"], o["global_name"], o["username"] = true, "0042", nil, u.name
	}
	return o
}

// self is the bot as it sees itself.
func (u *User) self() object {
	o := u.wire()
	o["mfa_enabled"], o["locale"], o["verified"], o["email"] = true, "en-US", true, nil
	return o
}

// flags are the application's: the privileged intents it has, in the limited form of applications that are not verified.
func (s *Server) appFlags() int {
	flags := 1 << 23 // has used application commands
	for intent, flag := range map[int]int{IntentGuildPresences: 1 << 13, IntentGuildMembers: 1 << 15, IntentMessageContent: 1 << 19} {
		if s.options.Privileged&intent != 0 {
			flags |= flag
		}
	}
	return flags
}

// getApplication is GET /applications/@me.
func getApplication(s *Server, _ *call) (any, error) {
	scopes := object{"scopes": []string{"applications.commands", "bot"}, "permissions": "2251800887495744"}
	kinds := object{"0": object{"oauth2_install_params": scopes}}
	if s.options.UserInstall {
		kinds["1"] = object{"oauth2_install_params": object{"scopes": []string{"applications.commands"}, "permissions": "0"}}
	}
	guilds, users := s.installs()
	return object{
		"id": s.app.id, "name": s.app.name, "icon": nil, "description": "", "type": nil, "bot": s.app.bot.wire(), "bot_public": true,
		"bot_require_code_grant": false, "install_params": scopes, "integration_types_config": kinds,
		"verify_key": strings.Repeat("0", 64), "flags": s.appFlags(), "flags_new": decimal(s.appFlags()), "redirect_uris": []string{},
		"interactions_endpoint_url": nil, "role_connections_verification_url": nil, "owner": s.app.owner.wire(), "team": nil,
		"approximate_guild_count": guilds, "approximate_user_install_count": users, "approximate_user_authorization_count": 0,
		"explicit_content_filter": 0, "eligible_oauth2_scopes": []string{},
	}, nil
}

func (s *Server) installs() (guilds, users int) {
	for _, g := range s.guilds {
		if g.members[s.app.bot.id] != nil {
			guilds++
		}
	}
	for _, u := range s.users {
		if u.installed {
			users++
		}
	}
	return guilds, users
}

// getSelf is GET /users/@me.
func getSelf(s *Server, _ *call) (any, error) { return s.app.bot.self(), nil }

// A member is a user in a guild.
type member struct {
	user   *User
	guild  *Guild
	roles  []*Role
	joined time.Time
}

// wire is the member; with the user or, as in a message, without.
func (m *member) wire(withUser bool) object {
	roles := []string{}
	for _, r := range m.roles {
		roles = append(roles, r.id)
	}
	o := object{
		"avatar": nil, "banner": nil, "communication_disabled_until": nil, "flags": 0, "joined_at": stamp(m.joined), "nick": nil,
		"pending": false, "premium_since": nil, "roles": roles, "mute": false, "deaf": false,
	}
	if withUser {
		o["user"] = m.user.wire()
	}
	return o
}
