package telegram

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"nonmerci/bot/desk"
)

// tellWithin is how long one notice may wait for its turn.
const tellWithin = 20 * time.Second

// Tells says whether a notice is for somebody, or somewhere, on Telegram.
func (a *Adapter) Tells(n desk.Notice) bool {
	return strings.HasPrefix(string(n.To), platform+":") || n.To == "" && strings.HasPrefix(n.Channel, platform+":")
}

// Tell sends a notice that Tells says is for Telegram, and returns whether it is done with: delivered, or never deliverable, since the person
// has not started or has blocked the bot, or the group has put it out. Otherwise it may be told again later. It blocks for its turn, some
// seconds at most. Run must be running.
func (a *Adapter) Tell(ctx context.Context, n desk.Notice) (done bool) {
	at, ok := noticePlace(n)
	if !ok {
		return true // it names nobody who can be written to
	}
	if a.window.Load() == nil {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, tellWithin)
	defer cancel()
	at.chat = a.chats.now(at.chat)
	for _, pg := range screenPages("", n.Blocks) {
		after := a.sender.numbers.last(at, 1)
		if after == 1 {
			after = 0 // nothing is known of the numbers there
		}
		_, err := a.sender.send(ctx, letter{at: at, after: after, page: pg})
		switch {
		case errors.Is(err, errInactive), code(err) == http.StatusForbidden, code(err) == http.StatusBadRequest:
			return true
		case err != nil:
			return false
		}
	}
	return true
}

// passOn sends what a screen has for others, each in the lane of its own chat.
func (r *room) passOn(all []desk.Notice) {
	for _, n := range all {
		at, ok := noticePlace(n)
		switch {
		case !r.Tells(n):
			if r.opts.PassOn != nil {
				r.opts.PassOn(n)
			}
			continue
		case !ok:
			at = privatePlace(0) // nobody: it is only confirmed
		}
		_ = r.slow.Put(at.key(), func(ctx context.Context) { // no room: the desk gives it out again
			r.failed(r.desk.Delivered(ctx, n, r.Tell(ctx, n)))
		})
	}
}

// noticePlace is where a notice is sent: a private chat, or « telegram:chat/topic ».
func noticePlace(n desk.Notice) (at place, ok bool) {
	if n.To != "" {
		id, err := strconv.ParseInt(strings.TrimPrefix(string(n.To), platform+":"), 10, 64)
		return privatePlace(id), err == nil && id > 0 // an anonymous administrator is a group
	}
	chat, thread, _ := strings.Cut(strings.TrimPrefix(n.Channel, platform+":"), "/")
	id, err := strconv.ParseInt(chat, 10, 64)
	t, _ := strconv.Atoi(thread) // none is no topic
	return groupPlace(id, t), err == nil && id < 0
}
