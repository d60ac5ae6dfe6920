package telegram

import (
	"context"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// guidePart is the guide as somebody reads it in private: that of a group only for those who are in it, else that of the shared base.
func (r *room) guidePart(ctx context.Context, s seat, chat int64) (desk.GuidePart, desk.Place, error) {
	p := desk.Place{}
	if chat != 0 {
		if st, err := r.standing(ctx, chat, s.who); err == nil && st.rights >= desk.Member {
			p = placeOf(r.chats.now(chat))
		}
	}
	page, err := r.desk.Guide(ctx, p, []string{deskLang(s.lang)})
	if err != nil || len(page.Parts) == 0 {
		return desk.GuidePart{}, p, err
	}
	return page.Parts[0], p, nil
}

// deskLang is the one of the languages of the desk that is nearest to another.
func deskLang(lang string) string {
	if speech(lang) == "fr" {
		return "fr"
	}
	return "en"
}

// entry shows an entry that was chosen in the guide, below the menu.
func (r *room) entry(ctx context.Context, w *window, j *job, s seat, t tap) bool {
	part, p, err := r.guidePart(ctx, s, t.chat)
	if err != nil {
		r.failed(err)
		return r.say(ctx, w, j, s, deskWordsIn(s.lang).GuideLost)
	}
	reply, ok, err := r.entryIn(ctx, p, entryID(part, t.key), s.lang)
	s.pressed = 0
	switch {
	case ctx.Err() != nil:
		return false
	case err != nil:
		r.failed(err)
		return r.say(ctx, w, j, s, bot.Apology(s.lang))
	case !ok:
		return r.say(ctx, w, j, s, deskWordsIn(s.lang).GuideNothing)
	}
	id, done := r.put(ctx, w, j, s, render(reply, r.Adapter.seal, uint64(s.who))) //nolint:gosec // ids of people are positive
	if p != (desk.Place{}) {
		r.origins.put(int64(id), p, time.Now())
	}
	return done
}

// entryID is the entry of a code as readers ask for it: a community's own ones are under « local/ ».
func entryID(part desk.GuidePart, code string) string {
	for _, g := range part.Services {
		for _, item := range g.Items {
			if item.Code != code {
				continue
			}
			if id := string(item.Entry); g.Key != ownKey || len(id) > len(ownPrefix) && id[:len(ownPrefix)] == ownPrefix {
				return id
			}
			return ownPrefix + string(item.Entry)
		}
	}
	for _, g := range part.Questions { // general questions belong to no service
		for _, item := range g.Items {
			if item.Code == code {
				return string(item.Entry)
			}
		}
	}
	return ""
}

// ownPrefix is what a reply puts before the id of a community's own entry.
const ownPrefix = "local/"
