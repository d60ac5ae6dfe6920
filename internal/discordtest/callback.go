package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"time"
)

// Callback types (docs: interactions/receiving-and-responding).
const (
	CallbackMessage        = 4
	CallbackDeferred       = 5
	CallbackDeferredUpdate = 6
	CallbackUpdate         = 7
	CallbackChoices        = 8
	CallbackModal          = 9
)

// callback is POST /interactions/{interaction_id}/{interaction_token}/callback.
func callback(s *Server, c *call) (any, error) {
	i := s.actions[c.vars["interaction_id"]]
	switch {
	case i == nil || i.token != c.vars["interaction_token"]:
		return nil, errUnknownInteraction
	case i.ack != 0:
		return nil, errAcknowledged
	case c.at.Sub(i.at) > ackWithin:
		return nil, errUnknownInteraction
	}
	var body struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := c.decode(&body); err != nil {
		return nil, err
	}
	if !slices.Contains(i.accepts(), body.Type) {
		var f formErrors
		f.choices("type", "those that this interaction allows")
		return nil, f.err()
	}
	if err := s.respond(c, i, body.Type, body.Data); err != nil {
		return nil, err
	}
	i.ack = body.Type
	i.exchange.called(Callback{Type: body.Type, At: time.Now(), Ephemeral: i.original != nil && i.original.only != nil})
	if c.query.Get("with_response") == "true" {
		c.status = http.StatusOK
		return i.response(), nil
	}
	return nil, nil
}

// accepts lists the callbacks that fit the kind of the interaction.
func (i *interaction) accepts() []int {
	switch {
	case i.kind == KindAutocomplete:
		return []int{CallbackChoices}
	case i.kind == KindModal && i.source == nil:
		return []int{CallbackMessage, CallbackDeferred}
	case i.kind == KindModal:
		return []int{CallbackMessage, CallbackDeferred, CallbackDeferredUpdate, CallbackUpdate}
	case i.kind == KindComponent:
		return []int{CallbackMessage, CallbackDeferred, CallbackDeferredUpdate, CallbackUpdate, CallbackModal}
	}
	return []int{CallbackMessage, CallbackDeferred, CallbackModal}
}

// respond does what a callback asks for.
func (s *Server) respond(c *call, i *interaction, kind int, data json.RawMessage) error {
	switch kind {
	case CallbackMessage:
		b, err := c.messageFrom(s, data)
		if err != nil {
			return err
		}
		if err := b.check(checks{}); err != nil {
			return err
		}
		i.original = s.reply(i, b)
		s.publish(i.original)
	case CallbackDeferred:
		return s.deferReply(c, i, data)
	case CallbackDeferredUpdate:
		i.original = i.source
	case CallbackUpdate:
		return s.update(c, i, data)
	case CallbackChoices:
		return s.complete(c, i, data)
	case CallbackModal:
		return s.showModal(c, i, data)
	}
	return nil
}

// deferReply shows « is thinking ». IS_COMPONENTS_V2 does not belong here, but on the edit that follows.
func (s *Server) deferReply(c *call, i *interaction, data json.RawMessage) error {
	var b messageBody
	if len(data) > 0 {
		if err := (&call{body: data}).decode(&b); err != nil {
			return err
		}
	}
	if b.flags()&FlagComponentsV2 != 0 {
		s.problem("%s %s: IS_COMPONENTS_V2 is set on a deferral; it belongs on the edit", c.method, c.template)
	}
	ephemeral := b.flags() & FlagEphemeral
	i.original = s.reply(i, &messageBody{Flags: &ephemeral})
	i.original.flags |= FlagLoading
	s.publish(i.original)
	return nil
}

// update changes the message that the component belongs to, at once.
func (s *Server) update(c *call, i *interaction, data json.RawMessage) error {
	b, err := c.messageFrom(s, data)
	if err != nil {
		return err
	}
	if err := b.check(checks{before: i.source}); err != nil {
		return err
	}
	i.original = i.source
	s.change(i.source, b)
	i.exchange.answered(i.source)
	return nil
}

// reply makes a message that answers an interaction: for everybody, or for the person alone.
func (s *Server) reply(i *interaction, b *messageBody) *message {
	m := s.newMessage(i.channel, s.app.bot, b)
	m.webhook, m.byApp, m.origin, m.by, m.exchange = s.app.id, true, i.metadata(), i, i.exchange
	if i.kind == KindCommand {
		m.kind = messageCommand
		if i.command.Type != SlashCommand {
			m.kind = messageContextMenu
		}
	}
	if m.flags&FlagEphemeral != 0 || i.hidden() {
		m.flags |= FlagEphemeral
		m.only = i.user
	}
	return m
}

// response is what a callback with with_response=true gives back.
func (i *interaction) response() object {
	about := object{"id": i.id, "type": i.kind, "channel_id": i.channel.id}
	if g := i.channel.guild; g != nil {
		about["guild_id"] = g.id
	}
	out := object{"interaction": about}
	if m := i.original; m != nil {
		about["response_message_id"] = m.id
		about["response_message_loading"] = m.loading()
		about["response_message_ephemeral"] = m.only != nil
		if i.ack == CallbackMessage || i.ack == CallbackUpdate {
			out["resource"] = object{"type": i.ack, "message": m.wire(i.channel.server.app.bot)}
		}
	}
	return out
}
