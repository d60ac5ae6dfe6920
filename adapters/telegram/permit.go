package telegram

import (
	"context"
	"time"

	"nonmerci/adapters/internal/delay"
)

// A permit lets one request leave. Exactly one of its methods must be called when the request is answered.
type permit struct {
	limiter *limiter
	pace    *pace      // nil: nothing is limited
	inAll   *time.Time // until when the request counts
	inGroup *time.Time
	left    time.Time
}

// acquire waits until a request may leave for a chat, at most until ctx is done. A place without a chat is limited over all only. Those
// who wait for the limit over all stand in a line: all would wake for a place that one of them gets.
func (l *limiter) acquire(ctx context.Context, at place) (permit, error) {
	first := false
	defer func() {
		if first {
			<-l.line
		}
	}()
	for {
		wait, forAll, p := l.try(at)
		switch {
		case wait <= 0:
			return p, nil
		case forAll && !first:
			select {
			case l.line <- struct{}{}:
				first = true
				continue
			case <-ctx.Done():
				return permit{}, ctx.Err()
			}
		case first && !forAll: // it waits for its chat, and must not make the others wait for that
			<-l.line
			first = false
		}
		if err := delay.For(ctx, min(wait, time.Second)); err != nil {
			return permit{}, err
		}
	}
}

// try takes a permit, or says how long there is none, and whether it is the limit over all chats that is waited for.
func (l *limiter) try(at place) (wait time.Duration, forAll bool, _ permit) {
	if l.off {
		return 0, false, permit{}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	p := &pace{} // a message sent through the bot has no chat that we know
	if at.chat != 0 {
		p = l.of(at.chat, now)
	}
	all, own := l.all.wait(perSecond, now), max(p.wait(at.group, now), l.allHold.Sub(now))
	if wait = max(all, own); wait > 0 {
		return wait, all >= own, permit{}
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
	return 0, false, permit{l, p, &inAll, &inGroup, now}
}

// done moves what a request counts for to the time of its answer; err is what came of it. One whose answer is missing may still be on its
// way, and counts from when it has surely arrived.
func (p permit) done(err error) { p.ended(err, false) }

// refund is done for a request that wrote nothing into the chat, or never left: there it does not count.
func (p permit) refund(err error) { p.ended(err, true) }

func (p permit) ended(err error, wroteNothing bool) {
	if p.pace == nil {
		return
	}
	p.limiter.mu.Lock()
	defer p.limiter.mu.Unlock()
	now := time.Now()
	arrived := now
	if latest := p.left.Add(soonArrival); unanswered(err) && latest.After(now) {
		arrived = latest
	}
	*p.inAll, *p.inGroup = arrived.Add(time.Second), arrived.Add(time.Minute)
	p.pace.ready = p.pace.ready.Add(arrived.Sub(p.left))
	if wroteNothing && !unanswered(err) {
		*p.inGroup = now
		p.pace.ready = p.pace.ready.Add(-chatEvery)
	}
}
