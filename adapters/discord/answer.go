package discord

import (
	"context"
	"strconv"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/bot"
)

// respond answers a message where it was asked.
func (a *Adapter) respond(ctx context.Context, q asked) {
	a.rewrites.Asked(q.Message)
	r := a.safely(ctx, q.Message, func(ctx context.Context) (bot.Reply, error) {
		if q.Text == "" { // the bot was only called
			return a.core.Press(ctx, q.Message, bot.Press{Kind: bot.PressOther, Lang: orDefault(q.Lang)})
		}
		return a.answer(ctx, q.Message)
	})
	if r.Silent() {
		return
	}
	if err := a.deliver(ctx, q, r); err != nil && ctx.Err() == nil {
		a.log.Warn("an answer could not be posted", "why", err.Error())
	}
}

// answerWithin bounds the making of a reply.
const answerWithin = time.Minute

// safely makes a reply; an error or a panic becomes an apology in the reader's language.
func (a *Adapter) safely(ctx context.Context, m bot.Message, make func(context.Context) (bot.Reply, error)) (r bot.Reply) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			a.panicked("the handler", p)
			r = apology(m.Lang)
		}
	}()
	r, err := make(ctx)
	if err != nil {
		a.log.Error("a question was not answered", "why", err.Error())
		return apology(m.Lang)
	}
	return r
}

func apology(lang string) bot.Reply {
	lang = orDefault(lang)
	return bot.Reply{Kind: bot.Smalltalk, Lang: lang, Text: bot.Apology(lang)}
}

// draw is drawing.render that cannot fail: a reply that cannot be drawn is shown as an apology.
func (a *Adapter) draw(d drawing, r bot.Reply) (out drawn) {
	defer func() {
		if p := recover(); p != nil {
			a.panicked("drawing a reply", p)
			out = say(bot.Apology(orDefault(r.Lang)))
		}
	}()
	again := func(also []string) []row {
		d.also = also
		return d.rows(r)
	}
	return drawn{d.render(r), again}
}

// deliver posts a reply under the question. Where the bot may not write, the asker gets it by direct message, with the reason.
func (a *Adapter) deliver(ctx context.Context, q asked, r bot.Reply) error {
	d := drawing{buttons: a.buttons, owner: number(q.author), embeds: !a.bare.Has(q.channel, time.Now())}
	ref := &reference{MessageID: q.id, ChannelID: q.channel}
	id, err := a.postAll(ctx, q, d, r, ref)
	if discordrest.Is(err, discordrest.ThreadArchived) {
		if err = a.send.unarchive(ctx, q.channel); err == nil {
			id, err = a.postAll(ctx, q, d, r, ref)
		}
	}
	if d.embeds && r.Card != nil && discordrest.Is(err, discordrest.MissingPermissions) { // it may be the embed alone that is refused
		d.embeds = false
		if id, err = a.postAll(ctx, q, d, r, ref); err == nil {
			a.bare.Add(q.channel, time.Now())
		}
	}
	switch {
	case err == nil:
		a.reworded(q, d, r, id)
		return nil
	case q.guild == "" || !mayNot(err):
		return err
	case !a.hinted.Add(q.channel, time.Now()):
		return err
	}
	return a.whisper(ctx, q, r)
}

// mayNot says that the bot may not write somewhere.
func mayNot(err error) bool {
	return discordrest.Is(err, discordrest.MissingAccess, discordrest.MissingPermissions, discordrest.CannotReply, discordrest.ThreadArchived)
}

// postAll posts the messages of a reply in a channel: the first refers to the question, the last has the buttons. It returns the id of the
// message when it is one alone.
func (a *Adapter) postAll(ctx context.Context, q asked, d drawing, r bot.Reply, ref *reference) (only string, err error) {
	out := a.draw(d, r)
	var ids []string
	for i := range out.parts {
		b, received := out.part(i, ids), time.Time{}
		if i == 0 {
			b.Reference, received = ref, q.received
		}
		id, err := a.send.post(ctx, q.channel, nonce(q.id, i), b, received)
		if err != nil {
			return "", err
		}
		ids = append(ids, id)
	}
	if len(ids) > 1 {
		return "", nil
	}
	return ids[0], nil
}

// nonce names one part of the answer to a message, so that it is posted once, whatever is repeated.
func nonce(id string, part int) string {
	if len(id) > 22 {
		id = id[len(id)-22:]
	}
	return id + "-" + strconv.Itoa(part%100)
}

// whisper gives an answer by direct message because the bot may not write where it was asked.
func (a *Adapter) whisper(ctx context.Context, q asked, r bot.Reply) error {
	channel, err := a.send.direct(ctx, q.author)
	if err != nil {
		return err
	}
	q.channel = channel
	d := drawing{buttons: a.buttons, owner: number(q.author), embeds: true, notice: bot.WordsIn(orDefault(r.Lang)).CannotDM}
	_, err = a.postAll(ctx, q, d, r, nil)
	return err
}

func number(id string) uint64 {
	n, _ := strconv.ParseUint(id, 10, 64) // 0, for everybody, cannot come: it is checked when the message is read
	return n
}
