package telegramtest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"
)

// queryTooOld is what an answer meets that comes too late, twice, or to nothing.
const queryTooOld = "query is too old and response timeout expired or query ID is invalid"

// A Press is somebody's press on a button of the bot, and what came of it.
type Press struct {
	srv    *Server
	id     string
	data   string
	at     time.Time
	chat   *Chat // nil: a message sent through the bot
	record *record
	after  int // id of the last message before it
	answer *CallbackAnswer
	err    error
}

// A CallbackAnswer is what answerCallbackQuery said.
type CallbackAnswer struct {
	Text  string
	Alert bool
	URL   string
	At    time.Time
}

// answerCallbackQuery is https://core.telegram.org/bots/api#answercallbackquery.
func (s *Server) answerCallbackQuery(c *call) (any, *Error) {
	p := s.callbacks[c.args["callback_query_id"]]
	switch {
	case p == nil || p.answer != nil || time.Since(p.at) > s.opts.QueryLife:
		return nil, badRequest(queryTooOld)
	case Units(c.args["text"]) > 200:
		return nil, badRequest("MESSAGE_TOO_LONG")
	}
	a := &CallbackAnswer{Text: c.args["text"], Alert: c.boolean("show_alert"), URL: c.args["url"], At: time.Now()}
	if a.URL != "" {
		if _, err := checkURL(a.URL); err != nil {
			return nil, badRequest("URL_INVALID")
		}
	}
	p.answer = a
	return true, nil
}

// Press presses the button of a message whose label or data is which. It fails when the person does not see the message or it has no
// such button; buttons without data do nothing here.
func (p *Person) Press(m Message, which string) *Press {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	press := &Press{srv: s, at: time.Now()}
	c := s.chats[m.Chat.ID]
	if c == nil || !p.sees(c) || c.messages[m.ID] == nil {
		press.err = fmt.Errorf("telegramtest: %d does not see that message", p.user.ID)
		return press
	}
	r := c.messages[m.ID]
	for _, b := range r.msg.Buttons() {
		if b.Data != "" && (b.Text == which || b.Data == which) {
			press.chat, press.record = c, r
			s.press(press, p.user, b.Data)
			return press
		}
	}
	press.err = fmt.Errorf("telegramtest: no such button")
	return press
}

// Forge sends a callback query with data that no button has, as a changed client can, about a message that the person sees.
func (p *Person) Forge(m Message, data string) *Press {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	press := &Press{srv: s, at: time.Now(), chat: s.chats[m.Chat.ID]}
	if press.chat == nil || !p.sees(press.chat) || press.chat.messages[m.ID] == nil {
		press.err = fmt.Errorf("telegramtest: %d does not see that message", p.user.ID)
		return press
	}
	press.record = press.chat.messages[m.ID]
	s.press(press, p.user, data)
	return press
}

func (s *Server) press(p *Press, from User, data string) {
	p.id, p.data = strconv.FormatInt(s.me.ID<<20+int64(len(s.callbacks))+1, 10), data
	s.callbacks[p.id] = p
	q := map[string]any{"id": p.id, "from": from, "data": data, "chat_instance": "1"}
	switch r := p.record; {
	case r.inlineID != "":
		q["inline_message_id"] = r.inlineID
	case r.forgotten:
		q["message"] = inaccessible{Chat: p.chat.info(), ID: r.msg.ID}
	default:
		q["message"] = r.msg
	}
	if p.chat != nil {
		p.after = s.lastMsg
		if p.chat.large() {
			p.after = p.chat.lastMsg
		}
		q["chat_instance"] = strconv.FormatInt(p.chat.id*31+7, 10)
	}
	s.push("callback_query", "callbacks "+strconv.FormatInt(from.ID, 10), q)
}

func (p *Person) sees(c *Chat) bool {
	return c.person == p || c.members[p.user.ID].in()
}

// ID is the id of the callback query.
func (p *Press) ID() string { return p.id }

// Wait waits until the press is answered.
func (p *Press) Wait(ctx context.Context) (CallbackAnswer, error) {
	if p.err != nil {
		return CallbackAnswer{}, p.err
	}
	if err := p.srv.await(ctx, "an answer to a button", func() bool { return p.answer != nil }); err != nil {
		return CallbackAnswer{}, err
	}
	return *p.answer, nil
}

// Answer returns the answer so far; ok is false while there is none.
func (p *Press) Answer() (a CallbackAnswer, ok bool) {
	p.srv.mu.Lock()
	defer p.srv.mu.Unlock()
	if p.answer == nil {
		return a, false
	}
	return *p.answer, true
}

// Err says why the press could not happen.
func (p *Press) Err() error { return p.err }

// WaitMessage waits until a message satisfies ok, which must not call the server: the one with the button as it then is, or one that the bot wrote after the press in
// the same chat.
func (p *Press) WaitMessage(ctx context.Context, ok func(Message) bool) (Message, error) {
	if p.err != nil {
		return Message{}, p.err
	}
	var found Message
	err := p.srv.await(ctx, "a message after a button", func() bool {
		if ok(p.record.msg) {
			found = p.record.msg
			return true
		}
		if p.chat == nil {
			return false
		}
		for _, id := range slices.Sorted(maps.Keys(p.chat.messages)) {
			if r := p.chat.messages[id]; r.mine && id > p.after && ok(r.msg) {
				found = r.msg
				return true
			}
		}
		return false
	})
	return found, err
}
