package discord

import (
	"context"
	"net/http"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/adapters/internal/rewrites"
	"nonmerci/bot"
)

// How long an edit that puts an answer into other words waits until it is in nobody's way, how often it looks, and how long it may take then.
const (
	rewordRoom   = 5 * time.Second
	rewordLook   = 100 * time.Millisecond
	rewordWithin = 2 * time.Second
)

// reworded has an answer that was posted in a channel put into other words; id is that of its one message, "" when it has several.
func (a *Adapter) reworded(q asked, d drawing, r bot.Reply, id string) {
	call := discordrest.Call{Method: http.MethodPatch, Route: routeMessages + "/{message_id}", Vars: []string{q.channel, id}}
	a.reword(rewrites.Answer{Message: q.Message, Reply: r, Shown: id}, d, call)
}

// rewordedResponse is reworded for the response to a command.
func (a *Adapter) rewordedResponse(in interaction, d drawing, r bot.Reply, id string) {
	m := in.Message
	if in.onMessage || in.Text == r.Entry { // the words of another, or an entry that was chosen
		m.Text = ""
	}
	a.reword(rewrites.Answer{Message: m, Reply: r, Shown: id}, d, a.original(in))
}

// translate has what a press of some number showed put into the reader's language, where the entry lacks that. In its own it stays as it was written: there
// is no question that it could come closer to.
func (a *Adapter) translate(in interaction, d drawing, r bot.Reply, number int64) {
	if r.Foreign() {
		a.reword(rewrites.Answer{Message: in.Message, Reply: r, Shown: in.source, Press: number}, d, a.original(in))
	}
}

// original is the call that edits the response to an interaction, or the message of its button.
func (a *Adapter) original(in interaction) discordrest.Call {
	return discordrest.Call{Method: http.MethodPatch, Route: routeOriginal, Vars: []string{a.send.application(in), in.token}}
}

func (a *Adapter) reword(answer rewrites.Answer, d drawing, call discordrest.Call) {
	call.Within = rewordWithin
	answer.Show = func(ctx context.Context, r bot.Reply, claim func() bool) bot.RewriteOutcome {
		return a.showReworded(ctx, a.draw(d, r), call, claim)
	}
	a.rewrites.Begin(answer)
}

// showReworded edits an answer once, when that is in nobody's way. What does not fit into one message is not shown: half an answer is none.
func (a *Adapter) showReworded(ctx context.Context, out drawn, call discordrest.Call, claim func() bool) bot.RewriteOutcome {
	if len(out.parts) != 1 {
		return bot.RewriteRefused
	}
	for end := time.Now().Add(rewordRoom); !a.send.rest.Spare(call.Method, call.Route, call.Vars...); {
		if time.Now().After(end) {
			return bot.RewriteBusy
		}
		select {
		case <-time.After(rewordLook):
		case <-ctx.Done():
			return bot.RewriteOvertaken
		}
	}
	if !claim() {
		return bot.RewriteOvertaken
	}
	call.Body = out.part(0, nil)
	switch err := a.send.rest.Do(ctx, call, nil); {
	case err == nil:
		return bot.RewriteApplied
	case discordrest.Status(err) == http.StatusNotFound, discordrest.Is(err, discordrest.InvalidWebhookToken), mayNot(err), ctx.Err() != nil:
		return bot.RewriteOvertaken
	default:
		a.log.Warn("an answer could not be put into other words; it stays as it was", "why", err.Error())
		return bot.RewriteBusy
	}
}

// modelled says that a core may have a model, and what that gets; *bot.Bot does.
type modelled interface {
	HasModel() bool
	Privacy(m bot.Message) bot.Reply
}

// privacy says what is kept of somebody, and where there is a model what that gets, with buttons to choose.
func (a *Adapter) privacy(ctx context.Context, k *ack) {
	k.private = true
	m := k.in.Message
	m.Lang = orDefault(m.Lang)
	if c, ok := a.core.(modelled); ok && c.HasModel() {
		r := c.Privacy(m)
		k.finish(ctx, r, a.draw(drawing{buttons: a.buttons, owner: k.in.author, hidden: true, embeds: k.in.mayEmbed}, r))
		return
	}
	k.finish(ctx, bot.Reply{}, say(bot.WordsIn(m.Lang).Privacy))
}
