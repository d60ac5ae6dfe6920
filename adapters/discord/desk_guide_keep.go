package discord

import (
	"context"
	"strconv"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/bot/desk"
)

const (
	guideEvery  = 3 * time.Second        // between two edits of one guide
	guideSoon   = 300 * time.Millisecond // for changes that come together
	guideLooks  = 10 * time.Minute       // all are looked at, whatever was told
	guideBurst  = 20                     // edits at once when all may show something old; then one each guidePace, which leaves room for answers
	guidePace   = 100 * time.Millisecond // a fifth of what Discord takes
	repostAfter = 24 * time.Hour         // a guide that is deleted again within this is not wanted
)

// keepGuides edits guides that show something old, until ctx is done.
func (r *room) keepGuides(ctx context.Context) {
	r.guides.mark(nil) // what changed while the program was away
	tick := time.NewTicker(guideLooks)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			r.guides.mark(nil)
			continue
		case <-r.guides.wake:
		}
		if r.keeps != nil && !r.keeps() {
			continue // another instance does
		}
		if !pause(ctx, guideSoon) {
			return
		}
		r.lookAtNamed(ctx)
		if r.guides.everything() {
			r.lookAtAll(ctx)
		}
	}
}

// lookAtNamed looks at the guides of the servers that were named.
func (r *room) lookAtNamed(ctx context.Context) {
	for p := range r.guides.named() {
		if g, ok, err := r.places.Guide(ctx, p); err == nil && ok { // else it is looked at with all others
			r.lookAtGuide(ctx, g)
		}
	}
}

func (r *room) lookAtAll(ctx context.Context) {
	all, err := r.places.Guides(ctx)
	if err != nil && ctx.Err() == nil {
		r.log.Warn("the guides could not be read; they are looked at again in a while", "why", err.Error())
	}
	edits := 0
	for _, g := range all {
		r.lookAtNamed(ctx) // a server that was named does not wait for ten thousand others
		if !r.lookAtGuide(ctx, g) {
			continue
		}
		if edits++; edits > guideBurst && !pause(ctx, guidePace) || r.keeps != nil && !r.keeps() {
			return
		}
	}
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
	if wait := r.guides.wait(g.Place, time.Now()); wait > 0 {
		time.AfterFunc(wait, func() { r.guides.mark([]desk.Place{g.Place}) })
		return false
	}
	r.guides.edited(g.Place, time.Now())
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
		r.guides.edited(p, time.Now())
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
	case !r.guides.again(p, time.Now()):
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
