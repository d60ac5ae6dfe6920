package discordtest

import (
	"fmt"
	"maps"
)

// A SayOption changes what is said.
type SayOption func(*saying)

type saying struct {
	reply Message
	raw   object
	body  messageBody
}

// ReplyTo makes the message a reply to another, which pings its author as the client does by default.
func ReplyTo(m Message) SayOption { return func(s *saying) { s.reply = m } }

// WithFields adds or replaces raw fields of the message as it goes to clients, such as components of a kind that they do not know.
func WithFields(fields map[string]any) SayOption {
	return func(s *saying) {
		if s.raw == nil {
			s.raw = object{}
		}
		maps.Copy(s.raw, fields)
	}
}

// WithEmbeds adds embeds, as a bot or a webhook can.
func WithEmbeds(embeds ...Embed) SayOption { return func(s *saying) { s.body.Embeds = &embeds } }

// Say posts a message as the user. It fails when the client would not let them: no permission, a text of more than 2,000 characters
// or none, an archived thread that is locked. The bot's own conversation is u.DM().
func (u *User) Say(c *Channel, text string, options ...SayOption) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	may := c.permissions(u)
	need := ViewChannel | SendMessages
	if c.isThread() {
		need = ViewChannel | SendMessagesInThreads
	}
	switch {
	case !may.Has(need):
		return nil, fmt.Errorf("%s cannot write in %s: %w", u.name, c.id, errMissingPermissions)
	case c.archived && c.locked && !may.Has(ManageThreads):
		return nil, fmt.Errorf("%s cannot write in a locked thread: %w", u.name, errArchived)
	case c.kind == typeForum:
		return nil, fmt.Errorf("write in a forum: %w", errForum)
	case c.archived:
		c.setArchived(false, c.locked) // a person's message opens a thread again
	}
	return s.say(c, u, text, "", options)
}

// Post opens a post in a forum, whose first message is text.
func (u *User) Post(forum *Channel, title, text string) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if forum.kind != typeForum || !forum.permissions(u).Has(ViewChannel|SendMessages) {
		return nil, fmt.Errorf("%s cannot post in %s: %w", u.name, forum.id, errMissingPermissions)
	}
	t := forum.newThread(u, title, "")
	return s.say(t, u, text, t.id, nil)
}

// say posts a message under an id, "" for a new one. s.mu is held.
func (s *Server) say(c *Channel, u *User, text, id string, options []SayOption) (*Exchange, error) {
	var what saying
	for _, o := range options {
		o(&what)
	}
	what.body.Content = &text
	refers := c.find(what.reply.ID)
	if what.reply.ID != "" && refers == nil {
		return nil, fmt.Errorf("reply to %s: %w", what.reply.ID, errUnknownMessage)
	}
	if err := what.body.check(checks{empty: what.raw != nil}); err != nil {
		return nil, fmt.Errorf("say in %s: %w", c.id, err)
	}
	m := s.newReply(c, u, &what.body, refers)
	m.raw = what.raw
	if id != "" {
		m.id = id
	}
	x := s.newExchange(u, c)
	x.question, m.asks = m, x
	x.toBot = c.isDM() || m.mentions.has(s.app.bot)
	s.publish(m)
	return x, nil
}

// Edit changes a message of the user's own.
func (u *User) Edit(m Message, text string) error {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	found := m.Channel.find(m.ID)
	if found == nil || found.author != u {
		return fmt.Errorf("%s edits %s: %w", u.name, m.ID, errNotYours)
	}
	s.change(found, &messageBody{Content: &text})
	return nil
}

// Delete deletes a message: the user's own, or anybody's for who manages messages.
func (u *User) Delete(m Message) error {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	found := m.Channel.find(m.ID)
	switch {
	case found == nil:
		return fmt.Errorf("%s deletes %s: %w", u.name, m.ID, errUnknownMessage)
	case found.author != u && !m.Channel.permissions(u).Has(ManageMessages):
		return fmt.Errorf("%s deletes %s: %w", u.name, m.ID, errMissingPermissions)
	}
	s.remove(found)
	return nil
}

// Dismiss hides a message that only the user sees, as the client offers under it. The application can no longer edit it then.
func (u *User) Dismiss(m Message) error {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, found := range m.Channel.messages {
		if found.id == m.ID && found.only == u && !found.deleted {
			s.remove(found)
			return nil
		}
	}
	return fmt.Errorf("%s dismisses %s: %w", u.name, m.ID, errUnknownMessage)
}

// A Webhook posts into one channel under a name of its own, and is no user.
type Webhook struct {
	channel *Channel
	author  *User
}

// AddWebhook adds a webhook to a channel.
func (c *Channel) AddWebhook(name string) *Webhook {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	u := c.server.newUser(name, true)
	delete(c.server.users, u.id)
	return &Webhook{channel: c, author: u}
}

// Say posts a message through the webhook.
func (w *Webhook) Say(text string, options ...SayOption) (*Exchange, error) {
	s := w.channel.server
	s.mu.Lock()
	defer s.mu.Unlock()
	options = append(options, WithFields(object{"webhook_id": w.author.id}))
	x, err := s.say(w.channel, w.author, text, "", options)
	if err != nil {
		return nil, err
	}
	x.question.webhook = w.author.id
	return x, nil
}
