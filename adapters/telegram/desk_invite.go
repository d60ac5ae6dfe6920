package telegram

import (
	"cmp"
	"context"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// invite sends the link into private where an act is done.
func (r *room) invite(ctx context.Context, w *window, j *job, q *question, by author, text string, at spot, a desk.Act) bool {
	t := deskWordsIn(q.lang)
	l := deepLink{kind: linkBound, spot: at, until: time.Now().Add(linkLife), act: a}
	terms := t.ForYou
	if by.id == 0 {
		l.kind, l.until, l.nonce, terms = linkOnce, time.Now().Add(onceLife), nonce(), t.ForOne
	}
	return r.deliver(ctx, w, j, q.at, q.id, draft{
		screenPages("", []bot.Block{sentence(text), small(terms)}),
		rows([][]models.InlineKeyboardButton{{{Text: label(t.Open), URL: r.address(l, uint64(by.id))}}}), //nolint:gosec // ids of people are positive
	})
}

// inviteWith is invite for an act with one text, which the desk keeps until the link is followed: a link has no room for it.
func (r *room) inviteWith(ctx context.Context, w *window, j *job, q *question, by author, text string, at spot, verb, key, value string) bool {
	at.hidden = by.id == 0
	f := desk.Form{Fields: []desk.Field{{Key: key, Value: value}}, Submit: desk.NewAct(verb), Again: desk.NewAct("home")}
	token := r.desk.Hold(r.caller(by.id, at, q.lang), f)
	at.hidden = false
	return r.invite(ctx, w, j, q, by, text, at, desk.NewAct("resend", token))
}

// unwelcome says in the group that a member can propose nothing there now, in its language: nobody is led into private to learn that.
func (r *room) unwelcome(ctx context.Context, q *question, c desk.Caller) (text string, is bool) {
	chosen, err := r.desk.Language(ctx, c.Place)
	if err == nil { // else in theirs: why it does not work is worth more than in which words
		c.Lang = speech(cmp.Or(chosen, q.lang))
	}
	screen, err := r.desk.Do(ctx, c, desk.NewAct("suggest"))
	r.failed(err)
	return plainWords(screen), screen.Form == nil
}

// suggested takes what a member proposes, or sends the link to where it is written.
func (r *room) suggested(ctx context.Context, w *window, j *job, q *question, by author, words string) bool {
	here, t := spot{chat: r.chats.now(q.at.chat), thread: q.at.thread, hidden: by.id == 0}, deskWordsIn(q.lang)
	if about := strings.TrimSpace(q.message.ReplyTo.words()); about != "" {
		words = strings.TrimSpace(words + "\n\n" + about)
	}
	c := r.caller(by.id, here, q.lang)
	c.Rights = func(context.Context) (desk.Rights, error) { return by.rights, nil }
	switch text, is := r.unwelcome(ctx, q, c); {
	case ctx.Err() != nil:
		return false
	case is:
		return r.refuse(ctx, w, j, q, text)
	case words == "":
		here.hidden = false
		return r.invite(ctx, w, j, q, by, t.SuggestHere, here, desk.NewAct("suggest"))
	}
	screen, err := r.desk.Do(ctx, c, desk.Act{Verb: "suggested", Fields: map[string]string{"text": words}})
	if ctx.Err() != nil {
		return false
	}
	r.failed(err)
	if f := screen.Form; f != nil { // it was not taken: it goes on in private, with what was typed
		here.hidden = false
		return r.invite(ctx, w, j, q, by, plainWords(screen), here, f.Again)
	}
	return r.refuse(ctx, w, j, q, plainWords(screen))
}

// plainWords are the first words of a screen, for a group: its title and its first paragraph, and no text that somebody typed.
func plainWords(s desk.Screen) string {
	out := s.Title
	for _, b := range s.Blocks {
		if b.Kind != bot.Paragraph || len(b.Spans) == 0 {
			continue
		}
		if out != "" {
			out += ". "
		}
		for _, sp := range b.Spans {
			out += sp.Text
		}
		break
	}
	return out
}
