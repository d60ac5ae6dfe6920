package telegram

import (
	"context"
	"math/rand/v2"
	"strconv"
	"time"

	"nonmerci/adapters/internal/delay"
	"nonmerci/bot/desk"
)

// Telegram keeps news for a day and lists no groups: whoever removes the bot while it is down for longer is never told of. So groups that nothing
// was heard of for long are asked, one after another and slowly, whether the bot is still there.
const (
	goneFirst = 2 * time.Minute  // after a start: the groups that wrote in the meantime are heard by then
	goneEvery = 20 * time.Second // between two questions
	goneLooks = time.Hour        // between two looks for silent groups
	goneCall  = 8 * time.Second
)

// lookForGone asks silent groups, while this instance is the one that keeps the guides, until ctx is done.
func (r *room) lookForGone(ctx context.Context) {
	for wait := goneFirst; delay.For(ctx, wait) == nil; wait = goneLooks {
		r.signs.forgetOld(time.Now())
		if !r.keeps() {
			continue
		}
		all, err := r.places.Groups(ctx)
		if err != nil {
			if ctx.Err() == nil {
				r.opts.Log.Warn("it cannot be read which groups the bot is in; those that removed it are looked for later", "err", err.Error())
			}
			continue
		}
		rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] }) // who restarts often comes to each in the end
		for _, p := range all {
			pause, asked := r.askIfGone(ctx, p)
			if asked && delay.For(ctx, max(goneEvery, pause)) != nil || !r.keeps() {
				break
			}
		}
	}
}

// keeps says whether this instance is the one that does what one does for all.
func (r *room) keeps() bool { return r.opts.Keeps == nil || r.opts.Keeps() }

// askIfGone asks a silent group once nobody waits for an answer, in the lane of what Telegram says of it: what is said meanwhile comes after, and
// counts. It blocks until that is done, and returns how long Telegram wants to be left alone.
func (r *room) askIfGone(ctx context.Context, p desk.Place) (pause time.Duration, asked bool) {
	chat, ok := chatOf(p)
	if !ok || !r.signs.silent(chat, time.Now()) {
		return 0, false
	}
	for r.limiter.busy(groupPlace(chat, 0)) > 0 {
		if delay.For(ctx, lookAgain) != nil {
			return 0, false
		}
	}
	done := make(chan time.Duration, 1)
	err := r.quick.Put("place "+strconv.FormatInt(chat, 10), func(inLane context.Context) {
		done <- r.look(inLane, p, chat)
	})
	if err != nil {
		return 0, true // no room: others come first
	}
	select {
	case pause = <-done:
		return pause, true
	case <-ctx.Done():
		return 0, false
	}
}

// look asks Telegram whether the bot is in a group, and tells the store. When it is not, it asks once more after that: another instance may have
// been told in between that the bot was added anew.
func (r *room) look(ctx context.Context, p desk.Place, chat int64) (pause time.Duration) {
	is, pause := r.presence(ctx, chat)
	if is == absent {
		r.rights.forget(chat, 0)
		if !r.tellOf(ctx, "a group that removed the bot", func(ctx context.Context) error { return r.places.Leave(ctx, p) }) {
			return pause
		}
		if is, pause = r.presence(ctx, chat); is != present {
			r.chats.close(chat)
			r.signs.note(chat, time.Now())
			return pause
		}
	}
	if is == present && r.tellOf(ctx, "a group that the bot is in", func(ctx context.Context) error { return r.places.Join(ctx, p) }) {
		r.signs.meet(chat, time.Now())
	}
	return pause
}

// tellOf is insist, and says whether the store took it.
func (r *room) tellOf(ctx context.Context, what string, tell func(context.Context) error) (told bool) {
	r.insist(ctx, what, func(ctx context.Context) error {
		err := tell(ctx)
		told = err == nil
		return err
	})
	return told
}
