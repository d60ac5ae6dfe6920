package telegramtest

import (
	"encoding/json"
	"strings"
)

// replyTo is https://core.telegram.org/bots/api#replyparameters.
type replyTo struct {
	MessageID  int             `json:"message_id"`
	ChatID     json.RawMessage `json:"chat_id"`
	Anyway     bool            `json:"allow_sending_without_reply"`
	Quote      string          `json:"quote"`
	QuoteMode  string          `json:"quote_parse_mode"`
	QuoteMarks json.RawMessage `json:"quote_entities"`
	QuotePlace int             `json:"quote_position"`
	quote      formatted
}

// replyArg reads reply_parameters, and the older parameters that it replaced.
func (s *Server) replyArg(c *call) (replyTo, *Error) {
	r := replyTo{}
	raw, given := c.args["reply_parameters"]
	switch {
	case !given:
		r.MessageID, r.Anyway = int(c.integer("reply_to_message_id", 0, 0, 1<<31)), c.boolean("allow_sending_without_reply")
		return r, nil
	case raw == "":
		return r, nil
	case !json.Valid([]byte(raw)):
		return r, badRequest("Can't parse reply parameters JSON object")
	}
	var obj map[string]json.RawMessage
	if json.Unmarshal([]byte(raw), &obj) != nil {
		return r, badRequest("Object expected as reply parameters")
	}
	if len(obj) > 0 && !has(obj, "message_id") {
		return r, badRequest("Can't find field %q", "message_id")
	}
	if json.Unmarshal([]byte(raw), &r) != nil {
		return r, badRequest("Can't parse reply parameters JSON object")
	}
	var err *Error
	r.quote, err = s.format(r.Quote, r.QuoteMode, string(r.QuoteMarks))
	if err == nil && Units(r.quote.text) > maxQuote {
		err = badRequest("QUOTE_TEXT_INVALID")
	}
	return r, err
}

// reply makes a message a reply. Replies to other chats are refused: this server does not know them.
func (s *Server) reply(chat *Chat, to replyTo, m *Message) *Error {
	if to.MessageID <= 0 {
		return nil
	}
	if id := strings.Trim(string(to.ChatID), `"`); id != "" && id != "null" && s.findChat(id) != chat {
		return badRequest("Chat not found")
	}
	r := chat.messages[to.MessageID]
	if r == nil || r.forgotten {
		if to.Anyway {
			return nil
		}
		return badRequest("message to be replied not found")
	}
	m.ReplyTo = r.msg.short()
	if to.quote.text == "" {
		return nil
	}
	source := r.msg.Text + r.msg.Caption
	at := strings.Index(source, to.quote.text)
	if at < 0 {
		return badRequest("QUOTE_TEXT_INVALID")
	}
	m.Quote = &Quote{Text: to.quote.text, Position: Units(source[:at]), IsManual: true}
	return nil
}

// thread puts a message of the bot into a topic.
func (c *Chat) thread(id int, m *Message) *Error {
	if id == 0 {
		if m.ReplyTo != nil && m.ReplyTo.IsTopicMessage { // a reply lies where its message lies
			m.ThreadID, m.IsTopicMessage = m.ReplyTo.ThreadID, true
		} else if m.ReplyTo != nil {
			c.plainThread(m)
		}
		return nil
	}
	t := c.topics[id]
	switch {
	case t == nil || t.gone: // General has no number of its own to send to
		return badRequest("Message thread not found")
	case t.closed && !c.members[c.srv.me.ID].admin():
		return badRequest("TOPIC_CLOSED")
	}
	m.ThreadID, m.IsTopicMessage = id, true
	if m.ReplyTo == nil {
		m.ReplyTo = c.messages[id].msg.short()
	}
	return nil
}

// plainThread numbers a reply in a supergroup without topics: the thread is the message that was replied to first.
func (c *Chat) plainThread(m *Message) {
	if c.kind != "supergroup" || c.forum {
		return
	}
	m.ThreadID = m.ReplyTo.ID
	if t := m.ReplyTo.ThreadID; t != 0 {
		m.ThreadID = t
	}
}
