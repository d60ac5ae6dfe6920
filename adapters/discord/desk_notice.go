package discord

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/bot/desk"
)

// tellWithin is how long one notice may wait for its turn.
const tellWithin = 20 * time.Second

// Tells says whether a notice is for somebody, or somewhere, on Discord.
func (a *Adapter) Tells(n desk.Notice) bool {
	return strings.HasPrefix(string(n.To), platform+":") || n.To == "" && strings.HasPrefix(n.Channel, platform+":")
}

// Tell sends a notice that Tells says is for Discord, and returns whether it is done with: delivered, or never deliverable, since the person
// takes no direct messages or the bot may not write in the channel any more. Otherwise it may be told again later. It blocks for its turn,
// some seconds at most.
func (a *Adapter) Tell(ctx context.Context, n desk.Notice) (done bool) {
	ctx, cancel := context.WithTimeout(ctx, tellWithin)
	defer cancel()
	_, channel, _ := strings.Cut(n.Channel, "/")
	who := strings.TrimPrefix(string(n.To), platform+":")
	if number(who) == 0 && number(channel) == 0 {
		return true // it names nobody who can be written to
	}
	if n.To != "" {
		var err error
		if channel, err = a.send.direct(ctx, who); err != nil {
			return forGood(err)
		}
	}
	key := sha256.Sum256([]byte(n.Key))
	once := base64.RawURLEncoding.EncodeToString(key[:12])
	for i, b := range screenParts("", n.Blocks, false) {
		b.Attachments = nil
		err := a.send.awake(ctx, channel, func() error {
			_, err := a.send.post(ctx, channel, once+"-"+strconv.Itoa(i%100), b, time.Time{})
			return err
		})
		if err != nil {
			return forGood(err)
		}
	}
	return true
}

// forGood says whether a refusal will not change by itself.
func forGood(err error) bool {
	s := discordrest.Status(err)
	return s == http.StatusForbidden || s == http.StatusNotFound || s == http.StatusBadRequest
}

// passAll sends what a screen has for others.
func (r *room) passAll(all []desk.Notice) {
	for _, n := range all {
		if !r.Tells(n) {
			if r.passOn != nil {
				r.passOn(n)
			}
			continue
		}
		r.put(r.slow, "t"+string(n.To)+n.Channel, func(ctx context.Context) { // no room: the desk gives it out again
			r.failed(r.desk.Delivered(ctx, n, r.Tell(ctx, n)))
		})
	}
}
