package telegramtest

import (
	"maps"
	"slices"
)

// getMe is https://core.telegram.org/bots/api#getme.
func (s *Server) getMe(*call) (any, *Error) {
	return struct {
		User
		CanJoinGroups   bool `json:"can_join_groups"`
		ReadsAll        bool `json:"can_read_all_group_messages"`
		Inline          bool `json:"supports_inline_queries"`
		Business        bool `json:"can_connect_to_business"`
		HasMainWebApp   bool `json:"has_main_web_app"`
		HasTopics       bool `json:"has_topics_enabled"`
		UsersMakeTopics bool `json:"allows_users_to_create_topics"`
		CanManageBots   bool `json:"can_manage_bots"`
	}{User: s.me, CanJoinGroups: !s.opts.NoGroups, ReadsAll: s.opts.ReadsAll, Inline: s.opts.Inline}, nil
}

// logOut is https://core.telegram.org/bots/api#logout: every later call is refused.
func (s *Server) logOut(*call) (any, *Error) {
	s.loggedOut = true
	return true, nil
}

// closeBot is https://core.telegram.org/bots/api#close. The instance would start again with the next call; this one has nothing to
// lose by it.
func (s *Server) closeBot(*call) (any, *Error) { return true, nil }

// getChat is https://core.telegram.org/bots/api#getchat.
func (s *Server) getChat(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toRead)
	if err != nil {
		return nil, err
	}
	full := map[string]any{
		"accent_color_id": 0, "max_reaction_count": 11,
		"accepted_gift_types": map[string]bool{
			"unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false, "premium_subscription": false, "gifts_from_channels": false,
		},
	}
	info := chat.info()
	for name, v := range map[string]string{"title": info.Title, "username": info.Username, "first_name": info.FirstName, "last_name": info.LastName} {
		if v != "" {
			full[name] = v
		}
	}
	full["id"], full["type"] = info.ID, info.Type
	if info.Username != "" {
		full["active_usernames"] = []string{info.Username}
	}
	if chat.forum {
		full["is_forum"] = true
	}
	if chat.linked != nil {
		full["linked_chat_id"] = chat.linked.id
	}
	if n := len(chat.pinned); n > 0 {
		if r := chat.messages[chat.pinned[n-1]]; r != nil {
			full["pinned_message"] = r.msg
		}
	}
	if chat.group() {
		full["permissions"] = map[string]bool{"can_send_messages": true, "can_invite_users": true}
	}
	return full, nil
}

// getChatMember is https://core.telegram.org/bots/api#getchatmember.
func (s *Server) getChatMember(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toRead)
	if err != nil {
		return nil, err
	}
	id := c.integer("user_id", 0, 0, 1<<62)
	u := s.userByID(id)
	switch {
	case id == 0:
		return nil, badRequest("Invalid user_id specified")
	case chat.kind == "group" && chat.migratedTo != nil:
		return nil, chat.refuse(toWrite)
	case chat.kind == "channel" && !chat.members[s.me.ID].admin() && id != s.me.ID:
		return nil, badRequest("member list is inaccessible")
	case u == nil || chat.person != nil && id != chat.id && id != s.me.ID:
		return nil, badRequest("user not found")
	}
	if chat.person != nil {
		return map[string]any{"status": "member", "user": u}, nil
	}
	m := chat.members[id]
	if m == nil {
		m = &member{user: *u, status: "left"}
	}
	return chat.status(m), nil
}

// getChatMemberCount is https://core.telegram.org/bots/api#getchatmembercount.
func (s *Server) getChatMemberCount(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toRead)
	if err != nil {
		return nil, err
	}
	if chat.person != nil {
		return 2, nil
	}
	n := 0
	for m := range maps.Values(chat.members) {
		if m.in() {
			n++
		}
	}
	return n, nil
}

// getChatAdministrators is https://core.telegram.org/bots/api#getchatadministrators: without other bots, unless they are asked for.
func (s *Server) getChatAdministrators(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toRead)
	switch {
	case err != nil:
		return nil, err
	case chat.person != nil:
		return nil, badRequest("there are no administrators in the private chat")
	case chat.kind == "group" && chat.migratedTo != nil:
		return nil, chat.refuse(toWrite)
	}
	list := []map[string]any{}
	for _, id := range slices.Sorted(maps.Keys(chat.members)) {
		if m := chat.members[id]; m.admin() && (!m.user.IsBot || m.user.ID == s.me.ID || c.boolean("return_bots")) {
			list = append(list, chat.status(m))
		}
	}
	return list, nil
}

// leaveChat is https://core.telegram.org/bots/api#leavechat.
func (s *Server) leaveChat(c *call) (any, *Error) {
	chat, err := s.chatArg(c, toEdit)
	switch {
	case err != nil:
		return nil, err
	case chat.person != nil:
		return nil, badRequest("chat member status can't be changed in private chats")
	}
	chat.change(s.me, s.me, func(m *member) { m.status = "left" })
	return true, nil
}
