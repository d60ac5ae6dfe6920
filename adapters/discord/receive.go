package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"nonmerci/adapters/internal/lanes"
)

// Kinds of events that are read (docs: events/gateway-events).
const (
	eventReady       = "READY"
	eventMessage     = "MESSAGE_CREATE"
	eventInteraction = "INTERACTION_CREATE"
	eventGuild       = "GUILD_CREATE"
	eventNoGuild     = "GUILD_DELETE"
)

// event takes one event of the gateway. It runs on the goroutine of its connection, beside those of other shards, so it only reads and
// queues. While the servers are shared out anew events come from two shards: what was seen is not answered again.
func (a *Adapter) event(kind string, data json.RawMessage) {
	defer a.recovered("an event")
	if a.stopped.Load() {
		return
	}
	switch kind {
	case eventReady:
		a.ready(data)
	case eventMessage:
		a.message(data)
	case eventInteraction:
		a.interaction(data)
	case eventGuild, eventNoGuild:
		if a.room != nil {
			a.room.server(kind, data)
		}
	}
}

// ready learns who the bot is, and writes its commands the first time.
func (a *Adapter) ready(data json.RawMessage) {
	var r wireReady
	if decode(data, &r) != nil || r.User.ID == "" {
		a.metrics.Undecodable.Inc()
		return
	}
	id := identity{r.User.ID, r.Application.ID}
	if id.application == "" {
		id.application = r.User.ID // the same number for all but the oldest bots
	}
	if a.room != nil && r.Guilds != nil {
		a.room.met(r)
	}
	if first := a.self.Swap(&id) == nil; first {
		a.put(a.lanes, "register", func(ctx context.Context) { a.register(ctx) })
	}
}

func (a *Adapter) register(ctx context.Context) {
	switch written, err := a.send.register(ctx); {
	case err != nil:
		a.log.Warn("the commands could not be registered; mentions and direct messages work all the same", "why", err.Error())
	case written:
		a.log.Info("the commands were registered")
	}
}

func (a *Adapter) message(data json.RawMessage) {
	if isBy(data, a.whoami().user) {
		return
	}
	var m wireMessage
	if decode(data, &m) != nil {
		a.metrics.Undecodable.Inc()
		return
	}
	q, ours := toQuestion(m, a.whoami().user)
	if !ours {
		return
	}
	q.received = time.Now()
	if !a.seen.Add("m"+q.id, q.received) {
		return
	}
	a.metrics.updates.message.Inc()
	if a.pingers.machine(q) {
		return
	}
	a.put(a.lanes, laneOf(q.channel), func(ctx context.Context) { a.respond(ctx, q) })
}

// laneOf is the lane of the messages of a channel; other lanes have no such key.
const channelLane = "c"

func laneOf(channel string) string { return channelLane + channel }

// pace holds a channel's lane back while Discord would make its next message wait, so that it holds no worker meanwhile.
func (a *Adapter) pace(lane string) time.Duration {
	if !strings.HasPrefix(lane, channelLane) {
		return 0
	}
	return a.send.rest.Wait(http.MethodPost, routeMessages, lane[1:])
}

func (a *Adapter) interaction(data json.RawMessage) {
	var w wireInteraction
	received := time.Now()
	if decode(data, &w) != nil {
		a.metrics.Undecodable.Inc()
		return
	}
	in, ok := toInteraction(w)
	if !ok || !a.seen.Add("i"+in.id, received) {
		return
	}
	in.received = received
	a.metrics.updates.received(in.kind)
	if in.kind == kindAutocomplete {
		a.put(a.hurry, string(in.From), func(ctx context.Context) { a.complete(ctx, in) })
		return
	}
	k := a.newAck(in)
	all, lane := a.lanes, "i"+in.channel+"/"+string(in.From)
	if a.room != nil && in.command == guideCommand && !in.onMessage && in.kind == kindCommand {
		all, lane = a.room.slow, guideLane(in.Place) // a server has one guide, whoever asks for it
	}
	if !a.put(all, lane, func(ctx context.Context) { a.act(ctx, k) }) {
		k.drop()
	}
}

// put queues work that must not end the program, whatever happens in it.
func (a *Adapter) put(l *lanes.Lanes, key string, work func(context.Context)) bool {
	err := l.Put(key, func(ctx context.Context) {
		defer a.recovered("an answer")
		work(ctx)
	})
	if err != nil && !errors.Is(err, lanes.ErrClosed) {
		a.metrics.updates.dropped.Inc() // a flood: a line in the log for each would be another
	}
	return err == nil
}

// recovered ends a panic: one message must not end the program. The log gets where it happened, and nothing of the message.
func (a *Adapter) recovered(where string) {
	if p := recover(); p != nil {
		a.panicked(where, p)
	}
}

func (a *Adapter) panicked(where string, p any) {
	a.metrics.Panics.Inc()
	a.log.Error("recovered from a panic", "in", where, "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
}
