package discord

import (
	"context"
	"errors"
	"strings"
	"time"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// pressed follows a button. One that is not ours, or somebody else's, is refused in private and changes nothing.
func (a *Adapter) pressed(ctx context.Context, k *ack) {
	p, err := a.buttons.open(k.in.button, k.in.author)
	w := bot.WordsIn(orDefault(firstOf(p.press.Lang, k.in.Lang)))
	switch {
	case errors.Is(err, seal.ErrOwner) && p.kind == buttonRemove && k.in.moderate:
	case errors.Is(err, seal.ErrOwner):
		k.aside(ctx, say(w.NotYours))
		return
	case err != nil:
		k.aside(ctx, say(w.TooOld))
		return
	}
	number := a.rewrites.Pressed(ctx, k.in.source)
	switch p.kind {
	case buttonRemove:
		a.removed(ctx, k, p)
	case buttonShow:
		a.shownToAll(ctx, k, p)
	default:
		a.followed(ctx, k, p.press, number)
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// followed has the bot follow a press of some number, and puts its reply where it belongs.
func (a *Adapter) followed(ctx context.Context, k *ack, p bot.Press, number int64) {
	r := a.safely(ctx, k.in.Message, func(ctx context.Context) (bot.Reply, error) {
		r, err := a.core.Press(ctx, k.in.Message, p)
		if errors.Is(err, bot.ErrPress) {
			return bot.Reply{Kind: bot.Smalltalk, Lang: p.Lang, Text: bot.WordsIn(p.Lang).TooOld, Place: bot.Aside}, nil
		}
		return r, err
	})
	d := drawing{buttons: a.buttons, owner: k.in.author, hidden: k.in.hidden, show: !k.in.direct, embeds: k.in.mayEmbed}
	if r.Place == bot.Same {
		if out := a.draw(d, r); k.update(ctx, out) && len(out.parts) == 1 && p.Kind != bot.PressOriginal {
			a.translate(k.in, d, r, number)
		}
		return
	}
	if r.Silent() {
		r.Text = bot.WordsIn(orDefault(p.Lang)).TooOld
	}
	r.Actions, d.hidden, d.show = nil, true, false
	k.aside(ctx, a.draw(d, r))
}

// update replaces the message of the button, and says whether it did.
func (k *ack) update(ctx context.Context, d drawn) bool {
	var id string
	var err error
	switch k.take(ctx) {
	case ackDead:
		return false
	case ackDeferred:
		id, err = k.adapter.send.editOriginal(ctx, k.in, d.part(0, nil))
	case ackNone:
		id, err = k.in.source, k.respond(ctx, callbackUpdate, d.part(0, nil))
	}
	k.adapter.rest(ctx, k.in, flagsOf(k.in.hidden), d, err, id)
	return err == nil
}

func flagsOf(hidden bool) int {
	if hidden {
		return flagEphemeral
	}
	return 0
}

// openly answers a press with a new message for all.
func (k *ack) openly(ctx context.Context, d drawn) { k.beside(ctx, 0, d) }

// beside answers a press with a message of its own, and returns the id to edit it by; "" when there is none.
func (k *ack) beside(ctx context.Context, flags int, d drawn) (id string) {
	switch k.take(ctx) {
	case ackDeferred:
		return k.adapter.rest(ctx, k.in, flags, d, nil)
	case ackNone:
		id, err := k.first(ctx, flags, d)
		k.adapter.rest(ctx, k.in, flags, d, err, id)
		if err == nil {
			return original
		}
	}
	return ""
}

// quiet acknowledges a press without anything to see.
func (k *ack) quiet(ctx context.Context) bool {
	switch k.take(ctx) {
	case ackDeferred:
		return true
	case ackNone:
		k.later(ctx)
		return k.state == ackDeferred
	}
	return false
}

// removed deletes an answer, and the messages that belong to it.
func (a *Adapter) removed(ctx context.Context, k *ack, p pressed) {
	if !k.quiet(ctx) {
		return
	}
	err := a.send.removeOriginal(ctx, k.in)
	if err != nil && k.in.present {
		err = a.send.remove(ctx, k.in.channel, k.in.source)
	}
	for _, id := range p.also {
		if id != "" && k.in.present {
			err = errors.Join(err, a.send.remove(ctx, k.in.channel, id))
		}
	}
	if err != nil {
		a.log.Warn("an answer could not be deleted", "why", err.Error())
	}
}

// shownToAll posts a private answer for all, once: as a reply to the message that it is about, if any, else as the response itself.
func (a *Adapter) shownToAll(ctx context.Context, k *ack, p pressed) {
	if !a.shown.Add(k.in.source, time.Now()) {
		k.quiet(ctx)
		return
	}
	r := a.safely(ctx, k.in.Message, func(ctx context.Context) (bot.Reply, error) { return a.core.Press(ctx, k.in.Message, p.press) })
	if r.Card == nil {
		k.aside(ctx, say(bot.WordsIn(orDefault(p.press.Lang)).TooOld))
		return
	}
	notice := strings.ReplaceAll(bot.WordsIn(orDefault(r.Lang)).ShownBy, "{name}", clip(oneLine(visible(k.in.name)), 40))
	d := drawing{buttons: a.buttons, owner: k.in.author, embeds: k.in.mayEmbed, notice: notice}
	if p.target != "" && k.in.present && k.quiet(ctx) {
		q := asked{Message: k.in.Message, id: k.in.id, channel: k.in.channel, received: k.in.received}
		if _, err := a.postAll(ctx, q, d, r, &reference{MessageID: p.target, ChannelID: k.in.channel}); err == nil {
			return
		}
	}
	k.openly(ctx, a.draw(d, r))
}

// visible removes what has no width from a name: it could hide what the name says.
func visible(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\u200b' && r <= '\u200f' || r == '\u2060' || r == '\ufeff' || r == '\u00ad' {
			return -1
		}
		return r
	}, name)
}
