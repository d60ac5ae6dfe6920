package discord

import (
	"context"
	"strconv"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/adapters/internal/guides"
	"nonmerci/bot/desk"
)

// GuideChanged says that the guides of some servers may have to show something else; of all servers when none is named. It is quick and
// never blocks. Without it a change is noticed within ten minutes.
func (a *Adapter) GuideChanged(places ...desk.Place) {
	if a.room != nil {
		a.room.guides.Mark(places...)
	}
}

// keepGuides edits guides that show something old, until ctx is done.
func (r *room) keepGuides(ctx context.Context) {
	guides.Keeper[Guide]{Changes: r.guides, All: r.places.Guides, One: r.places.Guide, Look: r.lookAtGuide, Keeps: r.keeps, Log: r.log}.Run(ctx)
}

// lookAtGuide puts the edit of a guide that shows something old into the lane of its server, or leaves it for later when it was just edited.
func (r *room) lookAtGuide(ctx context.Context, g Guide) (edited bool) {
	if g.Place.Platform != platform || ctx.Err() != nil {
		return false
	}
	page, err := r.desk.Guide(ctx, g.Place, g.Langs)
	if err != nil || page.Mark == g.Shown && g.Message != "" {
		return false
	}
	if r.guides.Rest(g.Place, time.Now()) {
		return false
	}
	r.guides.Edited(g.Place, time.Now())
	r.put(r.slow, guideLane(g.Place), func(ctx context.Context) { // no room: it is looked at again
		ctx, cancel := context.WithTimeout(ctx, answerWithin)
		defer cancel()
		r.refresh(ctx, g.Place)
	})
	return true
}

// refresh edits a guide as it is now. One that was deleted is posted again, once; a second time it is not wanted any more.
func (r *room) refresh(ctx context.Context, p desk.Place) {
	g, ok, err := r.places.Guide(ctx, p)
	if err != nil || !ok {
		return
	}
	page, err := r.desk.Guide(ctx, p, g.Langs)
	if err != nil || page.Mark == g.Shown && g.Message != "" {
		return
	}
	if g.Message != "" {
		err = r.editGuide(ctx, g, page)
	}
	switch {
	case g.Message == "":
	case err == nil:
		g.Shown, g.At = page.Mark, time.Now()
		r.guides.Edited(p, time.Now())
		r.failed(r.places.SetGuide(ctx, g))
		return
	case discordrest.Is(err, discordrest.UnknownChannel):
		r.log.Info("the channel of a guide is gone, and the guide with it")
		r.failed(r.places.DropGuide(ctx, p))
		return
	case !discordrest.Is(err, discordrest.UnknownMessage):
		if ctx.Err() == nil { // when we may write there again, it is looked at again
			r.log.Info("the guide of a server could not be brought up to date", "why", err.Error())
		}
		return
	case !r.guides.Again(p, time.Now()):
		r.log.Info("the guide of a server was deleted twice in a day: it is not posted again")
		r.failed(r.places.DropGuide(ctx, p))
		return
	}
	if _, err := r.postGuide(ctx, &g, "g"+strconv.FormatInt(time.Now().UnixMilli(), 36)); err != nil && ctx.Err() == nil {
		r.log.Warn("the guide of a server could not be posted again", "why", err.Error())
	}
}

// editGuide changes the message of a guide; that of an archived thread, which is opened again for it.
func (r *room) editGuide(ctx context.Context, g Guide, page desk.GuidePage) error {
	b := r.drawGuide(page)
	return r.send.awake(ctx, g.Channel, func() error { return r.send.edit(ctx, g.Channel, g.Message, b) })
}
