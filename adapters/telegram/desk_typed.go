package telegram

import (
	"context"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// typed takes a message for the field that a form is at: the whole of a short one, or one more part of a long one.
func (r *room) typed(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form, q *question) bool {
	fl := &f.Fields[k.field]
	text := typedText(q.message, fl.Key)
	if !fl.Long {
		short := *fl
		if short.Value = text; over(short) > 0 {
			r.talks.put(s.who, k, time.Now())
			return r.tooLong(ctx, w, j, s, short, nil)
		}
		fl.Value = text
		return r.changed(ctx, w, j, s, k, f, k.field+1)
	}
	if k.before != "" {
		text = fl.Value + "\n" + text
	}
	fl.Value = text
	token := r.desk.Hold(k.caller, f)
	if token == "" {
		r.talks.put(s.who, k, time.Now())
		return r.say(ctx, w, j, s, deskWordsIn(s.lang).MuchTooLong)
	}
	if k.before == "" {
		k.before = k.token
	} else {
		r.desk.Drop(k.caller, k.token)
	}
	k.token, k.wrote = token, k.wrote|1<<k.field
	if cutByClient(q.message) {
		return r.received(ctx, w, j, s, k, f)
	}
	return r.receivedOrTooLong(ctx, w, j, s, k, f)
}

// nearFull is from how many units on a message was most likely cut by the program that sent it, and goes on in the next.
const nearFull = maxText - 200

func cutByClient(m *message) bool { return units(m.Text) >= nearFull }

// received says how much of a long field has come.
func (r *room) received(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form) bool {
	words, fl := deskWordsIn(s.lang), f.Fields[k.field]
	if over(fl) > 0 && s.pressed != 0 {
		return r.receivedOrTooLong(ctx, w, j, s, k, f)
	}
	n := utf8.RuneCountInString(fl.Value)
	id, ok := r.put(ctx, w, j, s, draft{
		screenPages("", []bot.Block{sentence(with(words.Received, "n", strconv.Itoa(n), "limit", strconv.Itoa(fl.Limit)))}), r.partButtons(s, k, true),
	})
	k.prompt = id
	r.talks.put(s.who, k, time.Now())
	return ok
}

func (r *room) receivedOrTooLong(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form) bool {
	if over(f.Fields[k.field]) == 0 {
		return r.received(ctx, w, j, s, k, f)
	}
	return r.tooLong(ctx, w, j, s, f.Fields[k.field], &k)
}

// tooLong says by how much a text is too long and gives it back. k is the talk that keeps it, nil when nothing does.
func (r *room) tooLong(ctx context.Context, w *window, j *job, s seat, fl desk.Field, k *talk) bool {
	words := deskWordsIn(s.lang)
	paras := layout([]bot.Block{
		sentence(with(words.TooLong, "n", strconv.Itoa(utf8.RuneCountInString(fl.Value)), "limit", strconv.Itoa(fl.Limit), "over", strconv.Itoa(over(fl)))),
		sentence(words.GivenBack),
	})
	d := draft{pages: pagesOf(append(paras, verbatim(fl.Value)))}
	if k != nil {
		d.buttons = r.partButtons(s, *k, false)
	}
	s.pressed = 0
	id, ok := r.put(ctx, w, j, s, d)
	if k != nil {
		k.prompt = id
		r.talks.put(s.who, *k, time.Now())
	}
	return ok
}

// partButtons are the ways to go on while a long field is being typed.
func (r *room) partButtons(s seat, k talk, next bool) *models.InlineKeyboardMarkup {
	w := deskWordsIn(s.lang)
	var first []step
	if next {
		first = append(first, step{w.Next, k.stepData(stepNext), desk.Primary})
	}
	return rows([][]models.InlineKeyboardButton{
		r.row(s, append(first, step{w.Redo, k.stepData(stepRedo), desk.Plain})...),
		r.row(s, step{w.Abandon, abandonData(s.spot), desk.Danger}),
	})
}
