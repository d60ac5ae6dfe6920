package telegram

import (
	"context"
	"errors"
	"time"

	"nonmerci/adapters/internal/guides"
	"nonmerci/bot/desk"
)

// GuideChanged says that the guides of some groups may have to show something else; of all groups when none is named. It is quick and never
// blocks. Without it a change is noticed within ten minutes.
func (a *Adapter) GuideChanged(places ...desk.Place) {
	if a.room != nil {
		a.room.guides.Mark(places...)
	}
}

// keepGuides edits guides that show something old, until ctx is done.
func (r *room) keepGuides(ctx context.Context) {
	guides.Keeper[Guide]{Changes: r.guides, All: r.places.Guides, One: r.places.Guide, Look: r.lookAtGuide, Keeps: r.keeps, Log: r.opts.Log}.Run(ctx)
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
	if r.guides.Rest(g.Place, time.Now()) {
		return false
	}
	r.guides.Edited(g.Place, time.Now())
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
			r.guides.Edited(p, time.Now())
			if err := r.places.SetGuide(ctx, g); err != nil {
				r.failed(err)
			}
			return
		case !errors.Is(err, errGone):
			return // we may not write there now: when we may, it is looked at again
		case !r.guides.Again(p, time.Now()):
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
