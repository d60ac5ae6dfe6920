package discord

import (
	"context"
	"net/http"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/adapters/internal/jsoncut"
)

// A sender is the one place that everything leaves through. A body cannot ping anybody: see nobody.
type sender struct {
	rest      *discordrest.Client
	self      func() identity
	delivered func(received time.Time)
	desk      bool // the commands of the desk are registered too
}

const (
	routeMessages  = "/channels/{channel_id}/messages"
	routeCallback  = "/interactions/{interaction_id}/{interaction_token}/callback"
	routeFollowups = "/webhooks/{webhook_id}/{webhook_token}"
	routeOriginal  = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
	routeFollowup  = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"
)

// original stands for the id of the first response to an interaction.
const original = "@original"

// A message's id is all that is read of an answer: discordgo fails on messages with components that it does not know.
type created struct {
	ID string `json:"id"`
}

// ReadAnswer cuts the id out; what else Discord tells of a message is thousands of bytes that nobody reads.
func (c *created) ReadAnswer(answer []byte) bool {
	id, ok := jsoncut.Text(jsoncut.Member(answer, `"id"`))
	c.ID = string(id)
	return ok
}

// do makes a call; one that is refused for its form is made once more with plain text, so that a reader is never left without answer.
func (s *sender) do(ctx context.Context, call discordrest.Call, b body, wrap func(body) any, out any) error {
	call.Body, call.Files = wrap(b.normalised()), b.files
	err := s.rest.Do(ctx, call, out)
	if discordrest.Is(err, discordrest.InvalidForm) && b.Reference == nil && (len(b.Components) > 0 || len(b.Embeds) > 0) {
		call.Body = wrap(b.plain())
		err = s.rest.Do(ctx, call, out)
	}
	if len(b.files) > 0 && (discordrest.Is(err, discordrest.MissingPermissions, discordrest.InvalidForm) || discordrest.Status(err) == http.StatusRequestEntityTooLarge) {
		b = b.withoutFiles() // the words are worth more
		call.Body, call.Files = wrap(b.normalised()), nil
		err = s.rest.Do(ctx, call, out)
	}
	return err
}

func bare(b body) any { return b }

// leaving tells the time from a question's receipt to the moment that its reply leaves, once.
func (s *sender) leaving(received time.Time) func() {
	told := false
	return func() {
		if !told && !received.IsZero() {
			told = true
			s.delivered(received)
		}
	}
}

// post writes a message into a channel and returns its id. The nonce makes a repetition harmless: Discord returns the message that it
// made before.
func (s *sender) post(ctx context.Context, channel, nonce string, b body, received time.Time) (string, error) {
	b.Nonce, b.Enforce = nonce, nonce != ""
	call := discordrest.Call{
		Method: http.MethodPost, Route: routeMessages, Vars: []string{channel}, Safe: nonce != "", Leaving: s.leaving(received),
	}
	var made created
	err := s.do(ctx, call, b, bare, &made)
	if err == nil || b.Reference == nil || !discordrest.Is(err, discordrest.UnknownMessage, discordrest.InvalidForm) {
		return made.ID, err
	}
	b.Reference = nil // the question is gone, or may not be replied to
	err = s.do(ctx, call, b, bare, &made)
	return made.ID, err
}

// callbackWithin bounds a callback: after three seconds its token is dead.
const callbackWithin = 2500 * time.Millisecond

// callback acknowledges an interaction. It is repeated when its outcome is unknown: the second time Discord says that the first arrived.
// The id is that of the message made, if want.
func (s *sender) callback(ctx context.Context, in interaction, kind int, data any, want bool) (id string, err error) {
	call := discordrest.Call{
		Method: http.MethodPost, Route: routeCallback, Vars: []string{in.id, in.token}, Safe: true,
		Within: max(callbackWithin-time.Since(in.received), 500*time.Millisecond), Timeout: time.Second, Leaving: s.leaving(in.received),
	}
	var out struct {
		Resource struct {
			Message created `json:"message"`
		} `json:"resource"`
	}
	var into any
	if want {
		call.Query, into = "with_response=true", &out
	}
	tries := 0
	tell := call.Leaving
	call.Leaving = func() { tries++; tell() }
	if b, ok := data.(body); ok {
		err = s.do(ctx, call, b, func(b body) any { return callback{kind, b} }, into)
	} else {
		call.Body = callback{kind, data}
		err = s.rest.Do(ctx, call, into)
	}
	if tries > 1 && discordrest.Is(err, discordrest.Acknowledged) {
		err = nil
	}
	return out.Resource.Message.ID, err
}

