package discordtest

import "time"

// alive is the interaction of a path while its token lives: 50027 afterwards, 10015 before it was acknowledged.
func (s *Server) alive(c *call) (*interaction, error) {
	i := s.tokens[c.vars["webhook_token"]]
	switch {
	case c.vars["webhook_id"] != s.app.id:
		return nil, errUnknownWebhook
	case i == nil || time.Since(i.at) > tokenLifetime:
		return nil, errInvalidWebhookToken
	case i.ack == 0 || i.kind == KindAutocomplete:
		return nil, errUnknownWebhook
	}
	return i, nil
}

// originalOf is the first response to the interaction.
func (s *Server) originalOf(c *call) (*interaction, *message, error) {
	i, err := s.alive(c)
	if err != nil {
		return nil, nil, err
	}
	if i.original == nil || i.original.deleted {
		return nil, nil, errUnknownMessage
	}
	return i, i.original, nil
}

// followupOf is a message that this interaction made, by its id.
func (s *Server) followupOf(c *call) (*interaction, *message, error) {
	i, err := s.alive(c)
	if err != nil {
		return nil, nil, err
	}
	if o := i.original; o != nil && o.id == c.vars["message_id"] && !o.deleted {
		return i, o, nil
	}
	for _, m := range i.channel.messages {
		if m.by == i && m.id == c.vars["message_id"] && !m.deleted {
			return i, m, nil
		}
	}
	return nil, nil, errUnknownMessage
}

// getOriginal is GET …/messages/@original.
func getOriginal(s *Server, c *call) (any, error) {
	_, m, err := s.originalOf(c)
	if err != nil {
		return nil, err
	}
	return m.wire(s.app.bot), nil
}

// editOriginal is PATCH …/messages/@original: it also ends a deferral.
func editOriginal(s *Server, c *call) (any, error) {
	i, m, err := s.originalOf(c)
	if err != nil {
		return nil, err
	}
	return s.editOwn(c, i, m)
}

// deleteOriginal is DELETE …/messages/@original.
func deleteOriginal(s *Server, c *call) (any, error) {
	_, m, err := s.originalOf(c)
	if err != nil {
		return nil, err
	}
	s.remove(m)
	return nil, nil
}

// getFollowup is GET …/messages/{message_id}.
func getFollowup(s *Server, c *call) (any, error) {
	_, m, err := s.followupOf(c)
	if err != nil {
		return nil, err
	}
	return m.wire(s.app.bot), nil
}

// editFollowup is PATCH …/messages/{message_id}.
func editFollowup(s *Server, c *call) (any, error) {
	i, m, err := s.followupOf(c)
	if err != nil {
		return nil, err
	}
	return s.editOwn(c, i, m)
}

// deleteFollowup is DELETE …/messages/{message_id}.
func deleteFollowup(s *Server, c *call) (any, error) {
	_, m, err := s.followupOf(c)
	if err != nil {
		return nil, err
	}
	s.remove(m)
	return nil, nil
}

func (s *Server) editOwn(c *call, i *interaction, m *message) (any, error) {
	b, err := c.message(s)
	if err != nil {
		return nil, err
	}
	if err := b.check(checks{before: m}); err != nil {
		return nil, err
	}
	s.change(m, b)
	i.exchange.answered(m)
	return m.wire(s.app.bot), nil
}

// createFollowup is POST /webhooks/{application_id}/{token}. The first one after a deferral takes its place, and is as private as
// the deferral was.
func createFollowup(s *Server, c *call) (any, error) {
	i, err := s.alive(c)
	if err != nil {
		return nil, err
	}
	b, err := c.message(s)
	if err != nil {
		return nil, err
	}
	if err := b.check(checks{}); err != nil {
		return nil, err
	}
	if i.userOnly() && i.followups >= maxFollowups {
		return nil, errTooManyFollowups
	}
	i.followups++
	if m := i.original; m != nil && m.loading() && !m.deleted {
		s.change(m, b)
		return m.wire(s.app.bot), nil
	}
	m := s.reply(i, b)
	m.kind = messageReply
	if o := i.original; o != nil {
		m.reference, m.refers = &referenceBody{MessageID: o.id, ChannelID: o.channel.id}, o
	}
	s.publish(m)
	return m.wire(s.app.bot), nil
}
