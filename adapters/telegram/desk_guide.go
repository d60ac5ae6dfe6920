package telegram

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"nonmerci/bot"
)

// guideCommand posts the guide of a group where the command was written, or takes it away: « /guide fr en », « /guide off ».
func (r *room) guideCommand(ctx context.Context, w *window, j *job, q *question, words []string) bool {
	t := deskWordsIn(q.lang)
	p := placeOf(r.chats.now(q.at.chat))
	old, had, err := r.places.Guide(ctx, p)
	if err != nil {
		r.failed(err)
		return r.refuse(ctx, w, j, q, t.GuideLost)
	}
	if slices.ContainsFunc(words, func(s string) bool { return s == "off" || s == "retirer" }) {
		if !had {
			return r.refuse(ctx, w, j, q, t.GuideNone)
		}
		if err := r.places.DropGuide(ctx, p); err != nil {
			r.failed(err)
			return r.refuse(ctx, w, j, q, t.GuideLost)
		}
		r.takeAway(ctx, old, t.GuideRemoved)
		return r.refuse(ctx, w, j, q, t.GuideRemoved)
	}
	var langs []string
	for _, l := range words {
		if (l == "fr" || l == "en") && !slices.Contains(langs, l) {
			langs = append(langs, l)
		}
	}
	if len(langs) == 0 {
		chosen, err := r.desk.Language(ctx, p)
		if err != nil {
			r.failed(err)
			return r.refuse(ctx, w, j, q, t.GuideLost)
		}
		langs = []string{deskLang(cmp.Or(chosen, q.lang))}
	}
	g := Guide{Place: p, Channel: topic(q.at.thread), Langs: langs}
	pinned, err := r.post(ctx, letter{at: q.at, replyTo: q.id, after: q.id, lost: j.again}, &g, func(id int) {
		j.messages = append(j.messages, q.at.number(id))
	})
	switch {
	case ctx.Err() != nil:
		return false
	case err != nil:
		r.failed(err)
		return r.refuse(ctx, w, j, q, t.GuideLost)
	}
	if had && old.Message != g.Message {
		r.takeAway(ctx, old, t.GuideMoved)
	}
	if !pinned {
		return r.deliver(ctx, w, j, q.at, q.id, draft{pages: screenPages("", []bot.Block{sentence(t.GuideNotPinned)})})
	}
	return true
}

// post sends a guide by a letter, remembers it and pins it; its page is made now. sent is told the number of the message before anything
// else is done with it.
func (r *room) post(ctx context.Context, l letter, g *Guide, sent func(id int)) (pinned bool, err error) {
	page, err := r.desk.Guide(ctx, g.Place, g.Langs)
	if err != nil {
		return false, err
	}
	d := guideDraft(page, r.guideLink(l.at.chat))
	if len(d.pages) == 0 {
		return false, errUnreadable
	}
	l.page, l.buttons = d.pages[0], d.buttons
	id, err := r.sender.send(ctx, l)
	if err != nil {
		return false, err
	}
	sent(id)
	g.Message, g.Shown, g.At = strconv.Itoa(id), page.Mark, time.Now()
	if err := r.places.SetGuide(ctx, *g); err != nil {
		return false, err
	}
	r.guides.Edited(g.Place, time.Now())
	return r.pinned(ctx, l.at, id), nil
}

// pinned pins a message, where the bot has the right to.
func (r *room) pinned(ctx context.Context, at place, id int) bool {
	at.chat = r.chats.now(at.chat)
	permit, err := r.limiter.acquire(ctx, at)
	if err != nil {
		return false
	}
	err = r.client.pin(ctx, at.chat, id)
	permit.done(err)
	if err != nil {
		r.opts.Log.Info("the guide of a group is not pinned: it needs the right to pin messages", "err", err.Error())
	}
	return err == nil
}

// takeAway unpins and deletes a guide that is no longer the one. A message that is too old to be deleted says so instead.
func (r *room) takeAway(ctx context.Context, g Guide, words string) {
	chat, id, thread, ok := whereGuide(g)
	if !ok {
		return
	}
	at := groupPlace(r.chats.now(chat), thread)
	if err := r.client.unpin(ctx, at.chat, id); err != nil && code(err) == 0 {
		r.opts.Log.Info("an old guide may still be pinned", "err", err.Error())
	}
	if r.client.remove(ctx, at.chat, id) == nil {
		return
	}
	_ = r.sender.edit(ctx, target{at: at, id: id}, screenPages("", []bot.Block{sentence(words)})[0], nil) // it is gone, which is as good
}

// whereGuide reads where a guide stands; ok is false for one that stands nowhere.
func whereGuide(g Guide) (chat int64, id, thread int, ok bool) {
	chat, ok = chatOf(g.Place)
	id, bad := strconv.Atoi(g.Message)
	thread, _ = strconv.Atoi(g.Channel) // none is no topic
	return chat, id, thread, ok && bad == nil && id > 0
}
