package telegram

import (
	"context"
	"net/http"
	"strings"
	"time"
)

// presence is what Telegram says of the bot in a group.
type presence int

const (
	unclear presence = iota // nothing follows from it
	present
	absent
	missing // Telegram knows of no such group: removed, or it never was this bot's
)

// presence asks whether the bot is in a group.
func (r *room) presence(ctx context.Context, chat int64) (is presence, pause time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, goneCall)
	defer cancel()
	m, err := r.client.getChatMember(ctx, chat, r.me.Load().ID)
	if err == nil {
		return m.presence(), 0
	}
	e := asAPI(err)
	switch {
	case e == nil:
		return unclear, 0
	case e.MigrateTo != 0:
		r.chats.moved(chat, e.MigrateTo) // it is asked under its new id
		return unclear, 0
	}
	if is = e.presence(); is == missing {
		// A bot that has met none of these groups may have a token other than the one they know: it must not leave them all.
		if is = unclear; r.signs.met() {
			is = absent
		}
	}
	return is, e.RetryAfter
}

// presence is what a status says of the bot.
func (m member) presence() presence {
	switch m.Status {
	case "creator", "administrator", "member":
		return present
	case "restricted":
		if m.IsMember {
			return present
		}
		return absent
	case "left", "kicked":
		return absent
	}
	return unclear
}

// presence is what a refusal says of the bot, in the words that Telegram has for that alone.
func (e *apiError) presence() presence {
	said := strings.ToLower(e.Description)
	switch e.Code {
	case http.StatusForbidden:
		for _, w := range []string{"bot was kicked from", "bot is not a member of", "the group chat was deleted"} {
			if strings.Contains(said, w) {
				return absent
			}
		}
	case http.StatusBadRequest:
		if strings.Contains(said, "chat not found") {
			return missing
		}
	}
	return unclear
}
