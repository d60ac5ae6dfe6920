package discordtest

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// Message types that appear here (docs: resources/message).
const (
	messageDefault     = 0
	messagePinned      = 6
	messageReply       = 19
	messageCommand     = 20
	messageContextMenu = 23
)

// message is a message as the server keeps it.
type message struct {
	id         string
	kind       int
	channel    *Channel
	author     *User
	webhook    string // the id of the webhook or the application it came through
	byApp      bool   // through the application's interactions
	content    string
	embeds     []Embed
	components []Component
	files      []attachment
	flags      int
	at         time.Time
	edited     time.Time
	mentions   mentioned
	reference  *referenceBody
	refers     *message // what reference names, nil when it is gone
	nonce      json.RawMessage
	pinned     bool
	pinnedAt   time.Time
	deleted    bool
	origin     object       // interaction_metadata
	only       *User        // who sees an ephemeral message; nil for everybody
	by         *interaction // the one it answers
	exchange   *Exchange    // what it answers
	asks       *Exchange    // what it began
	poll       bool
	raw        object // extra fields that a test wants in the wire form
	edits      []time.Time
}

func (m *message) loading() bool { return m.flags&FlagLoading != 0 }

// seenBy says whether u sees the message. s.mu is held.
func (m *message) seenBy(u *User) bool {
	if m.only != nil {
		return m.only == u && !m.deleted
	}
	return !m.deleted && m.channel.permissions(u).Has(ViewChannel)
}

// find is the message with this id that is not ephemeral, nil when there is none.
func (c *Channel) find(id string) *message {
	for _, m := range slices.Backward(c.messages) {
		if m.id == id && m.only == nil && !m.deleted {
			return m
		}
	}
	return nil
}

// newMessage makes a message of a body that was checked; it is not in its channel before publish. s.mu is held.
func (s *Server) newMessage(c *Channel, author *User, b *messageBody) *message {
	m := &message{id: s.ids.next(), channel: c, author: author, at: time.Now(), nonce: b.Nonce, poll: len(b.Poll) > 0}
	m.flags = b.flags() & (FlagSuppressEmbeds | FlagEphemeral | FlagSuppressNotifications | FlagComponentsV2)
	m.apply(b)
	return m
}

// apply puts the fields of a body that are present into the message.
func (m *message) apply(b *messageBody) {
	m.content = or(b.Content, m.content)
	m.embeds = or(b.Embeds, m.embeds)
	if b.Components != nil {
		m.components = *b.Components
		number(m.components)
	}
	if b.Flags != nil {
		changeable := FlagSuppressEmbeds | FlagComponentsV2
		m.flags = m.flags&^FlagSuppressEmbeds | *b.Flags&changeable
	}
	if m.flags&FlagComponentsV2 != 0 {
		m.content, m.embeds = "", nil
	}
	if b.Attachments != nil {
		kept := func(a attachment) bool {
			return slices.ContainsFunc(*b.Attachments, func(o object) bool { return o["id"] == a.id })
		}
		m.files = slices.DeleteFunc(m.files, func(a attachment) bool { return !kept(a) })
	}
	for _, f := range b.files {
		f.id = m.channel.server.ids.next()
		m.files = append(m.files, f)
	}
	s := m.channel.server
	m.mentions = s.pings(m.channel, m.author, m.everyWord(), b.AllowedMentions, m.refers)
}

// everyWord is the text that mentions count in: the content and the texts of components; not embeds.
func (m *message) everyWord() string {
	var t strings.Builder
	t.WriteString(m.content)
	walk("", m.components, func(_ string, c *Component) { t.WriteString("\n" + c.Content) })
	return t.String()
}

// publish puts the message into its channel and tells the gateway. s.mu is held.
func (s *Server) publish(m *message) {
	m.channel.messages = append(m.channel.messages, m)
	s.attribute(m)
	if m.only == nil {
		s.gateway.message("MESSAGE_CREATE", m)
	}
}

// change applies an edit and tells everybody. s.mu is held.
func (s *Server) change(m *message, b *messageBody) {
	m.apply(b)
	if !m.loading() {
		m.edited = time.Now()
		m.edits = append(m.edits, m.edited)
	}
	m.flags &^= FlagLoading
	m.exchange.touch()
	if m.only == nil {
		s.gateway.message("MESSAGE_UPDATE", m)
	}
}

// remove deletes the message and tells everybody. s.mu is held.
func (s *Server) remove(m *message) {
	m.deleted = true
	m.channel.pins = slices.DeleteFunc(m.channel.pins, func(p *message) bool { return p == m })
	m.exchange.touch()
	if m.only == nil {
		o := object{"id": m.id, "channel_id": m.channel.id}
		if g := m.channel.guild; g != nil {
			o["guild_id"] = g.id
		}
		s.gateway.dispatch("MESSAGE_DELETE", forMessages(m.channel), o)
	}
}
