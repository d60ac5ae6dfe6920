package telegram

import (
	"context"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// follow answers a press on a button of the desk at once, and puts what it asks for into the lane of the chat. ours is false for a button
// that is not the desk's. handedOn says that the lane finishes the update.
func (r *room) follow(ctx context.Context, w *window, j *job, q *callbackQuery) (ours, handedOn bool) {
	t, ours, err := r.open(q.Data, q.From.ID)
	switch {
	case !ours:
		return false, false
	case err != nil:
		r.acknowledge(ctx, q.ID, bot.WordsIn(language(q.From.Language)).NotYours, true)
		return true, false
	case q.Message == nil || !q.Message.Chat.private(): // the buttons of the desk are in private alone
		r.acknowledge(ctx, q.ID, bot.WordsIn(language(q.From.Language)).TooOld, true)
		return true, false
	}
	s := r.seatOf(q)
	about, known := r.anchor(q.Message.Markup, q.From.ID)
	if s.spot = about.spot; !known && t.kind != tapMenu && t.kind != tapEntry {
		r.acknowledge(ctx, q.ID, bot.WordsIn(s.lang).TooOld, true)
		return true, false
	}
	words := ""
	switch key := pressKey(q); {
	case (t.kind == tapForm || t.kind == tapAbandon) && r.talks.stale(s.who, q.Message.ID, time.Now()):
		words = deskWordsIn(s.lang).Stale
	case r.presses.begin(key, time.Now()):
		handedOn = r.slow.Put(s.at.key(), r.piece(w, j, func(ctx context.Context) bool {
			defer func() { r.presses.end(key, time.Now()) }()
			return r.tapped(ctx, w, j, s, t)
		})) == nil
		if !handedOn {
			r.presses.drop(key)
			words = bot.WordsIn(s.lang).Busy
		}
	}
	r.acknowledge(ctx, q.ID, words, words != "")
	return true, handedOn
}

// A seat is where somebody sits at the desk: their private chat, what it is about, and the message that the next screen replaces.
type seat struct {
	at      place
	who     int64
	lang    string
	spot    spot
	pressed int // the message whose button was pressed, 0 for none
	after   int // the message that new ones come after; 0 when nobody knows
}

func (r *room) seatOf(q *callbackQuery) seat {
	s := seat{at: q.Message.place(), who: q.From.ID, lang: speech(language(q.From.Language)), pressed: q.Message.ID, after: q.Message.ID}
	if q.Message.Date == 0 {
		s.pressed = 0 // out of our reach: it cannot be replaced
	}
	return s
}

// seatFor is where somebody sits who has written a message in private.
func seatFor(q *question) seat {
	return seat{at: q.at, who: q.message.Chat.ID, lang: speech(q.lang), after: q.id}
}

// seated is who sits somewhere, as the desk knows them. Telegram is asked first who they are in the group: only then it tells when the group
// has a new id, and the old one must not be taken for a group of its own.
func (r *room) seated(ctx context.Context, s seat) desk.Caller {
	if s.spot.chat != 0 {
		_, _ = r.standing(ctx, s.spot.chat, s.who) // the desk asks again, and hears of a failure
	}
	return r.caller(s.who, s.spot, s.lang)
}

// tapped does what a press asks for; false says that it was cut off.
func (r *room) tapped(ctx context.Context, w *window, j *job, s seat, t tap) bool {
	switch t.kind {
	case tapAct:
		return r.act(ctx, w, j, s, t.act)
	case tapClose:
		return r.say(ctx, w, j, s, deskWordsIn(s.lang).Closed)
	case tapForm, tapAbandon:
		return r.step(ctx, w, j, s, t)
	case tapMenu:
		return r.menu(ctx, w, j, s, t)
	}
	return r.entry(ctx, w, j, s, t)
}

// act does an act and shows the screen.
func (r *room) act(ctx context.Context, w *window, j *job, s seat, a desk.Act) bool {
	screen, err := r.desk.Do(ctx, r.seated(ctx, s), a)
	if ctx.Err() != nil {
		return false
	}
	r.failed(err)
	r.settle(s, a)
	return r.show(ctx, w, j, s, screen)
}

// settle follows an act in what the adapter itself remembers.
func (r *room) settle(s seat, a desk.Act) {
	if a.Verb == "forgetyes" { // whoever is forgotten, is forgotten here too
		r.last.drop(s.who)
		r.talks.drop(s.who)
		return
	}
	if s.spot.chat != 0 {
		r.last.put(s.who, s.spot, time.Now())
	}
}

// failed tells the operator what the desk could not do. The person has been told in the screen.
func (r *room) failed(err error) {
	if err != nil {
		r.opts.Log.Error("the desk could not do what was asked", "err", err.Error())
	}
}
