package discordtest

import (
	"encoding/json"
	"maps"
)

// wire is the message as the API gives it to somebody; to the bot, the content only when it may read it.
func (m *message) wire(to *User) object {
	o := m.basic(to)
	if m.reference != nil {
		o["message_reference"] = m.referenceWire()
		o["referenced_message"] = nil
		if m.refers != nil && !m.refers.deleted {
			o["referenced_message"] = m.refers.basic(to)
		}
	}
	return o
}

// basic is the message without the one it refers to.
func (m *message) basic(to *User) object {
	mentions := []object{}
	for _, u := range m.mentions.users {
		mentions = append(mentions, u.wire())
	}
	roles := m.mentions.roles
	if roles == nil {
		roles = []string{}
	}
	o := object{
		"id": m.id, "type": m.kind, "channel_id": m.channel.id, "author": m.author.wire(), "content": m.content,
		"timestamp": stamp(m.at), "edited_timestamp": nil, "tts": false, "mention_everyone": m.mentions.everyone, "mentions": mentions,
		"mention_roles": roles, "attachments": m.filesWire(), "embeds": embedsWire(m.embeds), "components": wires(m.components),
		"pinned": m.pinned, "flags": m.flags,
	}
	m.addOrigin(o)
	if !m.edited.IsZero() {
		o["edited_timestamp"] = stamp(m.edited)
	}
	if len(m.nonce) > 0 && to == m.author {
		o["nonce"] = m.nonce
	}
	if m.poll {
		o["poll"] = object{}
	}
	maps.Copy(o, m.raw)
	if to == m.channel.server.app.bot && !m.readableByBot() {
		o["content"], o["embeds"], o["attachments"], o["components"] = "", []any{}, []any{}, []any{}
		delete(o, "poll")
	}
	delete(o, "poll") // its answers are not kept
	return o
}

func (m *message) addOrigin(o object) {
	if m.webhook != "" {
		o["webhook_id"] = m.webhook
	}
	if m.byApp {
		o["application_id"] = m.channel.server.app.id
	}
	if m.origin != nil {
		o["interaction_metadata"] = m.origin
	}
}

// readableByBot is the rule of the message content intent (docs: events/gateway, « Message Content Intent »).
func (m *message) readableByBot() bool {
	s := m.channel.server
	return s.options.Privileged&IntentMessageContent != 0 || m.author == s.app.bot || m.channel.isDM() || m.mentions.has(s.app.bot)
}

func (m *message) referenceWire() object {
	o := object{"type": 0, "channel_id": m.reference.ChannelID, "message_id": m.reference.MessageID}
	if m.channel.guild != nil {
		o["guild_id"] = m.channel.guild.id
	}
	return o
}

func (m *message) filesWire() []object {
	out := []object{}
	for _, f := range m.files {
		address := "https://cdn.discordapp.com/attachments/" + m.channel.id + "/" + f.id + "/" + f.name
		out = append(out, object{"id": f.id, "filename": f.name, "size": f.size, "url": address, "proxy_url": address})
	}
	return out
}

// embedsWire gives embeds back with their type, and the fields' inline said.
func embedsWire(embeds []Embed) []any {
	out := []any{}
	for _, e := range embeds {
		e.Type = "rich"
		out = append(out, e)
	}
	return out
}

// event is the message as the gateway sends it to the bot: with the guild and the member.
func (m *message) event(contentIntent bool) object {
	s := m.channel.server
	o := m.wire(s.app.bot)
	if !contentIntent && m.author != s.app.bot && !m.channel.isDM() && !m.mentions.has(s.app.bot) {
		o["content"], o["embeds"], o["attachments"], o["components"] = "", []any{}, []any{}, []any{}
	}
	o["channel_type"] = m.channel.kind
	if g := m.channel.guild; g != nil {
		o["guild_id"] = g.id
		if member := g.members[m.author.id]; member != nil && m.webhook == "" {
			o["member"] = member.wire(false)
		}
	}
	return o
}

// copyOf makes a JSON value independent of the state it was made from.
func copyOf(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null") // every value here can be marshalled
	}
	return b
}
