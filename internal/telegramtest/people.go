package telegramtest

import (
	"slices"
	"strings"
)

// The accounts that Telegram itself speaks through.
const (
	telegramID   = 777000     // forwards the posts of a linked channel
	anonymousBot = 1087968824 // stands for administrators who hide their names
	channelBot   = 136817688  // stands for people who speak as a channel
)

// A Person is somebody who uses Telegram, or another bot. What a person does is in person_*.go.
type Person struct {
	srv     *Server
	user    User
	deleted bool
}

// NewPerson adds somebody. A zero ID gets one; a blank FirstName becomes « Alice ».
func (s *Server) NewPerson(u User) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	if u.ID == 0 {
		s.lastID++
		u.ID = s.lastID
	}
	fill(&u.FirstName, "Alice")
	p := &Person{srv: s, user: u}
	s.people[u.ID] = p
	s.wake()
	return p
}

// People are everybody added, by id.
func (s *Server) People() []*Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []*Person
	for _, p := range s.people {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Person) int { return int(a.user.ID - b.user.ID) })
	return all
}

// ID is the person's id, and that of their private chat with the bot.
func (p *Person) ID() int64 { return p.user.ID }

// User is the person as others see them.
func (p *Person) User() User { return p.user }

// userByID is the account with an id, or nil; the server is locked.
func (s *Server) userByID(id int64) *User {
	if id == s.me.ID {
		me := s.me
		return &me
	}
	if p := s.people[id]; p != nil {
		u := p.user
		return &u
	}
	return nil
}

// Private is the chat of the person with the bot. It cannot be written to by the bot before the person did.
func (p *Person) Private() *Chat {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.privateOf(p)
}

func (s *Server) privateOf(p *Person) *Chat {
	if c := s.chats[p.user.ID]; c != nil {
		return c
	}
	c := s.addChat(&Chat{id: p.user.ID, kind: "private", person: p})
	return c
}

// DeleteAccount makes the bot's messages to the person fail for ever.
func (p *Person) DeleteAccount() {
	p.srv.mu.Lock()
	defer p.srv.mu.Unlock()
	p.deleted = true
}

func sameName(a, b string) bool { return a != "" && strings.EqualFold(strings.TrimPrefix(a, "@"), b) }
