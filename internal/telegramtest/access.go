package telegramtest

import (
	"strconv"
	"strings"
)

// reach is how much a method needs of a chat.
type reach int

const (
	toRead reach = iota
	toEdit
	toWrite
)

// chatArg is the chat that a call names by its id or public name, when the bot may reach it.
func (s *Server) chatArg(c *call, need reach) (*Chat, *Error) {
	id := strings.TrimSpace(c.args["chat_id"])
	if id == "" {
		return nil, badRequest("chat_id is empty")
	}
	chat := s.findChat(id)
	if chat == nil {
		return nil, badRequest("Chat not found")
	}
	return chat, chat.refuse(need)
}

func (s *Server) findChat(id string) *Chat {
	if strings.HasPrefix(id, "@") {
		for _, c := range s.chats {
			if sameName(id, c.name) {
				return c
			}
		}
		return nil
	}
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return nil
	}
	if p := s.people[n]; p != nil {
		return s.privateOf(p)
	}
	return s.chats[n]
}

// refuse says why the bot cannot reach a chat, or nil.
func (c *Chat) refuse(need reach) *Error {
	me := c.members[c.srv.me.ID]
	switch c.kind {
	case "private":
		return c.refusePrivate(need)
	case "group":
		switch {
		case need == toWrite && c.migratedTo != nil:
			e := badRequest("group chat was upgraded to a supergroup chat")
			e.Parameters = &Parameters{MigrateToChatID: c.migratedTo.id}
			return e
		case me == nil:
			return badRequest("Chat not found")
		case need >= toEdit && c.migratedTo == nil && me.status == "kicked":
			return forbidden("bot was kicked from the group chat")
		case need >= toEdit && c.migratedTo == nil && me.status == "left":
			return forbidden("bot is not a member of the group chat")
		}
		return nil
	}
	switch {
	case me == nil && c.name == "":
		return badRequest("Chat not found")
	case me != nil && me.status == "kicked":
		return forbidden("bot was kicked from the " + c.kind + " chat")
	case !me.in() && (c.name == "" || need >= toEdit):
		return forbidden("bot is not a member of the " + c.kind + " chat")
	}
	return nil
}

func (c *Chat) refusePrivate(need reach) *Error {
	switch {
	case c.person.deleted && need >= toEdit:
		return forbidden("user is deactivated")
	case c.person.user.IsBot && need >= toEdit:
		return forbidden("bot can't send messages to bots")
	case c.blocked && need == toWrite:
		return forbidden("bot was blocked by the user")
	case !c.started && !c.srv.met(c.person.user.ID):
		return badRequest("Chat not found")
	case !c.started && need >= toEdit:
		return forbidden("bot can't initiate conversation with a user")
	}
	return nil
}

// met says whether the bot shares a group with somebody.
func (s *Server) met(id int64) bool {
	for _, c := range s.chats {
		if c.person == nil && c.members[s.me.ID].in() && c.members[id].in() {
			return true
		}
	}
	return false
}

// mayWrite says why the bot, which reaches a chat, may not write there.
func (c *Chat) mayWrite() *Error {
	me := c.members[c.srv.me.ID]
	switch {
	case c.kind == "channel" && !me.admin():
		return badRequest("need administrator rights in the channel chat")
	case c.kind == "channel" && !me.rights.Post && me.status != "creator":
		return badRequest("not enough rights to send text messages to the chat")
	case me != nil && me.status == "restricted":
		return badRequest("not enough rights to send text messages to the chat")
	}
	return nil
}
