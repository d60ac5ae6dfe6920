package telegramtest

import "strings"

// deliver sends a message to the bot when it may see it, and remembers that it did.
func (c *Chat) deliver(r *record) {
	if r.mine || !c.visible(&r.msg) {
		return
	}
	r.shown = true
	kind := "message"
	if c.kind == "channel" {
		kind = "channel_post"
	}
	c.srv.push(kind, c.lane(), r.msg)
}

// visible says whether the bot sees a message: https://core.telegram.org/bots/features#privacy-mode. Messages of other bots are
// never seen.
func (c *Chat) visible(m *Message) bool {
	s := c.srv
	if c.person != nil {
		return c.started && !c.blocked && !c.person.user.IsBot
	}
	me := c.members[s.me.ID]
	if !me.in() {
		return false
	}
	if c.kind == "channel" {
		return me.admin()
	}
	if m.From.IsBot && m.SenderChat == nil && !m.service() {
		return m.ViaBot != nil && m.ViaBot.ID == s.me.ID
	}
	return me.admin() || me.readsAll || m.service() || s.meant(m)
}

// meant says whether a message is for the bot although privacy mode is on: a command that is not another bot's, a reply to the bot,
// something sent through it. Naming it is not enough.
func (s *Server) meant(m *Message) bool {
	if m.ViaBot != nil && m.ViaBot.ID == s.me.ID {
		return true
	}
	if r := m.ReplyTo; r != nil && r.From != nil && (r.From.ID == s.me.ID || r.ViaBot != nil && r.ViaBot.ID == s.me.ID) {
		return true
	}
	if len(m.Entities) == 0 || m.Entities[0].Type != "bot_command" || m.Entities[0].Offset != 0 {
		return false
	}
	command, _ := Cut(m.Text, 0, m.Entities[0].Length)
	_, to, addressed := strings.Cut(command, "@")
	return !addressed || strings.EqualFold(to, s.me.Username)
}

// service says that a message tells what happened in the chat, and was written by nobody.
func (m *Message) service() bool {
	return m.Text == "" && m.Document == nil && !m.attached()
}
