package telegram

import (
	"context"
	"time"

	"nonmerci/bot"
)

// answerQuestion answers a message; false says that it was cut off.
func (a *Adapter) answerQuestion(ctx context.Context, w *window, j *job, q *question) bool {
	if !a.chats.mayWrite(a.chats.now(q.at.chat)) {
		return true
	}
	if a.room != nil {
		if taken, done := a.room.listens(ctx, w, j, q); taken {
			return done
		}
	}
	if !a.loops.allow(q, j.at) {
		return true
	}
	if mine, done := a.atDesk(ctx, w, j, q); mine {
		return done
	}
	m := a.heard(q)
	a.rewrites.Asked(m)
	r := a.reply(ctx, q, m)
	if ctx.Err() != nil {
		return false
	}
	d := render(r, a.seal, q.owner)
	done := a.deliver(ctx, w, j, q.at, q.id, d)
	if n := len(j.messages); n > 0 {
		a.loops.answered(q, j.messages[n-1].id, d.pages[0].plain, time.Now())
	}
	if done {
		a.reword(j, q, m, r, d)
	}
	return done
}

// heard is what somebody said, as the bot is told. Its text is theirs alone, "" when it is a link or the words of another.
func (a *Adapter) heard(q *question) bot.Message {
	m := bot.Message{Chat: a.chats.name(q.at), From: q.from, Lang: q.lang, Place: a.community(q.at)}
	if q.aim == aimAsk && !q.borrowed {
		m.Text = q.text
	}
	return m
}

// atDesk answers what is for the desk. Without one its commands are nobody's: in private they are told what there is.
func (a *Adapter) atDesk(ctx context.Context, w *window, j *job, q *question) (mine, done bool) {
	switch {
	case a.room != nil:
		return a.room.answers(ctx, w, j, q)
	case q.aim == aimMute, q.aim == aimDesk && q.at.group:
		return true, true
	case q.aim == aimDesk:
		q.aim = aimHelp
	case q.aim == aimLink:
		q.aim = aimStart
	}
	return false, true
}

// reply asks the bot about what was heard. A failure of its own is told as an apology.
func (a *Adapter) reply(ctx context.Context, q *question, m bot.Message) (r bot.Reply) {
	defer func() {
		if p := recover(); p != nil {
			a.panicked(p)
			r = apology(q.lang)
		}
	}()
	m.Text = q.text
	switch q.aim {
	case aimPrivacy:
		a.core.Forget(m.Chat, m.From)
		if c, ok := a.core.(modelled); ok {
			return c.Privacy(m)
		}
		return bot.Reply{Kind: bot.Smalltalk, Lang: m.Lang, Confidence: 1, Text: bot.WordsIn(m.Lang).Privacy}
	case aimEntry:
		if r, ok, err := a.entryIn(ctx, m.Place, q.text, m.Lang); ok && err == nil {
			return r
		}
		m.Text = greeting
	case aimStart, aimLink: // a link of the desk leads into private
		m.Text = greeting
	case aimHelp:
		m.Text = help
	}
	r, err := a.answer(ctx, m)
	if err != nil {
		a.opts.Log.Error("a question was not answered", "err", err.Error())
		return apology(q.lang)
	}
	return r
}

// modelled says that a core may have a model, and what that gets; *bot.Bot does.
type modelled interface {
	Privacy(m bot.Message) bot.Reply
}

// What /start and /help are to the bot; the language of the reader decides the language of the reply.
const (
	greeting = "hello"
	help     = "help"
)

func apology(lang string) bot.Reply {
	return bot.Reply{Kind: bot.Smalltalk, Lang: lang, Confidence: 1, Text: bot.Apology(lang)}
}

// deliver sends a draft: the first page replies to the message, the last has the buttons. It returns false when it was cut off.
func (a *Adapter) deliver(ctx context.Context, w *window, j *job, at place, replyTo int, d draft) bool {
	if len(d.pages) == 0 {
		return true
	}
	after := replyTo
	if replyTo != 0 && j.behind.row == at.number(0).row {
		after = max(after, j.behind.id)
	}
	leaves := func() { w.journal.begin(j.id, at.number(a.sender.numbers.last(at, after))) }
	l := letter{at: at, replyTo: replyTo, after: after, lost: j.again, leaves: leaves}
	for i, pg := range d.pages {
		l.page = pg
		if i == len(d.pages)-1 {
			l.buttons = d.buttons
		}
		id, err := a.sender.send(ctx, l)
		if err != nil {
			return ctx.Err() == nil
		}
		j.messages = append(j.messages, at.number(id))
		l.replyTo, l.after = 0, id
	}
	return true
}
