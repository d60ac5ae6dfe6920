package discordtest

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// An Exchange is something that a person said or did, and what came back. Its methods are safe for concurrent use.
type Exchange struct {
	server   *Server
	by       *User
	channel  *Channel
	at       time.Time
	question *message     // what was said; nil for an interaction
	action   *interaction // what was done; nil for a message
	toBot    bool         // the message is for the bot
	sent     int          // times that its event was sent

	answers   []*message
	callbacks []Callback
	modal     *Modal
	choices   []Choice
	completed bool
	changed   chan struct{} // closed and made anew at every change
}

// A Callback is how the application acknowledged an interaction, and when.
type Callback struct {
	Type      int
	At        time.Time
	Ephemeral bool // of the message it made
}

// newExchange starts a handle. s.mu is held.
func (s *Server) newExchange(by *User, c *Channel) *Exchange {
	x := &Exchange{server: s, by: by, channel: c, at: time.Now(), changed: make(chan struct{})}
	if len(s.asked) >= 10_000 {
		s.asked = slices.Delete(s.asked, 0, 5_000)
	}
	s.asked = append(s.asked, x)
	return x
}

// touch wakes whoever waits for a change. It accepts nil. s.mu is held.
func (x *Exchange) touch() {
	if x == nil {
		return
	}
	close(x.changed)
	x.changed = make(chan struct{})
}

func (x *Exchange) called(c Callback) {
	x.callbacks = append(x.callbacks, c)
	x.touch()
}

// answered notes a message as an answer, once.
func (x *Exchange) answered(m *message) {
	if !slices.Contains(x.answers, m) {
		x.answers = append(x.answers, m)
	}
	x.touch()
}

// attribute finds what a message of the bot answers, and notes it there. s.mu is held.
func (s *Server) attribute(m *message) {
	if m.author != s.app.bot || m.kind == messagePinned {
		return
	}
	if m.exchange == nil {
		m.exchange = s.exchangeFor(m)
	}
	if m.exchange != nil {
		m.exchange.answered(m)
	}
}

// exchangeFor is what a channel message answers: what it replies to; else the oldest question to the bot in that channel without an
// answer, else the one answered last, else what its thread began with. nil when nobody asked.
func (s *Server) exchangeFor(m *message) *Exchange {
	if r := m.refers; r != nil && r.exchange != nil {
		return r.exchange // a part after another
	}
	var waiting, last, start *Exchange
	for _, x := range slices.Backward(s.asked) {
		q := x.question
		switch {
		case q != nil && q == m.refers:
			return x
		case q != nil && q.id == m.channel.id && x.channel != m.channel:
			start = x
		case x.channel != m.channel || q != nil && !x.toBot:
		case len(x.visible()) == 0:
			waiting = x
		case last == nil:
			last = x
		}
	}
	for _, x := range []*Exchange{waiting, last, start} {
		if x != nil {
			return x
		}
	}
	return nil
}

// visible are the answers that the person can see and read now; a webhook, which is no member, is taken to see what all do.
func (x *Exchange) visible() []*message {
	var out []*message
	for _, m := range x.answers {
		webhook := x.question != nil && x.question.webhook != "" && m.only == nil && !m.deleted
		if !m.loading() && (webhook || m.seenBy(x.by)) {
			out = append(out, m)
		}
	}
	return out
}

// await waits until done says so under the lock.
func (x *Exchange) await(ctx context.Context, what string, done func() bool) error {
	for {
		x.server.mu.Lock()
		if done() {
			x.server.mu.Unlock()
			return nil
		}
		changed := x.changed
		x.server.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("wait for %s: %w", what, ctx.Err())
		}
	}
}

// Wait waits until there is an answer that the person can read, and returns the first.
func (x *Exchange) Wait(ctx context.Context) (Message, error) {
	if err := x.await(ctx, "an answer", func() bool { return len(x.visible()) > 0 }); err != nil {
		return Message{}, err
	}
	if all := x.Messages(); len(all) > 0 {
		return all[0], nil
	}
	return Message{}, nil // it was deleted in between
}

