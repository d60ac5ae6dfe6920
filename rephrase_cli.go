package main

import (
	"context"
	"log/slog"

	"nonmerci/bot"
	"nonmerci/config"
)

// openTalking is open for whoever reads the answer here: with the model of the settings, if they name one. done lets go of it.
func (a app) openTalking(path string) (b answerer, done func(), err error) {
	c, err := config.Load(a.getenv)
	if err != nil {
		return nil, nil, err
	}
	log := slog.New(slog.NewTextHandler(a.errs, &slog.HandlerOptions{Level: slog.LevelWarn}))
	model, err := newModel(c, nil, log)
	if err != nil {
		return nil, nil, err
	}
	done = func() {}
	if model != nil {
		done = model.Close
	}
	b, err = a.openWith(path, func(o bot.Options) bot.Options { return withModel(o, model, c, nil, log) })
	if err != nil {
		done()
		return nil, nil, err
	}
	return b, done, nil
}

// askAloud asks one question, and waits for the words of the model where there is one: what is printed cannot be changed later.
func askAloud(ctx context.Context, b answerer, question string, turns []string, lang string, explain bool) bot.Reply {
	r := b.Ask(question, turns, lang, explain)
	if core, ok := b.(*bot.Bot); ok {
		r, _ = core.Rewrite(ctx, bot.Message{Text: question, AllDevices: true}, r)
	}
	return r
}

// aloud is askAloud for a conversation.
func aloud(b *bot.Bot) bot.Handler {
	return func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		m.AllDevices = true
		r, err := b.Respond(ctx, m)
		if err == nil {
			r, _ = b.Rewrite(ctx, m, r)
		}
		return r, err
	}
}
