package discordtest

import (
	"slices"
	"strconv"
	"time"
)

// visible is the channel when the bot sees it: 10003 and 50001 otherwise. s.mu is held.
func (s *Server) visible(id string) (*Channel, error) {
	c := s.channels[id]
	switch {
	case c == nil:
		return nil, errUnknownChannel
	case !c.permissions(s.app.bot).Has(ViewChannel):
		return nil, errMissingAccess
	}
	return c, nil
}

// getChannel is GET /channels/{channel_id}.
func getChannel(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, err
	}
	return ch.wire(), nil
}

// createMessage is POST /channels/{channel_id}/messages.
func createMessage(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, err
	}
	b, err := c.message(s)
	if err != nil {
		return nil, err
	}
	if err := s.maySend(ch, b); err != nil {
		return nil, err
	}
	if err := b.check(checks{}); err != nil {
		return nil, err
	}
	if old := s.sameNonce(ch, b); old != nil {
		return old.wire(s.app.bot), nil
	}
	refers, err := s.referred(ch, b)
	if err != nil {
		return nil, err
	}
	m := s.newReply(ch, s.app.bot, b, refers)
	s.keepNonce(ch, b, m)
	s.publish(m)
	return m.wire(s.app.bot), nil
}

// maySend refuses for want of permissions, and where no message can be sent. s.mu is held.
func (s *Server) maySend(ch *Channel, b *messageBody) error {
	may := ch.permissions(s.app.bot)
	need := SendMessages
	if ch.isThread() {
		need = SendMessagesInThreads
	}
	if len(or(b.Embeds, nil)) > 0 {
		need |= EmbedLinks
	}
	if len(b.files) > 0 {
		need |= AttachFiles
	}
	switch {
	case ch.kind == typeForum:
		return errForum
	case ch.isDM() && ch.refusedBy(s.app.bot):
		return errCannotMessage
	case !may.Has(need):
		return errMissingPermissions
	case ch.archived:
		return errArchived
	case b.MessageReference != nil && !may.Has(ReadMessageHistory):
		return errCannotReply
	}
	return nil
}

// refusedBy says that somebody in a direct message does not want any from u.
func (c *Channel) refusedBy(u *User) bool {
	return slices.ContainsFunc(c.recipients, func(r *User) bool { return r != u && r.refuses })
}

// referred is the message replied to; nil when there is none, or when it is gone and the client does not mind.
func (s *Server) referred(ch *Channel, b *messageBody) (*message, error) {
	ref := b.MessageReference
	if ref == nil {
		return nil, nil
	}
	if ref.ChannelID != "" && ref.ChannelID != ch.id {
		var f formErrors
		f.add("message_reference", "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL", "Cannot reply to a message in a different channel")
		return nil, f.err()
	}
	m := ch.find(ref.MessageID)
	if m == nil && or(ref.FailIfNotExists, true) {
		var f formErrors
		f.add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
		return nil, f.err()
	}
	return m, nil
}

// newReply makes a message that may reply to another.
func (s *Server) newReply(ch *Channel, author *User, b *messageBody, refers *message) *message {
	m := s.newMessage(ch, author, b)
	if refers != nil {
		m.kind, m.refers = messageReply, refers
		m.reference = &referenceBody{MessageID: refers.id, ChannelID: ch.id}
		m.mentions = s.pings(ch, author, m.everyWord(), b.AllowedMentions, refers)
	}
	return m
}

// A nonce is a message that a client may ask for again, by the word it chose.
type nonce struct {
	message *message
	until   time.Time
}

// nonceWindow is how long enforce_nonce remembers: « the past few minutes ».
const nonceWindow = 5 * time.Minute

func (s *Server) sameNonce(ch *Channel, b *messageBody) *message {
	n, ok := s.nonces[ch.id+" "+b.nonce()]
	if !b.EnforceNonce || !ok || time.Now().After(n.until) {
		return nil
	}
	return n.message
}