// WaitCount waits until the person can read n answers, and returns them.
func (x *Exchange) WaitCount(ctx context.Context, n int) ([]Message, error) {
	err := x.await(ctx, fmt.Sprintf("%d answers", n), func() bool { return len(x.visible()) >= n })
	return x.Messages(), err
}

// WaitCallback waits until the interaction is acknowledged.
func (x *Exchange) WaitCallback(ctx context.Context) (Callback, error) {
	if err := x.await(ctx, "a callback", func() bool { return len(x.callbacks) > 0 }); err != nil {
		return Callback{}, err
	}
	return x.Callbacks()[0], nil
}

// WaitModal waits until a form is shown.
func (x *Exchange) WaitModal(ctx context.Context) (*Modal, error) {
	if err := x.await(ctx, "a form", func() bool { return x.modal != nil }); err != nil {
		return nil, err
	}
	return x.Modal(), nil
}

// WaitChoices waits for the completions of what was typed; there may be none in the answer.
func (x *Exchange) WaitChoices(ctx context.Context) ([]Choice, error) {
	if err := x.await(ctx, "choices", func() bool { return x.completed }); err != nil {
		return nil, err
	}
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	return slices.Clone(x.choices), nil
}

// Until waits until ok says so of the answers that the person can read; ok is called with every change.
func (x *Exchange) Until(ctx context.Context, ok func([]Message) bool) error {
	return x.await(ctx, "a condition", func() bool { return ok(x.snapshots()) })
}

// Messages lists the answers that the person can read now, oldest first, as they stand after edits.
func (x *Exchange) Messages() []Message {
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	return x.snapshots()
}

func (x *Exchange) snapshots() []Message {
	out := []Message{}
	for _, m := range x.visible() {
		out = append(out, m.snapshot())
	}
	return out
}

// Callbacks lists how the interaction was acknowledged: at most one, because the second is refused.
func (x *Exchange) Callbacks() []Callback {
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	return slices.Clone(x.callbacks)
}

// Modal is the form that was shown, nil when none was.
func (x *Exchange) Modal() *Modal {
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	return x.modal
}

// Question is what the person said, the zero Message for an interaction.
func (x *Exchange) Question() Message {
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	if x.question == nil {
		return Message{}
	}
	return x.question.snapshot()
}

// Asked is when the person said or did it.
func (x *Exchange) Asked() time.Time { return x.at }

// InteractionID is the id of the interaction, "" for a message.
func (x *Exchange) InteractionID() string {
	if x.action == nil {
		return ""
	}
	return x.action.id
}

// Answers is how many answers the person can read: more than one may be a long answer in parts.
func (x *Exchange) Answers() int { return len(x.Messages()) }

// Duplicates is how many of the answers say what an earlier one says already.
func (x *Exchange) Duplicates() int {
	seen, twice := map[string]bool{}, 0
	for _, m := range x.Messages() {
		key := m.Content + string(copyOf(m.Embeds)) + string(copyOf(m.Components))
		if seen[key] {
			twice++
		}
		seen[key] = true
	}
	return twice
}

// Sent is how many times the gateway has sent the event of it to a connection: 0 when there was none for its server.
func (x *Exchange) Sent() int {
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	return x.sent
}

// Thinking says that the person sees « is thinking… » now.
func (x *Exchange) Thinking() bool {
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	return slices.ContainsFunc(x.answers, func(m *message) bool { return m.loading() && !m.deleted })
}

// Failed says that the person sees « the application did not respond »: an interaction without a callback after three seconds.
func (x *Exchange) Failed() bool {
	x.server.mu.Lock()
	defer x.server.mu.Unlock()
	return x.action != nil && len(x.callbacks) == 0 && time.Since(x.at) > ackWithin
}
