package discordtest

import (
	"time"
	"unicode/utf8"
)

// StartThread starts a thread in a text channel, as u. Post does it in a forum.
func (u *User) StartThread(c *Channel, name string) *Channel {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return c.newThread(u, name, "")
}

// Archive archives a thread, or opens it again; locked threads can be opened by who manages threads alone.
func (c *Channel) Archive(archived, locked bool) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.setArchived(archived, locked)
}

// AddTag adds a tag to a forum and returns its id. When required, posts without a tag are refused.
func (c *Channel) AddTag(name string, required bool) string {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	id := c.server.ids.next()
	c.tags = append(c.tags, object{"id": id, "name": name, "moderated": false, "emoji_id": nil, "emoji_name": nil})
	c.requireTag = c.requireTag || required
	return id
}

// newThread makes a thread under c. id is that of the message it starts from, "" for a new one. s.mu is held.
func (c *Channel) newThread(owner *User, name, id string) *Channel {
	t := c.server.newChannel(typePublicThread, name)
	if id != "" {
		delete(c.server.channels, t.id)
		t.id = id
		c.server.channels[id] = t
	}
	t.guild, t.parent, t.owner = c.guild, c, owner
	t.joined = owner == c.server.app.bot
	c.guild.channels = append(c.guild.channels, t)
	o := t.wire()
	o["newly_created"] = true
	c.server.gateway.dispatch("THREAD_CREATE", forChannel(t, IntentGuilds), o)
	return t
}

func (c *Channel) setArchived(archived, locked bool) {
	if c.archived != archived {
		c.archivedAt = time.Now()
	}
	c.archived, c.locked = archived, locked
	c.server.gateway.dispatch("THREAD_UPDATE", forChannel(c, IntentGuilds), c.wire())
}

// threadBody is what starts a thread, from a message, without one, or as a post of a forum.
type threadBody struct {
	Name        string       `json:"name"`
	Type        *int         `json:"type"`
	AppliedTags []string     `json:"applied_tags"`
	Message     *messageBody `json:"message"`
}

// startThreadFrom is POST /channels/{channel_id}/messages/{message_id}/threads.
func startThreadFrom(s *Server, c *call) (any, error) {
	ch, body, err := c.threadRequest(s)
	if err != nil {
		return nil, err
	}
	m := ch.find(c.vars["message_id"])
	if m == nil {
		return nil, errUnknownMessage
	}
	if s.channels[m.id] != nil {
		return nil, refused(400, 160004, "A thread has already been created for this message")
	}
	c.status = 201
	return ch.newThread(s.app.bot, body.Name, m.id).wire(), nil
}

// startThread is POST /channels/{channel_id}/threads: a thread without a message, or a post in a forum.
func startThread(s *Server, c *call) (any, error) {
	ch, body, err := c.threadRequest(s)
	if err != nil {
		return nil, err
	}
	if ch.kind == typeForum {
		return s.post(ch, body, c)
	}
	c.status = 201
	return ch.newThread(s.app.bot, body.Name, "").wire(), nil
}

// threadRequest reads and checks what both ways of starting a thread have in common.
func (c *call) threadRequest(s *Server) (*Channel, threadBody, error) {
	var body threadBody
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, body, err
	}
	need := CreatePublicThreads
	if ch.kind == typeForum {
		need = SendMessages
	}
	if ch.guild == nil || ch.isThread() {
		return nil, body, refused(400, 50024, "Cannot execute action on this channel type")
	}
	if !ch.permissions(s.app.bot).Has(need) {
		return nil, body, errMissingPermissions
	}
	if err := c.decode(&body); err != nil {
		return nil, body, err
	}
	var f formErrors
	if n := utf8.RuneCountInString(body.Name); n < 1 || n > 100 {
		f.length("name", 1, 100)
	}
	return ch, body, f.err()
}

// post makes a post in a forum, with its first message, which has the post's id.
func (s *Server) post(forum *Channel, body threadBody, c *call) (any, error) {
	switch {
	case body.Message == nil:
		var f formErrors
		f.add("message", "BASE_TYPE_REQUIRED", "This field is required")
		return nil, f.err()
	case forum.requireTag && len(body.AppliedTags) == 0:
		return nil, refused(400, 40067, "A tag is required to create a forum post in this channel")
	}
	s.checkMentions(c, body.Message)
	if err := body.Message.check(checks{}); err != nil {
		return nil, err
	}
	t := forum.newThread(s.app.bot, body.Name, "")
	t.applied = body.AppliedTags
	m := s.newMessage(t, s.app.bot, body.Message)
	m.id = t.id
	s.publish(m)
	c.status = 201
	o := t.wire()
	o["message"] = m.wire(s.app.bot)
	return o, nil
}

// joinThread is PUT /channels/{channel_id}/thread-members/@me.
func joinThread(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	switch {
	case err != nil:
		return nil, err
	case ch.archived:
		return nil, errArchived
	}
	ch.joined = true
	return nil, nil
}

// updateChannel is PATCH /channels/{channel_id}: opening an archived thread, archiving, locking, renaming.
func updateChannel(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, err
	}
	var body struct {
		Name             *string
		Archived, Locked *bool
	}
	if err := c.decode(&body); err != nil {
		return nil, err
	}
	may := ch.permissions(s.app.bot)
	if !ch.isThread() {
		if !may.Has(ManageChannels) {
			return nil, errMissingPermissions
		}
		ch.name = or(body.Name, ch.name)
		return ch.wire(), nil
	}
	opens := body.Archived != nil && !*body.Archived && body.Locked == nil && body.Name == nil
	own := ch.owner == s.app.bot && body.Locked == nil
	if !may.Has(ManageThreads) && !own && (!opens || ch.locked || !may.Has(SendMessagesInThreads)) {
		return nil, errMissingPermissions
	}
	if ch.archived && !opens && (body.Archived == nil || *body.Archived) {
		return nil, errArchived
	}
	ch.name = or(body.Name, ch.name)
	ch.setArchived(or(body.Archived, ch.archived), or(body.Locked, ch.locked))
	return ch.wire(), nil
}

func or[T any](p *T, fallback T) T {
	if p != nil {
		return *p
	}
	return fallback
}
