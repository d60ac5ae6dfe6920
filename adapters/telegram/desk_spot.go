package telegram

import (
	"context"
	"strconv"
	"strings"

	"nonmerci/bot/desk"
)

// A spot is what a dialogue in private is about: a topic of a group, or nothing in particular.
type spot struct {
	chat   int64 // 0: no group
	thread int
	hidden bool // they act as the group: an anonymous administrator
}

// String writes a spot with digits, small letters and hyphens: « chat-thread », and « -h » for an anonymous administrator.
func (s spot) String() string {
	out := strconv.FormatInt(-s.chat, 36) + "-" + strconv.FormatInt(int64(s.thread), 36) // ids of groups are negative
	if s.hidden {
		out += "-h"
	}
	return out
}

// parseSpot reads what String wrote.
func parseSpot(s string) (spot, bool) {
	part := strings.Split(s, "-")
	if len(part) != 2 && (len(part) != 3 || part[2] != "h") {
		return spot{}, false
	}
	chat, err1 := strconv.ParseInt(part[0], 36, 64)
	thread, err2 := strconv.ParseInt(part[1], 36, 32)
	if err1 != nil || err2 != nil || chat < 0 || thread < 0 {
		return spot{}, false
	}
	return spot{chat: -chat, thread: int(thread), hidden: len(part) == 3}, true
}

// who is the actor that somebody is at a spot: the group itself for an anonymous administrator, whose name is for nobody to keep.
func (r *room) who(id int64, s spot) desk.Actor {
	if s.hidden {
		return actor(r.chats.now(s.chat))
	}
	return actor(id)
}

// caller is somebody who acts in private about a spot. Their rights are those that their own account has in the group.
func (r *room) caller(id int64, s spot, lang string) desk.Caller {
	c := desk.Caller{Who: r.who(id, s), Lang: speech(lang), Rights: func(context.Context) (desk.Rights, error) { return r.alone(id), nil }}
	if s.chat != 0 {
		c.Place, c.Channel = placeOf(r.chats.now(s.chat)), strconv.Itoa(s.thread)
		c.Rights = func(ctx context.Context) (desk.Rights, error) {
			st, err := r.standing(ctx, s.chat, id)
			return st.rights, err
		}
	}
	return c
}

// alone are the rights that somebody has without a group.
func (r *room) alone(id int64) desk.Rights {
	if r.curators[id] {
		return desk.Curator
	}
	return desk.Nobody
}
