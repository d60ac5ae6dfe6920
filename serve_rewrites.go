package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/bot/rephrase"
	"nonmerci/config"
	"nonmerci/knowledge"
)

// errModel says that the settings of the model cannot be used.
var errModel = errors.New("the model")

// withModel gives a bot its model; o is as it was where there is none. rewrote is told what became of each answer, and may be nil.
func withModel(o bot.Options, model *rephrase.Rewriter, c config.Config, rewrote func(bot.RewriteOutcome), log *slog.Logger) bot.Options {
	if model != nil {
		o.Rewriter, o.RewriteWithin, o.Rewrote, o.Log = model, c.LLM().Timeout, rewrote, log
	}
	return o
}

// deskModel is the model as the desk asks about it.
type deskModel struct {
	memory *memory
	ledger rephrase.Ledger
	limits config.LLM
}

// newDeskModel is nil where there is no model.
func newDeskModel(m *memory, c config.Config) desk.Model {
	if m.model == nil {
		return nil
	}
	return deskModel{m, rephrase.Counted(m.store), c.LLM()}
}

// Tokens implements desk.Model: what every instance has written down, and for all together what this one knows besides.
func (d deskModel) Tokens(ctx context.Context, c knowledge.CommunityID) (used, limit int, err error) {
	used, err = d.ledger.Spent(ctx, knowledge.DayOf(time.Now().UTC()), c)
	if c == knowledge.SharedBase {
		return max(used, d.memory.model.Status().TokensToday), d.limits.DailyTokens, err
	}
	return used, d.limits.CommunityDailyTokens, err
}

// Choice implements desk.Model. An actor is named as the adapters name a person to the bot.
func (d deskModel) Choice(who desk.Actor) bot.ModelChoice {
	return d.memory.core.ModelChoice(bot.UserID(who))
}

// Choose implements desk.Model.
func (d deskModel) Choose(who desk.Actor, c bot.ModelChoice) {
	d.memory.core.SetModelChoice(bot.UserID(who), c)
}
