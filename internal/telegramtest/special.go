package telegramtest

import "fmt"

// NewTopic opens a topic in a forum and returns its number.
func (p *Person) NewTopic(c *Chat, name string) (int, error) {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	if !c.forum || !p.sees(c) {
		return 0, fmt.Errorf("telegramtest: no forum that %d is in", p.user.ID)
	}
	r := &record{msg: Message{From: &p.user, TopicCreated: &TopicCreated{Name: name, IconColor: 7322096}, IsTopicMessage: true}}
	c.add(r)
	r.msg.ThreadID = r.msg.ID
	c.topics[r.msg.ID] = &topic{name: name}
	c.deliver(r)
	return r.msg.ID, nil
}

// CloseTopic closes a topic: only administrators write in it.
func (c *Chat) CloseTopic(id int) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	if t := c.topics[id]; t != nil {
		t.closed = true
		c.service(c.owner(), func(m *Message) { m.TopicClosed, m.ThreadID, m.IsTopicMessage = &struct{}{}, id, true })
	}
}

// DeleteTopic deletes a topic and what was written in it; bots are not told.
func (c *Chat) DeleteTopic(id int) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	if t := c.topics[id]; t != nil {
		t.gone = true
	}
	for n, r := range c.messages {
		if r.msg.IsTopicMessage && r.msg.ThreadID == id {
			delete(c.messages, n)
		}
	}
}

// Link makes a supergroup the discussion group of a channel: what is posted in the channel appears in the group.
func (c *Chat) Link(group *Chat) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	c.linked, group.linked = group, c
}

// forward puts a post of a channel into its discussion group.
func (c *Chat) forward(post *record) {
	info := c.info()
	r := &record{msg: post.msg}
	r.msg.From = &User{ID: telegramID, FirstName: "Telegram"}
	r.msg.SenderChat, r.msg.IsAutomaticForward = &info, true
	r.msg.ForwardOrigin = &Origin{Type: "channel", Date: post.msg.Date, Chat: info, MessageID: post.msg.ID}
	c.linked.add(r)
	c.linked.deliver(r)
}

// Migrate makes a supergroup of a group, with a new id, and returns it. Both chats say so.
func (p *Person) Migrate(c *Chat) (*Chat, error) {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.kind != "group" || c.migratedTo != nil || !c.members[p.user.ID].admin() {
		return nil, fmt.Errorf("telegramtest: no group of %d that can become a supergroup", p.user.ID)
	}
	to := s.newChat(Supergroup, c.title)
	for id, m := range c.members {
		moved := *m
		to.members[id] = &moved
	}
	c.migratedTo = to
	c.service(p.user, func(m *Message) { m.MigrateTo = to.id })
	to.service(p.user, func(m *Message) { m.MigrateFrom = c.id })
	return to, nil
}

// MigratedTo is the supergroup that a group has become, or nil.
func (c *Chat) MigratedTo() *Chat {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	return c.migratedTo
}
