package telegramtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// keepUpdates is how long an update waits for the bot.
const keepUpdates = 24 * time.Hour

// An Update is one that was made for the bot.
type Update struct {
	ID   int64
	Kind string // message, callback_query…; "" of an injected one
	Body []byte // the whole update as it is delivered
}

// queued is an update that the bot has not confirmed.
type queued struct {
	Update
	lane  string // webhook: updates of one lane are delivered in order
	at    time.Time
	again bool // delivered once more, whatever the offset

	busy  bool          // webhook: under way
	delay time.Duration // webhook: after the last failure
	after time.Time     // webhook: not before
}

type queue struct {
	next    int64 // id of the next update
	waiting []*queued
	all     []Update
	allowed map[string]bool // nil: everything but optIn

	poll          *longPoll // the one that waits
	prevOffset    int64
	prevStart     time.Time
	nextConflict  time.Time
	everAskedOnce bool
}

type longPoll struct{ ended chan *Error }

func newQueue(first int64) queue { return queue{next: first} }

// optIn are the kinds that come only when they are asked for.
func optIn(kind string) bool {
	return kind == "chat_member" || kind == "message_reaction" || kind == "message_reaction_count"
}

// push makes an update, unless the bot does not want its kind.
func (s *Server) push(kind, lane string, payload any) {
	q := &s.queue
	if q.allowed == nil && optIn(kind) || q.allowed != nil && !q.allowed[kind] {
		return
	}
	body := mustJSON(map[string]any{"update_id": q.next, kind: payload})
	s.checkUpdate(kind, body)
	s.enqueue(Update{q.next, kind, body}, lane)
}

func (s *Server) enqueue(u Update, lane string) int64 {
	q := &s.queue
	q.next++
	q.waiting = append(q.waiting, &queued{Update: u, lane: lane, at: time.Now()})
	q.all = append(q.all, u)
	s.wake()
	return u.ID
}

// Updates returns every update made so far, confirmed or not, oldest first.
func (s *Server) Updates() []Update {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.queue.all)
}

// Pending is how many updates the bot has not confirmed.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queue.waiting)
}

// Inject delivers whatever body makes of the next update's id: an unknown variant, a wrong type, or no JSON at all.
func (s *Server) Inject(body func(id int64) string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.queue.next
	return s.enqueue(Update{ID: id, Body: []byte(body(id))}, fmt.Sprint("injected ", id))
}

// Redeliver delivers an update once more with its old id, before all others, even when it was confirmed. It returns false when there
// is no such update.
func (s *Server) Redeliver(id int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &s.queue
	i := slices.IndexFunc(q.all, func(u Update) bool { return u.ID == id })
	if i < 0 {
		return false
	}
	q.waiting = slices.Insert(q.waiting, 0, &queued{Update: q.all[i], lane: fmt.Sprint("again ", id), at: time.Now(), again: true})
	s.wake()
	return true
}

// Strangeness makes the server behave as some others do that call themselves Bot API servers.
type Strangeness struct {
	IgnoreOffset bool // nothing is ever confirmed: each getUpdates brings the oldest updates again
	NoLongPoll   bool // getUpdates returns at once
}

// Strange sets how the server behaves from now on.
func (s *Server) Strange(how Strangeness) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.strange = how
	s.wake()
}

// allow remembers allowed_updates, when a call has it. Unknown kinds are dropped; an empty list means the default.
func (s *Server) allow(c *call) {
	raw, given := c.args["allowed_updates"]
	if !given {
		return
	}
	var kinds []string
	if json.Unmarshal([]byte(raw), &kinds) != nil {
		return
	}
	s.queue.allowed = nil
	for _, k := range kinds {
		if s.queue.allowed == nil {
			s.queue.allowed = map[string]bool{}
		}
		s.queue.allowed[strings.ToLower(k)] = true
	}
}
