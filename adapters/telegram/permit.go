package telegram

import (
	"context"
	"time"
)

// A permit lets one request leave. Exactly one of its methods must be called when the request is answered.
type permit struct {
	limiter *limiter
	pace    *pace      // nil: nothing is limited
	inAll   *time.Time // until when the request counts
	inGroup *time.Time
	left    time.Time
}

// acquire waits until a request may leave for a chat, at most until ctx is done. A place without a chat is limited over all only.
func (l *limiter) acquire(ctx context.Context, at place) (permit, error) {
	for {
		wait, p := l.try(at)
		if wait <= 0 {
			return p, nil
		}
		if err := sleep(ctx, min(wait, time.Second)); err != nil {
			return permit{}, err
		}
	}
}

func (l *limiter) try(at place) (time.Duration, permit) {
	if l.off {
		return 0, permit{}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	p := &pace{} // a message sent through the bot has no chat that we know
	if at.chat != 0 {
		p = l.of(at.chat, now)
	}
	if wait := max(l.all.wait(perSecond, now), p.wait(at.group, now), l.allHold.Sub(now)); wait > 0 {
		return wait, permit{}
	}
	inAll, inGroup := now.Add(maxOpenCall), now.Add(maxOpenCall+time.Minute)
	l.all = append(l.all, &inAll)
	if at.group {
		p.minute = append(p.minute, &inGroup)
	}
	if p.ready.Before(now) {
		p.ready = now
	}
	p.ready = p.ready.Add(chatEvery)
	return 0, permit{l, p, &inAll, &inGroup, now}
}

// done moves what a request counts for to the time of its answer.
func (p permit) done() { p.answered(false) }

// refund is for a request that wrote nothing into the chat: there it does not count.
func (p permit) refund() { p.answered(true) }

func (p permit) answered(wroteNothing bool) {
	if p.pace == nil {
		return
	}
	p.limiter.mu.Lock()
	defer p.limiter.mu.Unlock()
	now := time.Now()
	*p.inAll, *p.inGroup = now.Add(time.Second), now.Add(time.Minute)
	p.pace.ready = p.pace.ready.Add(now.Sub(p.left))
	if wroteNothing {
		*p.inGroup = now
		p.pace.ready = p.pace.ready.Add(-chatEvery)
	}
}
