package discord

import (
	"context"
	"sync"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/bot"
)

// deferAfter is how long an interaction may go without a response: at three seconds its token dies.
const deferAfter = time.Second

// An ack is how far an interaction has been acknowledged. When no answer is ready after a second, it tells Discord that one will come,
// wherever the question waits.
type ack struct {
	in      interaction
	adapter *Adapter
	private bool // what comes is for the asker alone
	known   bool // the id of the first message is asked for, because it may be changed later

	timer   *time.Timer
	mu      sync.Mutex
	claimed bool          // by the deferral or by the answer
	settled chan struct{} // closed when a deferral has come back
	state   ackState
}

type ackState int

const (
	ackNone     ackState = iota
	ackDeferred          // « is thinking », or for a button nothing visible
	ackDead              // Discord no longer knows the interaction, or it was acknowledged by another
)

func (a *Adapter) newAck(in interaction) *ack {
	k := &ack{in: in, adapter: a, settled: make(chan struct{}), private: !in.direct}
	if in.onComponent() {
		k.private = in.hidden
	}
	k.timer = time.AfterFunc(deferAfter, func() {
		if k.claim() {
			a.put(a.hurry, "d"+in.id, k.later)
		}
	})
	return k
}

// claim takes the right to acknowledge; one caller gets it.
func (k *ack) claim() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	was := k.claimed
	k.claimed = true
	return !was
}

// later tells Discord that the answer takes longer; for a button it changes nothing to see. The caller has the claim.
func (k *ack) later(ctx context.Context) {
	defer close(k.settled)
	kind, data := callbackDeferred, any(nil)
	switch {
	case k.in.onComponent():
		kind = callbackDeferredUpdate
	case k.private:
		data = map[string]int{"flags": flagEphemeral}
	}
	k.state = ackDeferred
	if err := k.respond(ctx, kind, data); err != nil {
		k.state = ackDead
		k.adapter.ackFailed(err)
	}
}

// drop gives the interaction up.
func (k *ack) drop() {
	k.timer.Stop()
	k.claim()
}

// take ends the waiting and says how the answer must go: as the acknowledgement itself, after a deferral, or nowhere.
func (k *ack) take(ctx context.Context) ackState {
	k.timer.Stop()
	if k.claim() {
		return ackNone
	}
	select {
	case <-k.settled:
		return k.state
	case <-ctx.Done():
		return ackDead
	}
}

func (a *Adapter) ackFailed(err error) {
	a.log.Warn("an interaction could not be answered", "why", err.Error())
}

// finish gives the answer to a command or a form, for the asker alone or for all. It returns the id of its message, when that is known and
// there is no other.
func (k *ack) finish(ctx context.Context, r bot.Reply, d drawn) (only string) {
	var id string
	var err error
	flags := flagsOf(k.private)
	switch k.take(ctx) {
	case ackDead:
		return ""
	case ackDeferred:
		if id, err = k.adapter.send.editOriginal(ctx, k.in, d.part(0, nil)); err != nil {
			k.adapter.instead(ctx, k.in, r, err)
			return ""
		}
	case ackNone:
		id, err = k.first(ctx, flags, d)
	}
	k.adapter.rest(ctx, k.in, flags, d, err, id)
	if err != nil || len(d.parts) > 1 {
		return ""
	}
	return id
}

// first acknowledges with the first message, and returns its id when others will follow, or it may be changed.
func (k *ack) first(ctx context.Context, flags int, d drawn) (id string, err error) {
	b := d.part(0, nil)
	b.Flags = flags
	return k.adapter.send.callback(ctx, k.in, callbackMessage, b, len(d.parts) > 1 || k.known)
}

// respond acknowledges with anything else.
func (k *ack) respond(ctx context.Context, kind int, data any) error {
	_, err := k.adapter.send.callback(ctx, k.in, kind, data, false)
	return err
}

// rest sends the messages after the first, whose id is known, or after none, and returns the id of the first. err is that one's end.
func (a *Adapter) rest(ctx context.Context, in interaction, flags int, d drawn, err error, ids ...string) (first string) {
	for i := len(ids); err == nil && i < len(d.parts); i++ {
		var id string
		b := d.part(i, ids)
		b.Flags = flags
		id, err = a.send.followup(ctx, in, b)
		ids = append(ids, id)
	}
	if err != nil {
		a.ackFailed(err)
	}
	return append(ids, "")[0]
}

// instead posts an answer in the channel because the interaction can no longer be answered: its token is fifteen minutes old, or the
// server has no such route. It is posted once, mentions nobody, and not at all where the bot is not present or the answer is private.
func (a *Adapter) instead(ctx context.Context, in interaction, r bot.Reply, cause error) {
	gone := discordrest.Status(cause) == 404 || discordrest.Is(cause, discordrest.InvalidWebhookToken, discordrest.UnknownWebhook)
	a.log.Warn("an answer came too late for its command", "why", cause.Error())
	if !gone || !in.present || r.Private() || in.kind == kindComponent {
		return
	}
	q := asked{Message: in.Message, id: in.id, channel: in.channel}
	d := drawing{buttons: a.buttons, owner: in.author, embeds: in.mayEmbed}
	if _, err := a.postAll(ctx, q, d, r, nil); err != nil {
		a.log.Warn("nor could it be posted in the channel", "why", err.Error())
	}
}
