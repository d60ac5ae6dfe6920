package discordtest

import (
	"maps"
	"time"
)

// Interaction types (docs: interactions/receiving-and-responding).
const (
	KindCommand      = 2
	KindComponent    = 3
	KindAutocomplete = 4
	KindModal        = 5
)

// Contexts of an interaction.
const (
	contextGuild   = 0
	contextBotDM   = 1
	contextPrivate = 2
)

const (
	ackWithin     = 3 * time.Second
	tokenLifetime = 15 * time.Minute
	maxFollowups  = 5 // when the application is only installed for the user
)

// interaction is one thing that a person did with the application.
type interaction struct {
	id, token string
	kind      int
	at        time.Time
	user      *User
	channel   *Channel
	command   *command
	data      object
	owners    map[string]string
	source    *message     // the message of the component
	parent    *interaction // that showed the form
	focused   int          // the type of the option that is completed

	ack       int // the type of the callback; 0 before
	original  *message
	followups int
	exchange  *Exchange
}

// newInteraction registers an interaction and makes its handle. s.mu is held.
func (s *Server) newInteraction(i interaction) *interaction {
	s.forgetOld()
	i.id, i.token, i.at = s.ids.next(), secret(), time.Now()
	i.exchange = s.newExchange(i.user, i.channel)
	i.exchange.action = &i
	s.actions[i.id], s.tokens[i.token] = &i, &i
	return &i
}

// forgetOld drops interactions whose token is long dead, once there are many.
func (s *Server) forgetOld() {
	if len(s.actions) < 5000 {
		return
	}
	for id, i := range s.actions {
		if time.Since(i.at) > 2*tokenLifetime {
			delete(s.actions, id)
			delete(s.tokens, i.token)
		}
	}
}

func (i *interaction) context() int {
	switch {
	case i.channel.guild != nil:
		return contextGuild
	case i.channel.isDM():
		return contextBotDM
	}
	return contextPrivate
}

// userOnly says that the application is not in the guild: it can answer the interaction and nothing else.
func (i *interaction) userOnly() bool {
	_, inGuild := i.owners["0"]
	return !inGuild
}

// hidden says that every reply is ephemeral: in a guild, by an application of the user's, when external ones are not welcome.
func (i *interaction) hidden() bool {
	return i.userOnly() && i.channel.guild != nil && !i.channel.permissions(i.user).Has(UseExternalApps)
}

// owners computes authorizing_integration_owners: who installed the application, as far as it matters here. s.mu is held.
func (s *Server) owners(u *User, c *Channel, kinds []int) map[string]string {
	out := map[string]string{}
	for _, kind := range kinds {
		switch {
		case kind == 1 && u.installed:
			out["1"] = u.id
		case kind == 0 && c.guild != nil && c.guild.members[s.app.bot.id] != nil:
			out["0"] = c.guild.id
		case kind == 0 && c.isDM():
			out["0"] = "0"
		}
	}
	return out
}

// wire is the interaction as the gateway sends it.
func (i *interaction) wire() object {
	s := i.channel.server
	o := object{
		"id": i.id, "application_id": s.app.id, "type": i.kind, "token": i.token, "version": 1, "data": i.data,
		"channel_id": i.channel.id, "channel": i.channel.wire(), "locale": i.user.locale, "context": i.context(),
		"app_permissions": s.appPermissions(i).text(), "authorizing_integration_owners": i.owners, "entitlements": []any{},
		"attachment_size_limit": 10 << 20,
	}
	if i.source != nil {
		o["message"] = i.sourceWire()
	}
	g := i.channel.guild
	if g == nil {
		o["user"] = i.user.wire()
		return o
	}
	m := g.members[i.user.id].wire(true)
	m["permissions"] = i.channel.permissions(i.user).text()
	o["member"], o["guild_id"], o["guild_locale"] = m, g.id, "fr"
	o["guild"] = object{"id": g.id, "locale": "fr", "features": []string{"COMMUNITY"}}
	return o
}

// sourceWire is the message that a component belongs to: always readable, because it is the application's own.
func (i *interaction) sourceWire() object {
	o := object{}
	maps.Copy(o, i.source.wire(i.channel.server.app.bot))
	return o
}

// appPermissions are what the application may do where the interaction was made.
func (s *Server) appPermissions(i *interaction) Permission {
	const inDM = AttachFiles | EmbedLinks | MentionEveryone
	switch c := i.channel; {
	case c.guild != nil && c.guild.members[s.app.bot.id] != nil:
		return c.permissions(s.app.bot)
	case c.guild != nil:
		return c.permissions(i.user) & (inDM | UseExternalEmojis | SendMessages | ViewChannel)
	case c.isDM():
		return inDM | UseExternalEmojis
	}
	return inDM
}

// metadata is what a message says of the interaction it answers.
func (i *interaction) metadata() object {
	kind := i.kind
	o := object{"id": i.id, "type": kind, "user": i.user.wire(), "authorizing_integration_owners": i.owners}
	switch {
	case kind == KindComponent:
		o["interacted_message_id"] = i.source.id
	case kind == KindModal && i.parent != nil:
		o["triggering_interaction_metadata"] = i.parent.metadata()
	}
	return o
}
