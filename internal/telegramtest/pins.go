package telegramtest

import "slices"

// unpinChatMessage is https://core.telegram.org/bots/api#unpinchatmessage: a message by its number, or the one pinned last.
func (s *Server) unpinChatMessage(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toWrite)
	if err != nil {
		return nil, err
	}
	if chat.person == nil && !chat.mayPin() {
		return nil, badRequest("not enough rights to manage pinned messages in the chat")
	}
	at := len(chat.pinned) - 1
	if c.args["message_id"] != "" {
		at = slices.Index(chat.pinned, int(c.integer("message_id", 0, 0, 1<<31)))
	}
	if at < 0 {
		return nil, badRequest("message to unpin not found")
	}
	chat.pinned = slices.Delete(chat.pinned, at, at+1)
	return true, nil
}

// mayPin says whether the bot may pin and unpin in a chat of several.
func (c *Chat) mayPin() bool {
	me := c.members[c.srv.me.ID]
	return me.admin() && (me.status == "creator" || c.group() && me.rights.Pin || !c.group() && me.rights.Edit)
}
