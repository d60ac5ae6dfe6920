package telegram

import (
	"context"
	"errors"
	"time"

	"nonmerci/bot/desk"
)

const (
	guideEvery  = 3 * time.Second        // between two edits of one guide
	guideSoon   = 300 * time.Millisecond // for changes that come together
	guideLooks  = 10 * time.Minute       // all are looked at, whatever was told
	guideBurst  = 20                     // edits at once when all may show something old; then one each guidePace, which leaves room for answers
	guidePace   = 100 * time.Millisecond // a third of what Telegram takes
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
		if r.opts.Keeps != nil && !r.opts.Keeps() {
			continue // another instance does
		}
		if sleep(ctx, guideSoon) != nil {
			return
		}
		all, places := r.guides.take()
		for p := range places {
			r.lookAt(ctx, p)
		}
		if all {
			r.lookAtAll(ctx)
		}
	}
}

func (r *room) lookAtAll(ctx context.Context) {
	all, err := r.places.Guides(ctx)
	if err != nil {
		if ctx.Err() == nil {
			r.opts.Log.Warn("the guides could not be read; they are looked at again in a while", "err", err.Error())
		}
		return
	}
	edits := 0
	for _, g := range all {
		for p := range r.guides.some() { // a group that was named does not wait for ten thousand others
			r.lookAt(ctx, p)
		}
		if !r.lookAtGuide(ctx, g) {
			continue
		}
		if edits++; edits > guideBurst && sleep(ctx, guidePace) != nil || r.opts.Keeps != nil && !r.opts.Keeps() {
			return
		}
	}
}

func (r *room) lookAt(ctx context.Context, p desk.Place) {
	g, ok, err := r.places.Guide(ctx, p)
	if err != nil || !ok {
		return // it is looked at with all others
	}
	r.lookAtGuide(ctx, g)
}

// lookAtGuide puts the edit of a guide that shows something old into the lane of its topic, or leaves it for later when it was just edited.
func (r *room) lookAtGuide(ctx context.Context, g Guide) (edited bool) {
	chat, ok := chatOf(g.Place)
	if !ok || ctx.Err() != nil || !r.chats.mayWrite(r.chats.now(chat)) {
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
	_, _, thread, _ := whereGuide(g)
	at := groupPlace(chat, thread)
	_ = r.slow.Put(at.key(), func(ctx context.Context) { // no room: it is looked at again
		ctx, cancel := context.WithTimeout(ctx, patience)
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
	chat, id, thread, stands := whereGuide(g)
	at := groupPlace(r.chats.now(chat), thread)
	if stands {
		d := guideDraft(page, r.guideLink(at.chat))
		if len(d.pages) == 0 {
			return
		}
		err := r.sender.edit(ctx, target{at: at, id: id}, d.pages[0], d.buttons)
		switch {
		case err == nil:
			g.Shown, g.At = page.Mark, time.Now()
			r.guides.edited(p, time.Now())
			if err := r.places.SetGuide(ctx, g); err != nil {
				r.failed(err)
			}
			return
		case !errors.Is(err, errGone):
			return // we may not write there now: when we may, it is looked at again
		case !r.guides.again(p, time.Now()):
			r.opts.Log.Info("the guide of a group was deleted twice in a day: it is not posted again")
			r.failed(r.places.DropGuide(ctx, p))
			return
		}
	}
	after := r.sender.numbers.last(at, 1)
	if after == 1 {
		after = 0 // nothing is known of the numbers there
	}
	if _, err := r.post(ctx, letter{at: at, after: after}, &g, func(int) {}); err != nil && ctx.Err() == nil {
		r.opts.Log.Warn("the guide of a group could not be posted again", "err", err.Error())
	}
}