// editOriginal replaces the first response to an interaction, or ends its « is thinking », and returns the id of the message.
func (s *sender) editOriginal(ctx context.Context, in interaction, b body) (id string, err error) {
	call := discordrest.Call{
		Method: http.MethodPatch, Route: routeOriginal, Vars: []string{s.application(in), in.token}, Safe: true, Leaving: s.leaving(in.received),
	}
	var made created
	b.Flags = 0
	err = s.do(ctx, call, b, bare, &made)
	return made.ID, err
}

// editNotice replaces a private message that an interaction was answered with before.
func (s *sender) editNotice(ctx context.Context, n notice, b body) error {
	call := discordrest.Call{Method: http.MethodPatch, Route: routeFollowup, Vars: []string{n.application, n.token, n.id}, Safe: true}
	if n.id == original {
		call.Route, call.Vars = routeOriginal, call.Vars[:2]
	}
	return s.do(ctx, call, b, bare, nil)
}

// followup adds a message to the response to an interaction. It is not repeated: Discord has no nonce for it.
func (s *sender) followup(ctx context.Context, in interaction, b body) (string, error) {
	var made created
	call := discordrest.Call{Method: http.MethodPost, Route: routeFollowups, Query: "wait=true", Vars: []string{s.application(in), in.token}}
	err := s.do(ctx, call, b, bare, &made)
	return made.ID, err
}

// removeOriginal deletes the message of the button that an interaction pressed, or the response to it.
func (s *sender) removeOriginal(ctx context.Context, in interaction) error {
	return s.rest.Do(ctx, discordrest.Call{
		Method: http.MethodDelete, Route: routeOriginal, Vars: []string{s.application(in), in.token}, Safe: true,
	}, nil)
}

// remove deletes a message of the bot's own.
func (s *sender) remove(ctx context.Context, channel, id string) error {
	return s.rest.Do(ctx, discordrest.Call{
		Method: http.MethodDelete, Route: routeMessages + "/{message_id}", Vars: []string{channel, id}, Safe: true,
	}, nil)
}

// edit changes a message of the bot's own.
func (s *sender) edit(ctx context.Context, channel, id string, b body) error {
	return s.do(ctx, discordrest.Call{
		Method: http.MethodPatch, Route: routeMessages + "/{message_id}", Vars: []string{channel, id}, Safe: true,
	}, b, bare, nil)
}

// pin pins a message; one that is pinned already stays so.
func (s *sender) pin(ctx context.Context, channel, id string) error {
	return s.rest.Do(ctx, discordrest.Call{
		Method: http.MethodPut, Route: routeMessages + "/pins/{message_id}", Vars: []string{channel, id}, Safe: true,
	}, nil)
}

// unarchive opens a thread again.
func (s *sender) unarchive(ctx context.Context, thread string) error {
	return s.rest.Do(ctx, discordrest.Call{
		Method: http.MethodPatch, Route: "/channels/{channel_id}", Vars: []string{thread}, Safe: true, Body: map[string]bool{"archived": false},
	}, nil)
}

// awake does something in a channel; in a thread that is archived it is done once the thread is open again.
func (s *sender) awake(ctx context.Context, channel string, do func() error) error {
	err := do()
	if discordrest.Is(err, discordrest.ThreadArchived) {
		if err = s.unarchive(ctx, channel); err == nil {
			err = do()
		}
	}
	return err
}

// direct opens the conversation with one person.
func (s *sender) direct(ctx context.Context, user string) (channel string, err error) {
	var made created
	err = s.rest.Do(ctx, discordrest.Call{
		Method: http.MethodPost, Route: "/users/@me/channels", Safe: true, Body: map[string]string{"recipient_id": user},
	}, &made)
	return made.ID, err
}

func (s *sender) application(in interaction) string {
	if in.application != "" {
		return in.application
	}
	return s.self().application
}
