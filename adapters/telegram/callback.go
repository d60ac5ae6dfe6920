package telegram

import (
	"context"
	"errors"
	"net/http"
	"time"

	tg "github.com/go-telegram/bot"

	"nonmerci/adapters/internal/delay"
	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// follow answers a press at once, which ends the spinner on the button, and then shows what it asked for, which may have to wait.
func (a *Adapter) follow(ctx context.Context, w *window, j *job, q *callbackQuery) {
	handedOn := false
	defer func() {
		if p := recover(); p != nil {
			a.panicked(p)
		}
		if !handedOn && ctx.Err() == nil {
			w.finish(j.id, j.messages)
		}
	}()
	ctx = received(ctx, j.at)
	if a.room != nil {
		var ours bool
		if ours, handedOn = a.room.follow(ctx, w, j, q); ours {
			return
		}
	}
	f, refusal := a.press(ctx, q)
	switch {
	case refusal != "":
		a.acknowledge(ctx, q.ID, refusal, true)
	case f.reply.Place == bot.Aside:
		a.acknowledge(ctx, q.ID, notice(f.reply), false)
	default:
		a.acknowledge(ctx, q.ID, "", false)
		handedOn = a.show(w, j, q, f)
	}
}

// A followed is a press with what the bot says to it.
type followed struct {
	reply    bot.Reply
	message  bot.Message // that the bot was given, without words
	owner    uint64      // whose buttons the reply gets
	number   int64       // of the press
	original bool        // the answer as it was written was wanted
}

// press checks a press and asks the bot. refusal is what to say instead when it is forged, another person's, or cannot be followed.
func (a *Adapter) press(ctx context.Context, q *callbackQuery) (f followed, refusal string) {
	lang := language(q.From.Language)
	defer func() {
		if p := recover(); p != nil {
			a.panicked(p)
			refusal = bot.Apology(lang)
		}
	}()
	by := uint64(q.From.ID) //nolint:gosec // ids of people are positive
	payload, err := a.seal.Open(q.Data, by)
	p, notOurs := bot.ParsePress(payload)
	if notOurs == nil {
		lang = p.Lang
	}
	switch {
	case errors.Is(err, seal.ErrOwner):
		return f, bot.WordsIn(lang).NotYours
	case err != nil, notOurs != nil:
		return f, bot.WordsIn(lang).TooOld
	case a.seal.Seal(payload, 0) != q.Data:
		f.owner = by
	}
	if q.Message != nil {
		f.number = a.rewrites.Pressed(ctx, target{at: q.Message.place(), id: q.Message.ID}.shown())
	}
	f.message = bot.Message{Chat: a.conversation(q), From: person(q.From.ID), Lang: lang, Place: a.origin(q)}
	f.reply, err = a.core.Press(ctx, f.message, p)
	f.original = p.Kind == bot.PressOriginal
	switch {
	case errors.Is(err, bot.ErrPress):
		return f, bot.WordsIn(lang).TooOld
	case err != nil:
		a.opts.Log.Error("a press was not followed", "err", err.Error())
		return f, bot.Apology(lang)
	}
	return f, ""
}

// conversation is where a press belongs: where its message is, or the message itself when it was sent through the bot.
func (a *Adapter) conversation(q *callbackQuery) bot.ChatID {
	if q.Message == nil {
		return bot.ChatID("telegram:inline " + q.InlineID + ":0")
	}
	return a.chats.name(q.Message.place())
}

// origin is the place whose entries a press is about: its group, or in private the group whose guide led to the answer.
func (a *Adapter) origin(q *callbackQuery) (p desk.Place) {
	switch {
	case q.Message == nil:
	case !q.Message.Chat.private():
		p = a.community(q.Message.place())
	case a.room != nil:
		p, _ = a.room.origins.get(int64(q.Message.ID), time.Now())
	}
	return p
}

// acknowledge answers a press, which can be done once and for some seconds only. It is repeated when it may not have arrived: Telegram
// says of the second that it is too late, which is as good.
func (a *Adapter) acknowledge(ctx context.Context, id, words string, alert bool) {
	p := &tg.AnswerCallbackQueryParams{CallbackQueryID: id, Text: shorten(words, maxNotice), ShowAlert: alert}
	var err error
	for try := range 3 {
		err = a.client.answerCallback(ctx, p)
		again := uncertain(err) || code(err) == http.StatusTooManyRequests || errors.As(err, new(*lostError))
		if err == nil || !again || refusedFor(err, queryTooOld) || delay.For(ctx, firstPause<<try) != nil {
			break
		}
		a.metrics.Retries.Inc()
	}
	if refusedFor(err, queryTooOld) {
		err = nil
	}
	a.sender.count("answerCallbackQuery", err)
}

// show puts what a press asked for into the lane of its place; false says that there is no room, and the press is over.
func (a *Adapter) show(w *window, j *job, q *callbackQuery, f followed) bool {
	to := target{inlineID: q.InlineID}
	lane := "0:" + q.InlineID
	if q.Message != nil {
		to = target{at: q.Message.place(), id: q.Message.ID}
		lane = to.at.key()
	}
	fixed := q.Message != nil && q.Message.Date == 0 // out of our reach: it cannot be edited
	return a.slow.Put(lane, a.piece(w, j, func(ctx context.Context) bool {
		if f.reply.Place == bot.Same && !fixed {
			d := renderOne(f.reply, a.seal, f.owner)
			if len(d.pages) == 0 {
				return true
			}
			err := a.sender.edit(ctx, to, d.pages[0], d.buttons)
			if err == nil && !f.original {
				a.translate(to, f)
			}
			if !errors.Is(err, errGone) || to.inlineID != "" {
				return ctx.Err() == nil
			}
		}
		return a.anew(ctx, w, j, to, render(f.reply, a.seal, f.owner))
	})) == nil
}

// anew sends a draft as new messages, because there is nothing to replace.
func (a *Adapter) anew(ctx context.Context, w *window, j *job, to target, d draft) bool {
	if to.inlineID != "" {
		return true // a message sent through the bot is in a chat that we do not know
	}
	return a.deliver(ctx, w, j, to.at, to.id, d)
}
