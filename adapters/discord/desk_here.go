package discord

import (
	"context"
	"strconv"
	"sync"
	"time"

	"nonmerci/bot/desk"
)

// lookAround is how long after a shard was met its servers are compared with those that the store knows: what Discord tells about them in a
// moment has come by then.
const lookAround = time.Minute

// here are the servers that the bot is in, as Discord told since the program began. Nobody is told that the bot was removed while it was away,
// but a new session begins with the list of all servers, and those that are missing in it have removed the bot. It is safe for concurrent
// use; the zero value knows none.
type here struct {
	mu      sync.Mutex
	in      map[string]bool
	shards  map[int]bool // that have told their servers
	of      int          // how many there are
	looking bool         // a comparison is due
}

// note remembers that the bot is in a server, or is not.
func (h *here) note(server string, in bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.in == nil {
		h.in = map[string]bool{}
	}
	if in {
		h.in[server] = true
	} else {
		delete(h.in, server)
	}
}

// told remembers that a shard has told its servers. What was known of shards is void when their number changes. It says whether a comparison
// must be put off from now on.
func (h *here) told(shard [2]int) (first bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := max(shard[1], 1)
	if h.shards == nil || h.of != n {
		h.shards, h.of = map[int]bool{}, n
	}
	h.shards[shard[0]] = true
	first, h.looking = !h.looking, true
	return first
}

// gone says whether the bot is no longer in a server: one of a shard that has told its servers, and did not name it.
func (h *here) gone(server string) bool {
	id, err := strconv.ParseUint(server, 10, 64)
	h.mu.Lock()
	defer h.mu.Unlock()
	return err == nil && h.of > 0 && h.shards[int((id>>22)%uint64(h.of))] && !h.in[server] //nolint:gosec // a remainder of a small number
}

// met takes the servers that a new session begins with, and has the store told after a while of those that are missing.
func (r *room) met(ready wireReady) {
	for _, g := range ready.Guilds {
		r.here.note(g.ID, true)
	}
	if r.here.told(ready.Shard) {
		time.AfterFunc(lookAround, func() { r.put(r.slow, "here", r.lookForGone) })
	}
}

// lookForGone tells the store of servers that have removed the bot while it was away.
func (r *room) lookForGone(ctx context.Context) {
	r.here.mu.Lock()
	r.here.looking = false
	r.here.mu.Unlock()
	all, err := r.places.Servers(ctx)
	if err != nil && ctx.Err() == nil {
		r.log.Warn("it cannot be read which servers the bot was in; they are looked at when it next connects", "why", err.Error())
	}
	for _, p := range all {
		if p.Platform == platform && r.here.gone(p.Chat) {
			r.left(p)
		}
	}
}

// left tells the store that the bot is no longer in a server, unless it has come back in the meantime.
func (r *room) left(p desk.Place) {
	r.put(r.slow, guideLane(p), func(ctx context.Context) {
		r.insist(ctx, func(ctx context.Context) error {
			if !r.here.gone(p.Chat) {
				return nil
			}
			return r.places.Leave(ctx, p)
		})
	})
}
