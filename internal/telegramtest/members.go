package telegramtest

import (
	"maps"
	"slices"
)

// A member is somebody's place in a chat, also of those who left.
type member struct {
	user      User
	status    string // creator, administrator, member, restricted, left, kicked
	anonymous bool
	rights    Rights
	readsAll  bool // the bot: it was added with privacy mode off
}

// Rights are what an administrator may do.
type Rights struct {
	Pin, Delete, Post, Edit, Topics, Restrict, Invite, ChangeInfo, Promote bool
}

// AllRights are every right but that to promote others.
func AllRights() Rights {
	return Rights{Pin: true, Delete: true, Post: true, Edit: true, Topics: true, Restrict: true, Invite: true, ChangeInfo: true}
}

func (m *member) in() bool {
	return m != nil && m.status != "left" && m.status != "kicked"
}

func (m *member) admin() bool {
	return m != nil && (m.status == "creator" || m.status == "administrator")
}

// status is what getChatMember answers: https://core.telegram.org/bots/api#chatmember.
func (c *Chat) status(m *member) map[string]any {
	out := map[string]any{"status": m.status, "user": m.user}
	switch m.status {
	case "creator":
		out["is_anonymous"] = m.anonymous
	case "administrator":
		maps.Copy(out, c.adminRights(m))
	case "restricted":
		for _, r := range []string{
			"can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes",
			"can_send_voice_notes", "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
			"can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
		} {
			out[r] = false
		}
		out["is_member"], out["until_date"] = true, 0
	case "kicked":
		out["until_date"] = 0
	}
	return out
}

func (c *Chat) adminRights(m *member) map[string]any {
	out := map[string]any{
		"can_be_edited": false, "is_anonymous": m.anonymous, "can_manage_chat": true, "can_delete_messages": m.rights.Delete,
		"can_manage_video_chats": false, "can_restrict_members": m.rights.Restrict, "can_promote_members": m.rights.Promote,
		"can_change_info": m.rights.ChangeInfo, "can_invite_users": m.rights.Invite, "can_post_stories": false,
		"can_edit_stories": false, "can_delete_stories": false,
	}
	if c.kind == "channel" {
		out["can_post_messages"], out["can_edit_messages"] = m.rights.Post, m.rights.Edit
		return out
	}
	out["can_pin_messages"] = m.rights.Pin
	if c.forum {
		out["can_manage_topics"] = m.rights.Topics
	}
	return out
}

// place returns somebody's place in a chat, making one of somebody who was never there.
func (c *Chat) place(u User) *member {
	if c.members[u.ID] == nil {
		c.members[u.ID] = &member{user: u, status: "left"}
	}
	return c.members[u.ID]
}

// change gives somebody a new place, and tells the bot what it may know: of itself always, of others as an administrator.
func (c *Chat) change(by, of User, edit func(m *member)) {
	s, m := c.srv, c.place(of)
	old := c.status(m)
	edit(m)
	update := map[string]any{
		"chat": c.info(), "from": by, "date": now(), "old_chat_member": old, "new_chat_member": c.status(m),
	}
	switch {
	case of.ID == s.me.ID:
		s.push("my_chat_member", c.lane(), update)
	case c.members[s.me.ID].admin():
		s.push("chat_member", c.lane(), update)
	}
	s.wake()
}

// Join adds people who were invited; the bot reads of it.
func (c *Chat) Join(people ...*Person) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	for _, p := range people {
		c.change(p.user, p.user, func(m *member) { m.status = "member" })
		if c.group() {
			c.service(p.user, func(m *Message) { m.NewMembers = []User{p.user} })
		}
	}
}

// Leave takes somebody out.
func (c *Chat) Leave(p *Person) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	c.change(p.user, p.user, func(m *member) { m.status = "left" })
	if c.group() {
		c.service(p.user, func(m *Message) { m.LeftMember = &p.user })
	}
}

// Promote makes a member an administrator; anonymous ones speak as the group.
func (c *Chat) Promote(p *Person, rights Rights, anonymous bool) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	c.change(c.owner(), p.user, func(m *member) { m.status, m.rights, m.anonymous = "administrator", rights, anonymous })
}

// Demote makes an administrator a member again.
func (c *Chat) Demote(p *Person) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	c.change(c.owner(), p.user, func(m *member) { m.status, m.rights, m.anonymous = "member", Rights{}, false })
}

// Anonymous makes an administrator speak as the group, or under their name again.
func (c *Chat) Anonymous(p *Person, on bool) {
	c.srv.mu.Lock()
	defer c.srv.mu.Unlock()
	c.place(p.user).anonymous = on
}

func (c *Chat) owner() User {
	for _, id := range slices.Sorted(maps.Keys(c.members)) {
		if c.members[id].status == "creator" {
			return c.members[id].user
		}
	}
	return User{ID: telegramID, FirstName: "Telegram"}
}

// service posts a message that says what happened; from is who did it.
func (c *Chat) service(from User, what func(m *Message)) {
	r := &record{msg: Message{From: &from}}
	what(&r.msg)
	c.add(r)
	c.deliver(r)
}
