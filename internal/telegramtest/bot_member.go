package telegramtest

import "fmt"

// What people do with the bot's own place in a chat. Each is told to the bot by my_chat_member.

// AddBot adds the bot to a group, or as an administrator to a channel.
func (p *Person) AddBot(c *Chat) error {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	return p.addBot(c)
}

func (p *Person) addBot(c *Chat) error {
	s := p.srv
	switch {
	case c.person != nil || s.opts.NoGroups && c.group():
		return fmt.Errorf("telegramtest: the bot cannot be added there")
	case !c.members[p.user.ID].in():
		return fmt.Errorf("telegramtest: %d is not in the chat", p.user.ID)
	}
	c.change(p.user, s.me, func(m *member) {
		m.status, m.readsAll = "member", s.opts.ReadsAll
		if c.kind == "channel" {
			m.status, m.rights = "administrator", AllRights()
		}
	})
	if c.group() {
		c.service(p.user, func(m *Message) { m.NewMembers = []User{s.me} })
	}
	return nil
}

// SetReadsAll switches privacy mode off or on, as its owner does in BotFather. It takes effect where the bot is added after.
func (s *Server) SetReadsAll(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opts.ReadsAll = on
}

// KickBot bans the bot.
func (p *Person) KickBot(c *Chat) { p.setBot(c, "kicked", Rights{}) }

// RemoveBot takes the bot out; it can be added again.
func (p *Person) RemoveBot(c *Chat) { p.setBot(c, "left", Rights{}) }

// PromoteBot makes the bot an administrator: it then sees every message.
func (p *Person) PromoteBot(c *Chat, rights Rights) { p.setBot(c, "administrator", rights) }

// DemoteBot makes the bot a member again.
func (p *Person) DemoteBot(c *Chat) { p.setBot(c, "member", Rights{}) }

// RestrictBot takes from the bot the right to write.
func (p *Person) RestrictBot(c *Chat) { p.setBot(c, "restricted", Rights{}) }

func (p *Person) setBot(c *Chat, status string, rights Rights) {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	gone := status == "kicked" || status == "left"
	if gone && c.kind == "group" && c.members[s.me.ID].in() { // a basic group says so, while the bot still reads
		c.service(p.user, func(m *Message) { m.LeftMember = &s.me })
	}
	c.change(p.user, s.me, func(m *member) { m.status, m.rights = status, rights })
}

// Block stops the bot from writing to the person, and Unblock lets it again.
func (p *Person) Block() { p.setBlocked(true) }

// Unblock ends Block.
func (p *Person) Unblock() { p.setBlocked(false) }

func (p *Person) setBlocked(on bool) {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.privateOf(p)
	if c.blocked == on {
		return
	}
	c.place(s.me)
	c.members[s.me.ID].status = map[bool]string{true: "member", false: "kicked"}[on]
	c.blocked = on
	c.change(p.user, s.me, func(m *member) { m.status = map[bool]string{true: "kicked", false: "member"}[on] })
}
