package telegram

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"nonmerci/adapters/internal/rewrites"
	"nonmerci/bot"
)

// How long an edit that puts an answer into other words waits until it is in nobody's way, and then for its own answer.
const (
	rewordRoom   = 5 * time.Second
	rewordWithin = 2 * time.Second
)

// reword has an answer that was just sent put into other words, when it is one message.
func (a *Adapter) reword(j *job, q *question, m bot.Message, r bot.Reply, d draft) {
	if len(d.pages) != 1 || len(j.messages) != 1 || j.again {
		return
	}
	a.begin(target{at: q.at, id: j.messages[0].id}, followed{reply: r, message: m, owner: q.owner})
}

// translate has what a press showed put into the reader's language, where the entry lacks that. In its own it stays as it was written: there is no question
// that it could come closer to.
func (a *Adapter) translate(to target, f followed) {
	if f.reply.Foreign() {
		a.begin(to, f)
	}
}

func (a *Adapter) begin(to target, f followed) {
	a.rewrites.Begin(rewrites.Answer{
		Message: f.message, Reply: f.reply, Shown: to.shown(), Press: f.number,
		Show: func(ctx context.Context, r bot.Reply, claim func() bool) bot.RewriteOutcome {
			return a.showReworded(ctx, to, render(r, a.seal, f.owner), claim)
		},
	})
}

// shown names a message among all; "" for one that was sent through the bot, which is nobody's to reword.
func (t target) shown() string {
	if t.inlineID != "" {
		return ""
	}
	return strconv.FormatInt(t.at.chat, 10) + "/" + strconv.Itoa(t.id)
}

// showReworded edits an answer once, when that is in nobody's way. What does not fit into one message is not shown: half an answer is none.
func (a *Adapter) showReworded(ctx context.Context, to target, d draft, claim func() bool) bot.RewriteOutcome {
	if len(d.pages) != 1 {
		return bot.RewriteRefused
	}
	waiting, cancel := context.WithTimeout(ctx, rewordRoom)
	defer cancel()
	permit, err := a.limiter.spare(waiting, to.at)
	switch {
	case ctx.Err() != nil:
		permit.refund(nil)
		return bot.RewriteOvertaken
	case err != nil:
		return bot.RewriteBusy
	case a.chats.now(to.at.chat) != to.at.chat, !a.chats.mayWrite(to.at.chat), !claim():
		permit.refund(nil)
		return bot.RewriteOvertaken
	}
	within, done := context.WithTimeout(ctx, rewordWithin)
	defer done()
	e := edit{sender: a.sender, target: to, page: d.pages[0], buttons: d.buttons}
	err = a.client.editMessageText(within, e.params())
	permit.done(err)
	switch {
	case err == nil:
		a.sender.count("editMessageText", nil)
		return bot.RewriteApplied
	case refusedFor(err, noMessage), refusedFor(err, notEditable), refusedFor(err, notModified), asAPI(err) != nil && asAPI(err).MigrateTo != 0:
		return bot.RewriteOvertaken
	case code(err) == http.StatusForbidden:
		a.chats.close(to.at.chat)
		return bot.RewriteOvertaken
	case code(err) == http.StatusTooManyRequests:
		a.sender.slowed(to.at.chat, asAPI(err))
		return bot.RewriteBusy
	}
	a.sender.count("editMessageText", err)
	return bot.RewriteBusy
}
