package telegramtest

import (
	"fmt"
	"strings"
)

// A Post is a message that somebody writes.
type Post struct {
	Text     string
	Entities []Entity // nil: what Telegram marks by itself
	ReplyTo  int      // id of a message in the same chat
	Quote    string   // part of that message
	Topic    int      // of a forum; 0 is General
	As       *Chat    // speak as a channel of one's own

	Attached AttachmentKind // something else than text, which is then its caption
	Document *Upload        // a file, with the text as its caption
}

// Write posts a message in a chat. What is wrong with it stands in Err of what is returned. Writing to the bot in private starts the
// conversation.
func (p *Person) Write(c *Chat, post Post) *Sent {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	return p.write(c, post)
}

func (p *Person) write(c *Chat, post Post) *Sent {
	s := p.srv
	sent := &Sent{srv: s, chat: c}
	r := &record{msg: Message{Text: post.Text, Entities: post.Entities}}
	if post.Entities == nil {
		r.msg.Entities = Entities(post.Text)
	}
	if post.Attached != "" {
		r.msg.attach(post.Attached)
	}
	if post.Document != nil {
		s.bring(r, post.Document)
	}
	sent.err = p.compose(c, post, &r.msg)
	if sent.err != nil {
		return sent
	}
	if c.person != nil {
		c.started = true
	}
	c.add(r)
	sent.record = r
	c.deliver(r)
	if r.shown {
		s.sents, c.sents = append(s.sents, sent), append(c.sents, sent)
	}
	if c.kind == "channel" && c.linked != nil {
		c.forward(r)
	}
	return sent
}

// compose fills in who writes and what to, and says why that cannot be.
func (p *Person) compose(c *Chat, post Post, m *Message) error {
	user := p.user
	m.From = &user
	me := c.members[p.user.ID]
	switch {
	case post.Text == "" && post.Attached == "" && post.Document == nil || Units(post.Text) > maxText:
		return fmt.Errorf("telegramtest: a message has 1 to %d units", maxText)
	case !p.sees(c):
		return fmt.Errorf("telegramtest: %d is not in the chat", p.user.ID)
	case c.person != nil && c.blocked:
		return fmt.Errorf("telegramtest: %d has blocked the bot", p.user.ID)
	case c.migratedTo != nil:
		return fmt.Errorf("telegramtest: the group has become a supergroup")
	case c.kind == "channel" && !me.admin():
		return fmt.Errorf("telegramtest: only administrators write in a channel")
	}
	info := c.info()
	switch {
	case c.kind == "channel":
		m.From, m.SenderChat = nil, &info
	case post.As != nil:
		as := post.As.info()
		m.From, m.SenderChat = &User{ID: channelBot, IsBot: true, FirstName: "Channel", Username: "Channel_Bot"}, &as
	case me != nil && me.anonymous:
		m.From, m.SenderChat = &User{ID: anonymousBot, IsBot: true, FirstName: "Group", Username: "GroupAnonymousBot"}, &info
	}
	return c.fit(post, m)
}

// fit puts a message into its topic and behind the message that it replies to.
func (c *Chat) fit(post Post, m *Message) error {
	if post.ReplyTo != 0 {
		r := c.messages[post.ReplyTo]
		if r == nil {
			return fmt.Errorf("telegramtest: there is no message to reply to")
		}
		m.ReplyTo = r.msg.short()
		if post.Topic == 0 && r.msg.IsTopicMessage {
			post.Topic = r.msg.ThreadID
		}
	}
	if post.Quote != "" {
		if m.ReplyTo == nil || !strings.Contains(m.ReplyTo.Text, post.Quote) {
			return fmt.Errorf("telegramtest: the quote is not in the message")
		}
		m.Quote = &Quote{Text: post.Quote, Position: Units(before(m.ReplyTo.Text, post.Quote)), IsManual: true}
	}
	if post.Topic == 0 {
		if m.ReplyTo != nil {
			c.plainThread(m)
		}
		return nil
	}
	if t := c.topics[post.Topic]; t == nil || t.closed || t.gone {
		return fmt.Errorf("telegramtest: there is no such topic, or it is closed")
	}
	m.ThreadID, m.IsTopicMessage = post.Topic, true
	if m.ReplyTo == nil {
		m.ReplyTo = c.messages[post.Topic].msg.short()
	}
	return nil
}

// Say writes a text in a chat.
func (p *Person) Say(c *Chat, text string) *Sent { return p.Write(c, Post{Text: text}) }

// Ask writes a text to the bot in private.
func (p *Person) Ask(text string) *Sent { return p.Say(p.Private(), text) }

// Mention writes a text that names the bot first.
func (p *Person) Mention(c *Chat, text string) *Sent {
	return p.Say(c, "@"+p.srv.me.Username+" "+text)
}

// Command writes a command with its arguments; in a chat with others it names the bot, as the menu of commands does.
func (p *Person) Command(c *Chat, name, args string) *Sent {
	text := "/" + name
	if c.person == nil {
		text += "@" + p.srv.me.Username
	}
	return p.Say(c, strings.TrimSpace(text+" "+args))
}

// Reply answers a message in its chat, and its topic.
func (p *Person) Reply(to Message, text string) *Sent {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chats[to.Chat.ID]
	if c == nil {
		return &Sent{srv: s, err: fmt.Errorf("telegramtest: no such chat")}
	}
	return p.write(c, Post{Text: text, ReplyTo: to.ID})
}

// Edit changes a message of the person's own; the bot reads of it when it saw the message.
func (p *Person) Edit(sent *Sent, text string) error {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	r := sent.record
	if r == nil || r.msg.From == nil || r.msg.From.ID != p.user.ID || sent.chat.messages[r.msg.ID] == nil {
		return fmt.Errorf("telegramtest: that is no message of %d", p.user.ID)
	}
	r.history = append(r.history, r.msg)
	r.msg.Text, r.msg.Entities, r.msg.EditDate = text, Entities(text), now()
	if sent.chat.visible(&r.msg) {
		s.push("edited_message", sent.chat.lane(), r.msg)
	}
	s.wake()
	return nil
}
