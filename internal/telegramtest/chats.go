package telegramtest

import (
	"maps"
	"slices"
)

// A Chat is a conversation: private, group, supergroup or channel. It is a handle; its fields belong to the locked server.
type Chat struct {
	srv    *Server
	id     int64
	kind   string
	title  string
	name   string // public name
	forum  bool
	person *Person // of a private chat

	started bool // private: the person has written, or pressed start
	blocked bool // private: by the person

	members    map[int64]*member
	messages   map[int]*record
	lastMsg    int // of supergroups and channels
	topics     map[int]*topic
	pinned     []int
	migratedTo *Chat
	linked     *Chat // of a channel, its group; of a group, its channel
	menu       []byte
	sents      []*Sent // what people wrote here and the bot was shown
	lastBot    *Sent   // of these, the one that it answered last
}

type topic struct {
	name   string
	closed bool
	gone   bool
}

// A record is a message with what only the server knows of it.
type record struct {
	msg       Message
	mine      bool   // the bot's
	shown     bool   // delivered to the bot
	forgotten bool   // the bot can no longer get at it
	other     []byte // a markup that is no inline keyboard
	data      []byte // of a document
	inlineID  string
	answerOf  *Sent
	history   []Message // earlier versions
}

func (s *Server) addChat(c *Chat) *Chat {
	c.srv, c.members, c.messages, c.topics = s, map[int64]*member{}, map[int]*record{}, map[int]*topic{}
	s.chats[c.id] = c
	s.wake()
	return c
}

// A ChatKind is a chat with several people.
type ChatKind string

// The kinds of chats with several people.
const (
	Group      ChatKind = "group"
	Supergroup ChatKind = "supergroup"
	Forum      ChatKind = "forum" // a supergroup with topics
	Channel    ChatKind = "channel"
)

// NewChat makes a chat that its first member owns. The bot is not in it.
func (s *Server) NewChat(kind ChatKind, title string, members ...*Person) *Chat {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.newChat(kind, title)
	for i, p := range members {
		status := "member"
		if i == 0 {
			status = "creator"
		}
		c.members[p.user.ID] = &member{user: p.user, status: status}
	}
	return c
}

func (s *Server) newChat(kind ChatKind, title string) *Chat {
	s.lastID++
	c := &Chat{id: -s.lastID, kind: string(kind), title: title}
	if kind == Forum {
		c.kind, c.forum = string(Supergroup), true
	}
	if kind != Group {
		c.id -= 1_000_000_000_000
		c.lastMsg = 1 // the message that says it was created
	}
	return s.addChat(c)
}

// Chats are all chats, by id.
func (s *Server) Chats() []*Chat {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(maps.Values(s.chats), func(a, b *Chat) int { return int(a.id - b.id) })
}

// ID is the chat's id.
func (c *Chat) ID() int64 { return c.id }

// Info is the chat as messages show it.
func (c *Chat) Info() ChatInfo {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	return c.info()
}

func (c *Chat) info() ChatInfo {
	if p := c.person; p != nil {
		return ChatInfo{ID: c.id, Type: c.kind, Username: p.user.Username, FirstName: p.user.FirstName, LastName: p.user.LastName}
	}
	return ChatInfo{ID: c.id, Type: c.kind, Title: c.title, Username: c.name, IsForum: c.forum}
}

// SetName gives a supergroup or a channel its public name; "" takes it away.
func (c *Chat) SetName(name string) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	c.name = name
}

func (c *Chat) group() bool { return c.kind == "group" || c.kind == "supergroup" }

// large says that messages are numbered in the chat.
func (c *Chat) large() bool { return c.kind == "supergroup" || c.kind == "channel" }
