package telegramtest

import (
	"fmt"
	"regexp"
	"slices"
)

var payload = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

func validPayload(s string) bool { return payload.MatchString(s) }

// Start opens t.me/<bot>?start=<value> and presses start; without a value, just the bot.
func (p *Person) Start(value string) *Sent {
	if value != "" && !validPayload(value) {
		return &Sent{srv: p.srv, err: fmt.Errorf("telegramtest: a deep link carries 1 to 64 of A-Z a-z 0-9 _ -")}
	}
	if value != "" {
		value = " " + value
	}
	return p.Ask("/start" + value)
}

// StartGroup opens t.me/<bot>?startgroup=<value> and picks a group: the bot is added to it, and told the value by a command.
func (p *Person) StartGroup(c *Chat, value string) *Sent {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	if !validPayload(value) {
		return &Sent{srv: s, err: fmt.Errorf("telegramtest: a deep link carries 1 to 64 of A-Z a-z 0-9 _ -")}
	}
	if !c.members[s.me.ID].in() {
		if err := p.addBot(c); err != nil {
			return &Sent{srv: s, err: err}
		}
	}
	return p.write(c, Post{Text: "/start@" + s.me.Username + " " + value})
}

// Visible returns the messages of a chat that the person can see, oldest first: none of a chat they are not in.
func (p *Person) Visible(c *Chat) []Message {
	p.srv.mu.Lock()
	ok := p.sees(c)
	p.srv.mu.Unlock()
	if !ok {
		return nil
	}
	return slices.Clone(c.Messages())
}
