package telegramtest

import (
	"bytes"
	"slices"
	"time"
)

const notModified = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"

// editMessageText is https://core.telegram.org/bots/api#editmessagetext. Without reply_markup it takes the buttons away.
func (s *Server) editMessageText(c *call) (any, *Error) {
	f, err := s.messageText(c)
	if err != nil {
		return nil, err
	}
	preview, err := linkPreview(c)
	if err != nil {
		return nil, err
	}
	return s.edit(c, func(m *Message) *Error {
		if m.Text == "" {
			return badRequest("there is no text in the message to edit")
		}
		m.Text, m.Entities, m.LinkPreview = f.text, f.entities, preview
		return nil
	})
}

// editMessageReplyMarkup is https://core.telegram.org/bots/api#editmessagereplymarkup.
func (s *Server) editMessageReplyMarkup(c *call) (any, *Error) {
	return s.edit(c, func(*Message) *Error { return nil })
}

// edit finds the message of a call, changes a copy of it and puts that in its place.
func (s *Server) edit(c *call, change func(*Message) *Error) (any, *Error) {
	kb, err := parseMarkup(c.args["reply_markup"])
	if err != nil {
		return nil, err
	}
	chat, r, err := s.messageToEdit(c)
	if err != nil {
		return nil, err
	}
	m := r.msg
	if err := change(&m); err != nil {
		return nil, err
	}
	if chat != nil {
		if err := s.limiter.take(chat.id, chat.group(), time.Now()); err != nil {
			return nil, err
		}
	}
	if err := kb.inline.check(chat != nil && chat.person != nil); err != nil {
		return nil, err
	}
	m.Keyboard = kb.inline
	if same(r.msg, m) {
		return nil, badRequest(notModified)
	}
	m.EditDate = now()
	r.history = append(r.history, r.msg)
	r.msg = m
	if chat == nil {
		return true, nil
	}
	return m, nil
}

// messageToEdit is the bot's own message that a call names; the chat is nil when it names it by inline_message_id.
func (s *Server) messageToEdit(c *call) (*Chat, *record, *Error) {
	if id := c.args["inline_message_id"]; id != "" {
		if r := s.inline.messages[id]; r != nil {
			return nil, r, nil
		}
		return nil, nil, badRequest("MESSAGE_ID_INVALID")
	}
	if c.args["chat_id"] == "" && c.args["message_id"] == "" {
		return nil, nil, badRequest("message identifier is not specified")
	}
	chat, err := s.chatArg(c, toEdit)
	if err != nil {
		return nil, nil, err
	}
	r := chat.messages[int(c.integer("message_id", 0, 0, 1<<31))]
	switch {
	case r == nil || r.forgotten:
		return nil, nil, badRequest("message to edit not found")
	case !r.mine:
		return nil, nil, badRequest("message can't be edited")
	}
	return chat, r, chat.refuse(toWrite)
}

// same compares what a reader sees.
func same(a, b Message) bool {
	return a.Text == b.Text && a.Caption == b.Caption && slices.EqualFunc(a.Entities, b.Entities, func(x, y Entity) bool {
		return bytes.Equal(mustJSON(x), mustJSON(y))
	}) && bytes.Equal(mustJSON(a.Keyboard), mustJSON(b.Keyboard)) && bytes.Equal(mustJSON(a.LinkPreview), mustJSON(b.LinkPreview))
}

// deleteMessage is https://core.telegram.org/bots/api#deletemessage.
func (s *Server) deleteMessage(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toWrite)
	if err != nil {
		return nil, err
	}
	id := int(c.integer("message_id", 0, 0, 1<<31))
	r := chat.messages[id]
	if r == nil || r.forgotten {
		return nil, badRequest("message to delete not found")
	}
	me := chat.members[s.me.ID]
	old := time.Since(time.Unix(r.msg.Date, 0)) > 48*time.Hour
	may := r.mine && !old || chat.person != nil && !old || me.admin() && me.rights.Delete
	switch {
	case may:
	case chat.kind == "supergroup" || chat.kind == "channel":
		return nil, badRequest("message can't be deleted")
	default:
		return nil, badRequest("message can't be deleted for everyone")
	}
	delete(chat.messages, id)
	chat.pinned = slices.DeleteFunc(chat.pinned, func(p int) bool { return p == id })
	return true, nil
}

// pinChatMessage is https://core.telegram.org/bots/api#pinchatmessage.
func (s *Server) pinChatMessage(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toWrite)
	if err != nil {
		return nil, err
	}
	id := int(c.integer("message_id", 0, 0, 1<<31))
	r := chat.messages[id]
	switch {
	case r == nil || r.forgotten:
		return nil, badRequest("message to pin not found")
	case chat.person == nil && !chat.mayPin():
		return nil, badRequest("not enough rights to manage pinned messages in the chat")
	}
	if slices.Contains(chat.pinned, id) {
		return nil, badRequest("CHAT_NOT_MODIFIED")
	}
	chat.pinned = append(chat.pinned, id)
	note := &record{mine: true, msg: Message{From: &s.me, Pinned: r.msg.short()}}
	if r.msg.IsTopicMessage {
		note.msg.ThreadID, note.msg.IsTopicMessage = r.msg.ThreadID, true
	}
	chat.add(note)
	s.push("message", chat.lane(), note.msg)
	return true, nil
}
