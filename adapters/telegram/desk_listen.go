package telegram

import (
	"context"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// listens takes a message in private for the form that its author fills. taken is false when there is none: the message is then like any
// other. done is false when it was cut off.
func (r *room) listens(ctx context.Context, w *window, j *job, q *question) (taken, done bool) {
	if q.at.group || q.message == nil {
		return false, true
	}
	s := seatFor(q)
	k, ok, late := r.talks.get(s.who, time.Now())
	f, held := desk.Form{}, false
	if ok {
		s.spot = k.spot
		f, held = r.desk.Held(k.caller, k.token)
	}
	switch command := q.command(); {
	case ok && command == "cancel":
		return true, r.abandon(ctx, w, j, s, k)
	case command != "" && (!ok || !held):
		r.talks.drop(s.who) // whoever writes a command knows where they are
		return false, true
	case ok && held && k.field < len(f.Fields):
		return true, r.heard(ctx, w, j, s, k, f, q)
	case ok, late && time.Since(k.until) < talkLife:
		r.talks.drop(s.who)
		s.spot = k.spot
		return true, r.interrupted(ctx, w, j, s, k.again)
	}
	return r.lost(ctx, w, j, s, q)
}

// heard takes what came while a form is being filled.
func (r *room) heard(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form, q *question) bool {
	words := deskWordsIn(s.lang)
	switch {
	case q.aim == aimMute, q.message.wordless():
		r.talks.put(s.who, k, time.Now())
		return r.say(ctx, w, j, s, words.TextOnly)
	case r.cares(ctx, w, j, q, q.text):
		return ctx.Err() == nil // the form waits; the words are not in it
	case q.command() != "", q.message.ReplyTo != nil && !r.asked(q):
		return r.inTheMiddle(ctx, w, j, s, k, f, q)
	}
	return r.typed(ctx, w, j, s, k, f, q)
}

// cares answers a person in distress, whatever they are doing here: with the words of the bot, without buttons, and keeping nothing. It says
// whether that was so.
func (r *room) cares(ctx context.Context, w *window, j *job, q *question, text string) bool {
	if strings.TrimSpace(text) == "" {
		return false
	}
	reply := r.core.Ask(text, nil, q.lang, false)
	if !reply.Private() {
		return false
	}
	r.core.Forget(r.chats.name(q.at), q.from)
	r.deliver(ctx, w, j, q.at, q.id, render(reply, r.Adapter.seal, q.owner))
	return true
}

// asked says whether a message replies to one that a form asked with.
func (r *room) asked(q *question) bool {
	if q.message.ReplyTo == nil {
		return false
	}
	t, ok := r.anchor(q.message.ReplyTo.Markup, q.message.Chat.ID)
	return ok && t.kind == tapAbandon
}

// command is the command that a message begins with, in lower case, or "". Whatever ends a form is « cancel ».
func (q *question) command() string {
	text, entities := q.message.words()
	if len(entities) == 0 || entities[0].Type != "bot_command" || entities[0].Offset != 0 {
		return ""
	}
	_, to, ok := entities[0].cut(text)
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(strings.ToLower(strings.TrimPrefix(text[:to], "/")), "@")
	switch name {
	case "annuler", "abandonner", "stop":
		return "cancel"
	}
	return name
}

// inTheMiddle asks whether something else than an answer ends the form.
func (r *room) inTheMiddle(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form, q *question) bool {
	words := deskWordsIn(s.lang)
	id, ok := r.put(ctx, w, j, s, draft{
		screenPages("", []bot.Block{sentence(with(words.InTheMiddle, "title", f.Title, "step", stepOf(words, k.field, len(f.Fields))))}),
		rows([][]models.InlineKeyboardButton{
			r.row(s, step{words.Stay, k.stepData(stepStay), desk.Primary}),
			r.row(s, step{words.Leave, abandonData(s.spot), desk.Danger}),
		}),
	})
	k.other, k.prompt = q, id
	r.talks.put(s.who, k, time.Now())
	return ok
}
