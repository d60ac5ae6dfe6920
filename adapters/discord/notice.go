package discord

import (
	"context"
	"sync"
	"time"
)

// notices remember the private messages that presses were answered with, so that a person who presses five buttons under an answer has
// one of them below it and not five. It is safe for concurrent use; the zero value is ready.
type notices struct {
	mu   sync.Mutex
	last map[press]notice
}

// A press is somebody's on the buttons of one message.
type press struct {
	message string
	author  uint64
}

// A notice is a private message, and what it can be edited by for a quarter of an hour.
type notice struct {
	application, token, id string
	until                  time.Time
}

const (
	noticeLife = 14 * time.Minute // the token of an interaction lives for fifteen
	maxNotices = 10_000
)

// find is the notice of a press before; ok is false for none that can be edited.
func (n *notices) find(p press, now time.Time) (last notice, ok bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	last, ok = n.last[p]
	return last, ok && now.Before(last.until)
}

// keep remembers a notice, and forgets old ones when there are many.
func (n *notices) keep(p press, is notice, now time.Time) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.last == nil {
		n.last = map[press]notice{}
	}
	if len(n.last) >= maxNotices {
		for old, o := range n.last {
			if !now.Before(o.until) {
				delete(n.last, old)
			}
		}
	}
	if len(n.last) >= maxNotices {
		clear(n.last) // it only makes further messages
	}
	n.last[p] = is
}

// aside tells the one who pressed something, and nobody else: in the place of what they were told before under that message, unless they
// have dismissed it.
func (k *ack) aside(ctx context.Context, d drawn) {
	a, by := k.adapter, press{k.in.source, k.in.author}
	if last, ok := a.notices.find(by, time.Now()); ok {
		if !k.quiet(ctx) || a.send.editNotice(ctx, last, d.part(0, nil)) == nil {
			return
		}
	}
	if id := k.beside(ctx, flagEphemeral, d); id != "" && len(d.parts) == 1 {
		until := k.in.received.Add(noticeLife)
		a.notices.keep(by, notice{a.send.application(k.in), k.in.token, id, until}, time.Now())
	}
}