func (s *Server) keepNonce(ch *Channel, b *messageBody, m *message) {
	for key, n := range s.nonces {
		if time.Now().After(n.until) {
			delete(s.nonces, key)
		}
	}
	if b.nonce() != "" {
		s.nonces[ch.id+" "+b.nonce()] = nonce{m, time.Now().Add(nonceWindow)}
	}
}

// messageOf is the channel and the message of a path.
func (s *Server) messageOf(c *call) (*Channel, *message, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, nil, err
	}
	m := ch.find(c.vars["message_id"])
	if m == nil {
		return nil, nil, errUnknownMessage
	}
	return ch, m, nil
}

// editMessage is PATCH /channels/{channel_id}/messages/{message_id}.
func editMessage(s *Server, c *call) (any, error) {
	ch, m, err := s.messageOf(c)
	if err != nil {
		return nil, err
	}
	b, err := c.message(s)
	switch {
	case err != nil:
		return nil, err
	case m.author != s.app.bot:
		return nil, errNotYours
	case ch.archived:
		return nil, errArchived
	}
	if err := b.check(checks{before: m}); err != nil {
		return nil, err
	}
	s.change(m, b)
	return m.wire(s.app.bot), nil
}

// deleteMessage is DELETE /channels/{channel_id}/messages/{message_id}.
func deleteMessage(s *Server, c *call) (any, error) {
	ch, m, err := s.messageOf(c)
	switch {
	case err != nil:
		return nil, err
	case m.author != s.app.bot && !ch.permissions(s.app.bot).Has(ManageMessages):
		return nil, errMissingPermissions
	case ch.archived:
		return nil, errArchived
	}
	s.remove(m)
	return nil, nil
}

// getMessage is GET /channels/{channel_id}/messages/{message_id}.
func getMessage(s *Server, c *call) (any, error) {
	ch, m, err := s.messageOf(c)
	switch {
	case err != nil:
		return nil, err
	case !ch.permissions(s.app.bot).Has(ReadMessageHistory):
		return nil, errMissingPermissions
	}
	return m.wire(s.app.bot), nil
}

// listMessages is GET /channels/{channel_id}/messages: newest first. Without READ_MESSAGE_HISTORY the list is empty, as documented.
func listMessages(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, err
	}
	limit := 50
	if q := c.query.Get("limit"); q != "" {
		if limit, err = strconv.Atoi(q); err != nil || limit < 1 || limit > 100 {
			var f formErrors
			f.add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.")
			return nil, f.err()
		}
	}
	out := []object{}
	if !ch.permissions(s.app.bot).Has(ReadMessageHistory) {
		return out, nil
	}
	before, after := c.query.Get("before"), c.query.Get("after")
	for _, m := range slices.Backward(ch.messages) {
		if m.only != nil || m.deleted || before != "" && compareIDs(m.id, before) >= 0 || after != "" && compareIDs(m.id, after) <= 0 {
			continue
		}
		if len(out) < limit {
			out = append(out, m.wire(s.app.bot))
		}
	}
	return out, nil
}

// showTyping is POST /channels/{channel_id}/typing.
func showTyping(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, err
	}
	if err := s.maySend(ch, &messageBody{}); err != nil {
		return nil, err
	}
	ch.typed = append(ch.typed, time.Now())
	return nil, nil
}

// openChannel is POST /users/@me/channels. As on Discord it succeeds when the user refuses messages: sending fails then.
func openChannel(s *Server, c *call) (any, error) {
	var body struct {
		RecipientID string `json:"recipient_id"`
	}
	if err := c.decode(&body); err != nil {
		return nil, err
	}
	u := s.users[body.RecipientID]
	switch {
	case u == nil:
		return nil, errUnknownUser
	case u.bot:
		return nil, errCannotMessage
	}
	return s.openDM(u).wire(), nil
}
