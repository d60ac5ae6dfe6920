package telegram

import (
	"context"
	"time"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// begin opens a form: its first field is asked below what the screen says. A form that was being filled is kept by the desk, and offered.
func (r *room) begin(ctx context.Context, w *window, j *job, s seat, f desk.Form, intro []bot.Block) bool {
	words := deskWordsIn(s.lang)
	caller := r.seated(ctx, s)
	k := talk{spot: s.spot, caller: caller, token: r.desk.Hold(caller, f), again: f.Again}
	if k.token == "" {
		_, ok := r.put(ctx, w, j, s, draft{screenPages(f.Title, append(intro, valueBlocks(f)...)), rows([][]models.InlineKeyboardButton{r.closer(s)})})
		return ok
	}
	if f.Again.Verb == "resume" { // what it holds was typed, and not saved yet
		k.wrote = 1<<len(f.Fields) - 1
	}
	if k.again.Verb == "" {
		k.again = desk.NewAct("resume", k.token)
	}
	old, had, _ := r.talks.get(s.who, time.Now())
	if had && old.wrote == 0 {
		r.desk.Drop(old.caller, old.token)
		had = false
	}
	if !r.ask(ctx, w, j, s, k, f, intro) {
		return false
	}
	if !had {
		return true
	}
	s.pressed, s.spot = 0, old.spot
	_, ok := r.put(ctx, w, j, s, draft{screenPages("", []bot.Block{small(words.OtherKept)}), rows([][]models.InlineKeyboardButton{
		r.row(s, step{words.Resume, actData(desk.NewAct("resume", old.token)), desk.Plain}), r.closer(s),
	})})
	return ok
}

func (r *room) closer(s seat) []models.InlineKeyboardButton {
	return r.row(s, step{deskWordsIn(s.lang).Close, closeData(s.spot), desk.Plain})
}

// valueBlocks are what a form holds, for somebody to read and copy.
func valueBlocks(f desk.Form) []bot.Block {
	var out []bot.Block
	for _, fl := range f.Fields {
		if fl.Value != "" {
			out = append(out, bot.Block{Kind: bot.Heading, Spans: []bot.Span{{Text: fl.Label}}}, sentence(fl.Value))
		}
	}
	return out
}

// ask asks for the field that a talk is at, and keeps the talk.
func (r *room) ask(ctx context.Context, w *window, j *job, s seat, k talk, f desk.Form, intro []bot.Block) bool {
	id, ok := r.put(ctx, w, j, s, draft{promptPages(deskWordsIn(s.lang), f, k.field, intro), r.promptButtons(s, f, k)})
	k.prompt, k.other = id, nil
	r.talks.put(s.who, k, time.Now())
	return ok
}
