package discord

import (
	"context"
	"strings"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/bot/desk"
)

// guideCommand posts the guide of a server in the channel of the command, or takes it away. It runs in the lane of the server.
func (r *room) guideCommand(ctx context.Context, k *ack) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	w := deskWordsIn(k.in.Lang)
	own, err := r.rights(ctx, k.in)
	switch {
	case err != nil:
		r.failed(err)
		k.alone(ctx, say(w.GuideLost))
	case !own.Has(desk.Moderator): // the desk has the words of a refusal
		r.act(ctx, k, desk.NewAct("home"))
	case k.in.given[removeOption] == "true":
		k.alone(ctx, say(r.removeGuide(ctx, k.in.Place, w)))
	default:
		k.alone(ctx, say(r.placeGuide(ctx, k.in, w)))
	}
}

// removeGuide takes the guide of a server away, and says how that went.
func (r *room) removeGuide(ctx context.Context, p desk.Place, w *deskWords) string {
	old, had, err := r.places.Guide(ctx, p)
	if err == nil && !had {
		return w.GuideNone
	}
	if err == nil {
		err = r.places.DropGuide(ctx, p)
	}
	if err != nil {
		r.failed(err)
		return w.GuideLost
	}
	r.takeAway(ctx, old)
	return w.GuideRemoved
}

// placeGuide posts the guide where a command was given, in the place of one that stands elsewhere, and says how that went.
func (r *room) placeGuide(ctx context.Context, in interaction, w *deskWords) string {
	old, had, err := r.places.Guide(ctx, in.Place)
	if err != nil {
		r.failed(err)
		return w.GuideLost
	}
	g := Guide{Place: in.Place, Channel: in.channel, Langs: strings.Fields(in.given[languagesOption])}
	if len(g.Langs) == 0 {
		chosen, err := r.desk.Language(ctx, in.Place)
		if err != nil {
			r.failed(err)
			return w.GuideLost
		}
		g.Langs = []string{deskLang(firstOf(chosen, in.Lang))}
	}
	pinned, err := r.postGuide(ctx, &g, nonce(in.id, 0))
	switch {
	case mayNot(err), discordrest.Is(err, discordrest.UnknownChannel):
		return w.GuideNotHere
	case err != nil:
		r.failed(err)
		return w.GuideLost
	}
	if had {
		r.takeAway(ctx, old)
	}
	if !pinned {
		return w.GuideNotPinned
	}
	return w.GuidePosted
}

// postGuide posts a guide as its page is now, remembers it and pins it. The nonce makes a repetition harmless.
func (r *room) postGuide(ctx context.Context, g *Guide, nonce string) (pinned bool, err error) {
	page, err := r.desk.Guide(ctx, g.Place, g.Langs)
	if err != nil {
		return false, err
	}
	b := r.drawGuide(page)
	var id string
	err = r.send.awake(ctx, g.Channel, func() (err error) {
		id, err = r.send.post(ctx, g.Channel, nonce, b, time.Time{})
		return err
	})
	if err != nil {
		return false, err
	}
	g.Message, g.Shown, g.At = id, page.Mark, time.Now()
	if err := r.places.SetGuide(ctx, *g); err != nil {
		return false, err
	}
	r.guides.Edited(g.Place, time.Now())
	if err := r.send.pin(ctx, g.Channel, id); err != nil {
		r.log.Info("the guide of a server is not pinned: it needs the permission to pin messages", "why", err.Error())
		return false, nil
	}
	return true, nil
}

// takeAway deletes a guide that is no longer the one. One that cannot be reached any more stays where it is.
func (r *room) takeAway(ctx context.Context, g Guide) {
	if g.Message == "" {
		return
	}
	err := r.send.awake(ctx, g.Channel, func() error { return r.send.remove(ctx, g.Channel, g.Message) })
	if err != nil && !discordrest.Is(err, discordrest.UnknownMessage, discordrest.UnknownChannel) {
		r.log.Info("an old guide could not be deleted", "why", err.Error())
	}
}
