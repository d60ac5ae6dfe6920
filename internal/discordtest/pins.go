package discordtest

import (
	"slices"
	"strconv"
	"time"
)

const maxPins = 250

// pinnable is the message that a call pins or unpins, and its channel. Since February 2026 PIN_MESSAGES alone grants it.
func (s *Server) pinnable(c *call) (*Channel, *message, error) {
	ch, m, err := s.messageOf(c)
	switch {
	case err != nil:
		return nil, nil, err
	case !ch.permissions(s.app.bot).Has(PinMessages):
		return nil, nil, errMissingPermissions
	case ch.archived:
		return nil, nil, errArchived
	}
	return ch, m, nil
}

// pinMessage is PUT /channels/{channel_id}/messages/pins/{message_id}, and the older /channels/{channel_id}/pins/{message_id}.
func pinMessage(s *Server, c *call) (any, error) {
	ch, m, err := s.pinnable(c)
	switch {
	case err != nil:
		return nil, err
	case m.pinned:
		return nil, nil
	case len(ch.pins) >= maxPins:
		return nil, errTooManyPins
	}
	m.pinned, m.pinnedAt = true, time.Now()
	ch.pins = slices.Insert(ch.pins, 0, m)
	notice := s.newMessage(ch, s.app.bot, &messageBody{})
	notice.kind = messagePinned
	notice.reference, notice.refers = &referenceBody{MessageID: m.id, ChannelID: ch.id}, m
	s.publish(notice)
	s.pinsChanged(ch)
	return nil, nil
}

// unpinMessage is DELETE on the same routes.
func unpinMessage(s *Server, c *call) (any, error) {
	ch, m, err := s.pinnable(c)
	if err != nil {
		return nil, err
	}
	m.pinned = false
	ch.pins = slices.DeleteFunc(ch.pins, func(p *message) bool { return p == m })
	s.pinsChanged(ch)
	return nil, nil
}

func (s *Server) pinsChanged(ch *Channel) {
	o := object{"channel_id": ch.id, "last_pin_timestamp": nil}
	if len(ch.pins) > 0 {
		o["last_pin_timestamp"] = stamp(time.Now())
	}
	if ch.guild != nil {
		o["guild_id"] = ch.guild.id
	}
	s.gateway.dispatch("CHANNEL_PINS_UPDATE", forChannel(ch, IntentGuilds), o)
}

// listPins is GET /channels/{channel_id}/messages/pins: 50 a page, newest first.
func listPins(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, err
	}
	limit := 50
	if n, err := strconv.Atoi(c.query.Get("limit")); err == nil && n >= 1 && n < limit {
		limit = n
	}
	items, more := []object{}, false
	before, err := time.Parse(time.RFC3339, c.query.Get("before"))
	for _, m := range ch.pins {
		switch {
		case err == nil && !m.pinnedAt.Before(before):
		case len(items) == limit:
			more = true
		default:
			items = append(items, object{"pinned_at": stamp(m.pinnedAt), "message": m.wire(s.app.bot)})
		}
	}
	return object{"items": items, "has_more": more}, nil
}

// listPinsOld is GET /channels/{channel_id}/pins, deprecated: the first 50 messages.
func listPinsOld(s *Server, c *call) (any, error) {
	ch, err := s.visible(c.vars["channel_id"])
	if err != nil {
		return nil, err
	}
	out := []object{}
	for _, m := range ch.pins[:min(50, len(ch.pins))] {
		out = append(out, m.wire(s.app.bot))
	}
	return out, nil
}

// Pins lists the ids of the pinned messages, newest first.
func (c *Channel) Pins() []string {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	out := []string{}
	for _, m := range c.pins {
		out = append(out, m.id)
	}
	return out
}
