package desk

import (
	"context"
	"fmt"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// A Model is the model that may put answers into other words, as far as moderators and members have a say in it. It is safe for concurrent use.
type Model interface {
	// Tokens returns how many tokens a community has used today (UTC), and how many it may use; for SharedBase, all together. limit is 0 where
	// there is no bound.
	Tokens(ctx context.Context, c knowledge.CommunityID) (used, limit int, err error)
	// Choice returns what a person chose, and Choose keeps it, in memory alone.
	Choice(who Actor) bot.ModelChoice
	Choose(who Actor, c bot.ModelChoice)
}

// modelSettings says what a community chose about the model, and returns buttons to choose otherwise; nothing where there is none.
func (t *turn) modelSettings(about func(name, value, means string)) []Button {
	if t.d.opts.Model == nil {
		return nil
	}
	set, w := t.home.Settings, t.w
	about(w.SetRephrase, w.yesNo(set.Rephrase), w.SetRephraseMeans)
	about(w.SetAskModel, w.yesNo(set.AskModel), w.SetAskModelMeans)
	return []Button{t.toggle(w.SetRephrase, "rephrase", set.Rephrase), t.toggle(w.SetAskModel, "askmodel", set.AskModel)}
}

// modelPrivacy adds to what is kept of somebody what the model gets, with buttons to choose.
func (t *turn) modelPrivacy(s *Screen) {
	if t.d.opts.Model == nil {
		return
	}
	c, w := t.d.opts.Model.Choice(t.caller.Who), bot.WordsIn(t.w.Code)
	state := w.QuestionKept
	question, rephrase := Button{Label: t.w.AllowQuestion, Act: NewAct("model", "ask", "1")}, Button{Label: t.w.AlwaysOriginal, Act: NewAct("model", "rephrase", "0")}
	if c.Question {
		state, question = w.QuestionSent, Button{Label: t.w.ForbidQuestion, Act: NewAct("model", "ask", "0")}
	}
	if c.Original {
		state, rephrase = w.OriginalsShown, Button{Label: t.w.AllowRephrase, Act: NewAct("model", "rephrase", "1")}
	}
	s.add(heading(t.w.ModelTitle), para(w.PrivacyModel), para(state))
	s.row(question, rephrase)
}

// modelChoice keeps what somebody chose about the model.
func (t *turn) modelChoice() (Screen, error) {
	m := t.d.opts.Model
	if m == nil {
		return Screen{}, refuse(t.w.TooOldText)
	}
	c, on := m.Choice(t.caller.Who), t.act.arg(1) == "1"
	switch t.act.arg(0) {
	case "ask":
		c.Question = on
	case "rephrase":
		c.Original = !on
	default:
		return Screen{}, refuse(t.w.TooOldText)
	}
	m.Choose(t.caller.Who, c)
	return t.privacy()
}

// modelStats says what the model has cost the community today, or all together among the figures of the shared base.
func (t *turn) modelStats() ([]bot.Block, error) {
	m := t.d.opts.Model
	if m == nil {
		return nil, nil
	}
	used, limit, err := m.Tokens(t.ctx, t.home.ID)
	if err != nil {
		return nil, fmt.Errorf("read what the model has used: %w", err)
	}
	text := fill(t.w.ModelTokens, "used", itoa(used))
	if limit > 0 {
		text = fill(t.w.ModelBudget, "used", itoa(used), "limit", itoa(limit))
	}
	out := []bot.Block{heading(t.w.ModelTitle), para(text)}
	if limit > 0 && used >= limit {
		out = append(out, small(t.w.ModelSpent))
	}
	return out, nil
}
