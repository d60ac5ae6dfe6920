package telegram

import (
	"context"
	"errors"
	"strconv"
	"time"

	"nonmerci/adapters/internal/delay"
	"nonmerci/bot/desk"
)

// placeTries is how often the store is told of a group, each time a little later.
const placeTries = 5

// joined tells the store that the bot was added to a group, or removed from it. A private chat is no place: its id would be a person's.
func (r *room) joined(m *memberUpdated) (work func(context.Context) bool) {
	if m.Chat.Type != "group" && m.Chat.Type != "supergroup" {
		return nil
	}
	r.rights.forget(m.Chat.ID, 0)
	p := placeOf(m.Chat.ID)
	in := m.New.Status != "left" && m.New.Status != "kicked" && (m.New.Status != "restricted" || m.New.IsMember == nil || *m.New.IsMember)
	return func(ctx context.Context) bool {
		return r.insist(ctx, "a group that the bot was added to or removed from", func(ctx context.Context) error {
			if !in {
				return r.places.Leave(ctx, p)
			}
			if err := r.places.Join(ctx, p); err != nil {
				return err
			}
			r.guides.Mark(p)
			return nil
		})
	}
}

// changed forgets the rights of somebody whose place in a group has changed.
func (r *room) memberChanged(m *memberUpdated) { r.rights.forget(m.Chat.ID, m.New.User.ID) }

// moved tells the store that a group has a new id. Its guide is posted anew: messages do not follow, and their numbers mean others there.
func (r *room) moved(from, to int64) {
	r.rights.forget(from, 0)
	r.rights.forget(to, 0)
	old, p := placeOf(from), placeOf(to)
	var g Guide
	var had, renamed bool
	tell := func(ctx context.Context) (err error) {
		if !renamed {
			if g, had, err = r.places.Guide(ctx, old); err == nil {
				err = r.places.Move(ctx, old, p)
			}
			renamed = err == nil
		}
		if err != nil || !had { // none, or it was moved before
			return err
		}
		g.Place, g.Message, g.Shown, g.Channel = p, "", "", topic(0)
		if err := r.places.SetGuide(ctx, g); err != nil {
			return err
		}
		r.guides.Mark(p)
		return nil
	}
	_ = r.quick.Put("move "+strconv.FormatInt(to, 10), func(ctx context.Context) { // no room: the store is told when it is met again
		r.insist(ctx, "a group that has a new id", tell)
	})
}

// insist tells the store something until it takes it; false says that it was cut off.
func (r *room) insist(ctx context.Context, what string, tell func(context.Context) error) bool {
	var err error
	for try := range placeTries {
		if err = tell(ctx); err == nil || ctx.Err() != nil {
			break
		}
		if delay.For(ctx, firstPause<<try) != nil {
			return false
		}
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		r.opts.Log.Error("the store could not be told of "+what+"; what its moderators wrote is not found until it can", "err", err.Error())
	}
	return ctx.Err() == nil
}

// stopping tells people who fill a form that it is interrupted, with what they had written, before the program ends.
func (r *room) stopping(ctx context.Context) {
	for who, k := range r.talks.open(time.Now()) {
		s := seat{at: privatePlace(who), who: who, lang: k.caller.Lang, spot: k.spot}
		w := deskWordsIn(s.lang)
		paras := layoutSentences(w.Stopping)
		if f, ok := r.desk.Held(k.caller, k.token); ok {
			paras = append(paras, soFar(w, f, k)...)
		}
		pages := pagesOf(paras)
		for i, pg := range pages {
			l := letter{at: s.at, page: pg}
			if i == len(pages)-1 {
				l.buttons = rows([][]button{r.row(s, step{w.Reopen, actData(k.again), desk.Primary}), r.closer(s)})
			}
			if _, err := r.sender.send(ctx, l); err != nil {
				break
			}
		}
		r.talks.drop(who)
	}
}

// soFar shows what was written in the fields of a form.
func soFar(w *deskWords, f desk.Form, k talk) []para {
	var out []para
	for i, fl := range f.Fields {
		if k.wrote&(1<<i) == 0 || fl.Value == "" {
			continue
		}
		if out == nil {
			out = layoutSentences(w.SoFar)
		}
		out = append(append(out, layoutSentences(fl.Label)...), verbatim(fl.Value))
	}
	return out
}
