package telegram

import (
	"context"
	"time"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot/desk"
)

// step goes on in a form by a button; false says that it was cut off.
func (r *room) step(ctx context.Context, w *window, j *job, s seat, t tap) bool {
	now := time.Now()
	k, ok, _ := r.talks.get(s.who, now)
	var f desk.Form
	if ok {
		if k.prompt != s.pressed || t.kind == tapForm && t.at != k.field {
			return true // it went on meanwhile
		}
		f, ok = r.desk.Held(k.caller, k.token)
	}
	if !ok || k.field >= len(f.Fields) {
		r.talks.drop(s.who)
		if t.kind == tapAbandon {
			return r.say(ctx, w, j, s, deskWordsIn(s.lang).Closed)
		}
		return r.interrupted(ctx, w, j, s, t.act)
	}
	s.spot = k.spot
	if t.kind == tapAbandon {
		if !r.abandon(ctx, w, j, s, k) || k.other == nil {
			return ctx.Err() == nil
		}
		return r.answerQuestion(ctx, w, j, k.other) // what came in the middle
	}
	fl := &f.Fields[k.field]
	switch t.step {
	case stepClear:
		if !fl.Required {
			fl.Value = ""
		}
		return r.changed(ctx, w, j, s, k, f, k.field+1)
	case stepKeep, stepNext:
		if over(*fl) > 0 {
			return r.received(ctx, w, j, s, k, f)
		}
		if fl.Required && fl.Value == "" {
			break
		}
		k.done(r.desk)
		return r.advance(ctx, w, j, s, k, f, k.field+1)
	case stepRest:
		if complete(f, k.field) {
			k.done(r.desk)
			return r.advance(ctx, w, j, s, k, f, len(f.Fields))
		}
	case stepBack:
		k.done(r.desk)
		return r.advance(ctx, w, j, s, k, f, max(0, k.field-1))
	case stepRedo:
		if k.before != "" {
			r.desk.Drop(k.caller, k.token)
			k.token, k.before = k.before, ""
			if f, ok = r.desk.Held(k.caller, k.token); !ok {
				return r.interrupted(ctx, w, j, s, k.again)
			}
		}
	}
	return r.advance(ctx, w, j, s, k, f, k.field)
}

// done forgets the form as it was before a field was typed.
func (k *talk) done(d Desk) {
	if k.before != "" {
		d.Drop(k.caller, k.before)
		k.before = ""
	}
}

// changed keeps what became of a field and goes on to another one. What is too much to be kept stays as it was.
func (r *room) changed(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form, next int) bool {
	token := r.desk.Hold(k.caller, f)
	if token == "" {
		return r.say(ctx, w, j, s, deskWordsIn(s.lang).MuchTooLong)
	}
	r.desk.Drop(k.caller, k.token)
	k.done(r.desk)
	k.token, k.wrote = token, k.wrote|1<<k.field
	return r.advance(ctx, w, j, s, k, f, next)
}

// advance asks for a field, or sends the form after the last one.
func (r *room) advance(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form, next int) bool {
	if k.field = next; next < len(f.Fields) {
		return r.ask(ctx, w, j, s, k, f, nil)
	}
	return r.submit(ctx, w, j, s, k, f)
}

// submit does what a form is for. The desk gives back what it does not take; what it could not even look at stays with it, to be taken up
// again.
func (r *room) submit(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form) bool {
	act := f.Submit
	act.Fields = map[string]string{}
	for _, fl := range f.Fields {
		act.Fields[fl.Key] = fl.Value
	}
	c := r.seated(ctx, s)
	c.Who = k.caller.Who
	screen, err := r.desk.Do(ctx, c, act)
	if ctx.Err() != nil {
		return false
	}
	r.failed(err)
	r.talks.drop(s.who)
	if err == nil {
		r.desk.Drop(k.caller, k.token)
	} else {
		screen.Buttons = append(screen.Buttons, []desk.Button{{Label: deskWordsIn(s.lang).Resume, Act: desk.NewAct("resume", k.token)}})
	}
	return r.show(ctx, w, j, s, screen)
}

// abandon ends a form. What was typed can be taken up again for half an hour.
func (r *room) abandon(ctx context.Context, w *window, j *job, s seat, k talk) bool {
	words := deskWordsIn(s.lang)
	r.talks.drop(s.who)
	k.done(r.desk)
	if k.wrote == 0 {
		r.desk.Drop(k.caller, k.token)
		return r.say(ctx, w, j, s, words.Closed)
	}
	return r.say(ctx, w, j, s, words.Abandoned, r.row(s, step{words.Resume, actData(desk.NewAct("resume", k.token)), desk.Plain}), r.closer(s))
}

// interrupted says that a form is not being filled any more, and how to go on.
func (r *room) interrupted(ctx context.Context, w *window, j *job, s seat, again desk.Act) bool {
	words := deskWordsIn(s.lang)
	var open []models.InlineKeyboardButton
	if again.Verb != "" {
		open = r.row(s, step{words.Reopen, actData(again), desk.Primary})
	}
	s.pressed = 0
	return r.say(ctx, w, j, s, words.Interrupted, open, r.closer(s))
}
