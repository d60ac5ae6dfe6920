package telegramtest

import (
	"maps"
	"slices"
	"strconv"
)

// Messages returns what stands in the chat now, oldest first.
func (c *Chat) Messages() []Message {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	var all []Message
	for _, id := range slices.Sorted(maps.Keys(c.messages)) {
		all = append(all, c.messages[id].msg)
	}
	return all
}

// FromBot returns what the bot wrote and still stands in the chat, oldest first.
func (c *Chat) FromBot() []Message {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	var all []Message
	for _, id := range slices.Sorted(maps.Keys(c.messages)) {
		if r := c.messages[id]; r.mine {
			all = append(all, r.msg)
		}
	}
	return all
}

// Message returns the message with an id as it stands now.
func (c *Chat) Message(id int) (Message, bool) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	r := c.messages[id]
	if r == nil {
		return Message{}, false
	}
	return r.msg, true
}

// Versions returns a message as it was before each edit, oldest first, and as it is.
func (c *Chat) Versions(id int) []Message {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	r := c.messages[id]
	if r == nil {
		return nil
	}
	return append(slices.Clone(r.history), r.msg)
}

// ForgetMessage makes a message inaccessible to the bot, as old ones become: it can be neither edited nor replied to, and a press on
// its buttons brings no content.
func (c *Chat) ForgetMessage(id int) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	if r := c.messages[id]; r != nil {
		r.forgotten = true
	}
}

// DeleteMessage removes a message; Telegram does not tell bots.
func (c *Chat) DeleteMessage(id int) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	delete(c.messages, id)
	c.pinned = slices.DeleteFunc(c.pinned, func(p int) bool { return p == id })
	c.srv.wake()
}

// Pinned are the ids of the pinned messages, the newest last.
func (c *Chat) Pinned() []int {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	return slices.Clone(c.pinned)
}

// File is the content of a document in the chat.
func (c *Chat) File(id int) []byte {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	if r := c.messages[id]; r != nil {
		return slices.Clone(r.data)
	}
	return nil
}

// add gives a message its number and date and keeps it.
func (c *Chat) add(r *record) {
	if c.large() {
		c.lastMsg++
		r.msg.ID = c.lastMsg
	} else {
		c.srv.lastMsg++
		r.msg.ID = c.srv.lastMsg
	}
	r.msg.Date, r.msg.Chat = now(), c.info()
	c.messages[r.msg.ID] = r
	c.srv.wake()
}

// lane is the order that updates about a chat keep.
func (c *Chat) lane() string { return "chat " + strconv.FormatInt(c.id, 10) }
