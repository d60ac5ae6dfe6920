package telegram

import (
	"strconv"
	"sync"
	"time"

	"nonmerci/bot"
)

// chats remember what became of chats: which the bot was put out of, and which have a new id. It is in memory alone: after a restart
// the first refusal tells it again. It is safe for concurrent use.
type chats struct {
	mu     sync.Mutex
	closed map[int64]time.Time // since when
	to     map[int64]int64     // old id → new id
	from   map[int64]int64     // new id → the id it was first met with
	tell   func(from, to int64)
}

func newChats() *chats {
	return &chats{closed: map[int64]time.Time{}, to: map[int64]int64{}, from: map[int64]int64{}}
}

// close and open say whether the bot may write to a chat.
func (c *chats) close(chat int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed[chat] = time.Now()
}

func (c *chats) open(chat int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.closed, chat)
}

// wrote opens a private chat for somebody who wrote after it was closed: then they do not block the bot. Times of messages are whole
// seconds.
func (c *chats) wrote(chat int64, at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if since, ok := c.closed[chat]; ok && at.After(since) {
		delete(c.closed, chat)
	}
}

// mayWrite says whether a chat is open.
func (c *chats) mayWrite(chat int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.closed[chat].IsZero()
}

// onMove has a function told of each chat that has a new id, once in a run. It must be set before the first.
func (c *chats) onMove(tell func(from, to int64)) { c.tell = tell }

// moved remembers that a chat has a new id.
func (c *chats) moved(from, to int64) {
	if c.move(from, to) && c.tell != nil {
		c.tell(from, to)
	}
}

func (c *chats) move(from, to int64) (isNew bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if from == to || c.to[from] == to {
		return false
	}
	c.to[from] = to
	delete(c.to, to) // no circles
	first := from
	if older, ok := c.from[from]; ok {
		first = older
	}
	c.from[to] = first
	delete(c.closed, to)
	return true
}

// now is the id that a chat has today.
func (c *chats) now(chat int64) int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	for range 8 {
		to, ok := c.to[chat]
		if !ok {
			break
		}
		chat = to
	}
	return chat
}

// name is the conversation of a place. It stays the same when the chat gets a new id, so that a conversation goes on.
func (c *chats) name(p place) bot.ChatID {
	c.mu.Lock()
	defer c.mu.Unlock()
	id := p.chat
	if first, ok := c.from[id]; ok {
		id = first
	}
	return bot.ChatID("telegram:" + strconv.FormatInt(id, 10) + ":" + strconv.Itoa(p.thread))
}
