package discordtest

// Intents that matter here (docs: events/gateway, « List of Intents »).
const (
	IntentGuilds         = 1 << 0
	IntentGuildMembers   = 1 << 1 // privileged
	IntentGuildPresences = 1 << 8 // privileged
	IntentGuildMessages  = 1 << 9
	IntentDirectMessages = 1 << 12
	IntentMessageContent = 1 << 15 // privileged
)

const (
	privileged   = IntentGuildMembers | IntentGuildPresences | IntentMessageContent
	knownIntents = 1<<17 - 1 | 1<<20 | 1<<21 | 1<<24 | 1<<25
)

// An audience says which sessions an event goes to.
type audience func(*session) bool

// forGuild is the shard of a guild, when it asked for the intent.
func forGuild(g *Guild, intent int) audience {
	return func(s *session) bool { return s.intents&intent == intent && s.hasGuild(g.id) }
}

// forChannel is who hears of changes of a channel: the bot, if it sees it.
func forChannel(c *Channel, intent int) audience {
	if c.guild == nil {
		return func(s *session) bool { return c.isDM() && s.intents&IntentDirectMessages != 0 && s.shard[0] == 0 }
	}
	sees := c.permissions(c.server.app.bot).Has(ViewChannel)
	return func(s *session) bool { return sees && s.intents&intent == intent && s.hasGuild(c.guild.id) }
}

// forMessages is who hears of messages in a channel.
func forMessages(c *Channel) audience { return forChannel(c, IntentGuildMessages) }

// forInteraction is the shard of the guild, or the first one; no intent is needed.
func forInteraction(i *interaction) audience {
	if g := i.channel.guild; g != nil {
		return func(s *session) bool { return s.hasGuild(g.id) }
	}
	return func(s *session) bool { return s.shard[0] == 0 }
}

// hasGuild says that the session's shard is that of the guild.
func (s *session) hasGuild(id string) bool { return shardOf(id, s.shard[1]) == s.shard[0] }
