package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"slices"
	"time"

	"nonmerci/adapters/internal/delay"
	"nonmerci/adapters/internal/jsoncut"
)

const (
	batchSize   = 100
	pollSeconds = 50
	manyInOne   = batchSize / 10         // of one chat in a full batch are a flood
	inTime      = manyInOne * chatEvery  // answers to fewer may leave in it: what waits longer is held up otherwise
	settle      = 100 * time.Millisecond // for the answers of a batch, before the next is asked for
	stuck       = 500 * time.Millisecond // asking sooner for the same offset makes Telegram give less
	idleLeast   = time.Second            // after an answer that brought nothing new and did not wait
	idleMost    = 5 * time.Second
)

// kinds are the updates that we want, and no others: what is not asked for cannot be misread.
var kinds = []string{"message", "callback_query", "inline_query", "my_chat_member", "chat_member"}

// getUpdates asks for updates from an offset; those before it are confirmed. It waits for up to that many seconds. The
// updates lie in room, unless that is nil.
func (c *client) getUpdates(ctx context.Context, offset int64, limit, seconds int, room *bytes.Buffer) ([]json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(seconds)*time.Second+callTime)
	defer cancel()
	x, err := c.exchange(ctx, &exchange{method: "getUpdates", room: room}, map[string]any{"offset": offset, "limit": limit, "timeout": seconds, "allowed_updates": kinds})
	if err != nil {
		return nil, err
	}
	if out, ok := jsoncut.Elements(x.result); ok { // that it is JSON has been seen
		return out, nil
	}
	return nil, x.decode(new([]json.RawMessage))
}

// A poller asks for updates, again and again.
type poller struct {
	*Adapter
	window *window
	back   backoff
	idle   time.Duration // how long to rest after an answer that did not wait
	limit  int
	up     bool
	room   bytes.Buffer // of the last batch
}

// poll receives until ctx is done, and returns nil, or an error when Telegram refuses the bot.
func (a *Adapter) poll(ctx context.Context, w *window) error {
	p := poller{Adapter: a, window: w, limit: batchSize}
	for ctx.Err() == nil {
		began, v, seconds := time.Now(), w.view(), pollSeconds
		if !p.up {
			seconds = 0 // to know soon whether there is an answer
		}
		batch, err := a.client.getUpdates(ctx, v.offset, p.limit, seconds, p.emptied())
		switch {
		case ctx.Err() != nil:
			if time.Since(began) > settle {
				w.confirmed(v.offset) // it has arrived, and waited
			}
			return nil //nolint:nilerr // the end was asked for
		case err != nil:
			if err := p.failed(ctx, v.offset, err); err != nil {
				return err
			}
		default:
			if seconds == 0 {
				began = time.Time{} // not to wait was asked for
			}
			p.received(ctx, began, v.offset, batch)
		}
	}
	return nil
}

// emptied is the room for another batch, which the last one is in no more. After one of unusual size it is let go of.
func (p *poller) emptied() *bytes.Buffer {
	if p.room.Cap() > 4*usualAnswer {
		p.room = bytes.Buffer{}
	}
	return &p.room
}

// received takes a batch and waits until it is time to ask for the next. When Telegram shows as much as it does at once, what comes after is
// hidden, and slow chats must not make the others wait. So what waits of a chat that has manyInOne is confirmed before it is answered, and of the
// rest, a quarter of the batch at a time, what has waited for longer than inTime. Only of that could a crash lose questions.
func (p *poller) received(ctx context.Context, began time.Time, offset int64, batch []json.RawMessage) {
	p.back.reset()
	p.health.set(nil)
	p.up, p.limit = true, batchSize
	p.window.confirmed(offset)
	full := len(batch) >= batchSize
	ordered := inOrder(batch)
	fresh := 0
	for _, u := range ordered {
		if !p.take(ctx, u, &fresh) {
			return
		}
	}
	v := p.window.view()
	switch {
	case fresh > 0 || v.held > 0:
		p.idle = 0
	case v.offset > offset || time.Since(began) >= idleLeast:
		p.idle = 0
		return
	default: // a server that does not wait, or confirms nothing
		p.idle = min(max(2*p.idle, idleLeast), idleMost)
		_ = delay.For(ctx, p.idle)
		return
	}
	p.settle(ctx, began, offset, full)
	if u := len(ordered) / 4; full && ordered[u].known {
		p.window.overrun(ordered[u].id, inTime, manyInOne)
	}
}

// An arrival is an update as it came; known is false when it has no id that can be read.
type arrival struct {
	id    int64
	known bool
	raw   []byte
}

// inOrder leaves out each update that comes before an older one. A server that brings one a second time puts it in front of what waits, and
// after a restart nobody knows any more that it was met: it would be answered first, and what lies between be confirmed with it. It comes
// again in its place, because only what is older than the rest of the batch is confirmed before.
func inOrder(batch []json.RawMessage) []arrival {
	out := make([]arrival, len(batch))
	at, oldest := len(batch), int64(math.MaxInt64)
	for _, raw := range slices.Backward(batch) {
		u := arrival{raw: raw}
		u.id, u.known = updateID(raw)
		if u.known && u.id > oldest {
			continue
		}
		if u.known {
			oldest = u.id
		}
		at--
		out[at] = u
	}
	return out[at:]
}

// take accepts one update, and waits while nothing has room; false says that ctx is done.
func (p *poller) take(ctx context.Context, u arrival, fresh *int) bool {
	for {
		isFresh, err := p.admit(u)
		if err == nil {
			if isFresh {
				*fresh++
			}
			return true
		}
		if delay.For(ctx, settle) != nil {
			return false
		}
	}
}

// settle waits until the answers under way have left, a short while at most: then fewer updates come twice. While the line is long it is a little
// more, so that several come at once.
func (p *poller) settle(ctx context.Context, began time.Time, offset int64, full bool) {
	for {
		v := p.window.view()
		until := began.Add(stuck)
		if v.offset > offset || full {
			until = p.limiter.ask(began.Add(settle))
		}
		left := time.Until(until)
		if v.held == 0 || left <= 0 {
			return
		}
		t := time.NewTimer(left)
		select {
		case <-v.changed:
		case <-t.C:
		case <-ctx.Done():
		}
		t.Stop()
		if ctx.Err() != nil {
			return
		}
	}
}
