package telegram

import (
	"context"
	"sync"
	"time"

	tg "github.com/go-telegram/bot"

	"nonmerci/bot/desk"
)

// A lostForms knows the questions that a crash left open, and nobody's they are until the person writes. It is safe for concurrent use; the
// zero value knows none.
type lostForms struct {
	mu    sync.Mutex
	open  []int
	asked map[int64]bool // people who were looked after
	until time.Time
}

// recalls reads what the last run left open, and goes on with the file. It is called once, before anything is received.
func (r *room) recalls(path string) {
	if path != "" {
		path += ".forms"
	}
	p, lost := openPrompts(path)
	r.prompts, r.talks.asked = p, p.move
	r.wasLost.open, r.wasLost.until = lost, time.Now().Add(lostLife)
}

// take returns the questions that may be somebody's, once for each person.
func (l *lostForms) take(who int64, now time.Time) []int {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.open) == 0 || now.After(l.until) || l.asked[who] {
		return nil
	}
	if l.asked == nil {
		l.asked = map[int64]bool{}
	}
	l.asked[who] = true
	return l.open
}

// found drops a question that was somebody's.
func (l *lostForms) found(id int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, o := range l.open {
		if o == id {
			l.open = append(l.open[:i:i], l.open[i+1:]...)
			return
		}
	}
}

// lost looks whether a message answers a question of a form that a restart has ended: one that it replies to, or one of those that were open
// when the program was killed. Its author is then told, and how to go on.
func (r *room) lost(ctx context.Context, w *window, j *job, s seat, q *question) (taken, done bool) {
	if r.asked(q) {
		t, _ := r.anchor(q.message.ReplyTo.Markup, s.who)
		s.spot = t.spot
		return true, r.interrupted(ctx, w, j, s, r.reopens(q.message.ReplyTo.Markup, s.who))
	}
	for _, id := range r.wasLost.take(s.who, time.Now()) {
		if id < q.id && r.answersLost(ctx, s, id) {
			r.wasLost.found(id)
			return true, ctx.Err() == nil
		}
		if ctx.Err() != nil {
			return true, false
		}
	}
	return false, true
}

// answersLost tells somebody that their form was interrupted, as a reply to the question with a number, and says whether it was theirs: Telegram
// refuses a reply to a message that is not in the chat, and sends nothing then.
func (r *room) answersLost(ctx context.Context, s seat, id int) bool {
	permit, err := r.limiter.acquire(ctx, s.at)
	if err != nil {
		return false
	}
	var sent struct {
		ID      int    `json:"message_id"`
		ReplyTo *reply `json:"reply_to_message"`
	}
	pg := pagesOf(layoutSentences(deskWordsIn(s.lang).Interrupted))[0]
	err = r.client.call(ctx, "sendMessage", map[string]any{
		"chat_id": s.at.chat, "text": pg.html, "parse_mode": "HTML", "reply_parameters": map[string]any{"message_id": id},
	}, &sent)
	if err != nil {
		permit.refund(err)
		return false
	}
	permit.done(nil)
	r.sender.numbers.note(s.at, sent.ID)
	if sent.ReplyTo == nil {
		return true
	}
	about, ok := r.anchor(sent.ReplyTo.Markup, s.who)
	again := r.reopens(sent.ReplyTo.Markup, s.who)
	if !ok || again.Verb == "" {
		return true
	}
	s.spot = about.spot
	kb := rows([][]button{r.row(s, step{deskWordsIn(s.lang).Reopen, actData(again), desk.Primary}), r.closer(s)})
	if permit, err := r.limiter.acquire(ctx, s.at); err == nil {
		err = r.client.editMarkup(ctx, &tg.EditMessageReplyMarkupParams{ChatID: s.at.chat, MessageID: sent.ID, ReplyMarkup: kb}) // the words alone say how to go on
		permit.done(err)
	}
	return true
}
