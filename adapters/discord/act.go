package discord

import (
	"context"
	"strings"

	"nonmerci/bot"
)

// act does what an interaction asks for.
func (a *Adapter) act(ctx context.Context, k *ack) {
	defer k.drop()
	if a.room != nil && a.room.follows(ctx, k) {
		return
	}
	switch k.in.kind {
	case kindCommand:
		a.command(ctx, k)
	case kindComponent:
		a.pressed(ctx, k)
	default: // a form, which the bot does not show, or a kind that Discord has invented since
		k.private = true
		k.finish(ctx, bot.Reply{}, say(bot.WordsIn(orDefault(k.in.Lang)).TooOld))
	}
}

// command answers a command.
func (a *Adapter) command(ctx context.Context, k *ack) {
	in := k.in
	w := bot.WordsIn(orDefault(in.Lang))
	switch {
	case in.onMessage:
	case in.command == privacyCommand:
		a.privacy(ctx, k)
		return
	case in.command == helpCommand:
		in.Text = ""
	}
	a.rewrites.Asked(in.Message)
	r := a.safely(ctx, in.Message, func(ctx context.Context) (bot.Reply, error) { return a.reply(ctx, in) })
	if r.Silent() { // a flood: a command needs some answer, or it is shown as failed
		k.private = true
		k.finish(ctx, r, say(w.Busy))
		return
	}
	if r.Place == bot.Aside {
		k.private = true
	}
	d := drawing{buttons: a.buttons, owner: in.author, hidden: k.private, show: !in.direct, target: in.target, embeds: in.mayEmbed}
	k.known = a.rewrites.May(in.Message, r)
	a.rewordedResponse(in, d, r, k.finish(ctx, r, a.draw(d, r)))
}

// reply makes the reply to a command: the entry that was chosen from the completions, else the answer to the words.
func (a *Adapter) reply(ctx context.Context, in interaction) (bot.Reply, error) {
	lang := orDefault(in.Lang)
	text := strings.TrimSpace(in.Text)
	if text == "" {
		return a.core.Press(ctx, in.Message, bot.Press{Kind: bot.PressOther, Lang: lang})
	}
	if subject, intent, is := strings.Cut(text, "/"); is && !in.onMessage {
		if _, ok, err := a.entryIn(ctx, in.Place, text, lang); err != nil {
			return bot.Reply{}, err
		} else if ok {
			return a.core.Press(ctx, in.Message, bot.Press{Kind: bot.PressChoice, Lang: lang, Subject: subject, Intent: intent})
		}
	}
	return a.answer(ctx, in.Message)
}

// Limits of completions (docs: interactions/application-commands).
const (
	maxChoices    = 25
	maxChoiceText = 100
)

// complete answers what is being typed into /ask.
func (a *Adapter) complete(ctx context.Context, in interaction) {
	if a.room != nil && a.room.completes(ctx, in) {
		return
	}
	out := choices{Choices: []choice{}}
	names := map[string]bool{}
	for _, c := range a.suggestIn(ctx, in.Place, in.Text, orDefault(in.Lang)) {
		name := clip(oneLine(c.Label), maxChoiceText)
		if name == "" || names[name] || c.Entry == "" || count(c.Entry) > maxChoiceText || len(out.Choices) == maxChoices {
			continue
		}
		names[name] = true
		out.Choices = append(out.Choices, choice{name, c.Entry})
	}
	if _, err := a.send.callback(ctx, in, callbackChoices, out, false); err != nil {
		a.ackFailed(err)
	}
}
