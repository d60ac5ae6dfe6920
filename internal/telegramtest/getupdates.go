package telegramtest

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"
)

// getUpdates is https://core.telegram.org/bots/api#getupdates.
func (s *Server) getUpdates(ctx context.Context, c *call) (any, *Error) {
	offset, limit := c.integer("offset", 0, -1<<31, 1<<62), int(c.integer("limit", 100, 1, 100))
	timeout := time.Duration(c.integer("timeout", 0, 0, 50)) * time.Second
	s.mu.Lock()
	if s.webhook != nil {
		s.mu.Unlock()
		return nil, s.conflictLater(ctx, conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"))
	}
	s.allow(c)
	limit, timeout = s.queue.calm(offset, limit, timeout, s.strange.NoLongPoll)
	got := s.queue.take(offset, limit, s.strange.IgnoreOffset)
	if len(got) > 0 || timeout == 0 {
		s.mu.Unlock()
		return batch(got), nil
	}
	if p := s.queue.poll; p != nil {
		p.ended <- conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
	}
	poll := &longPoll{ended: make(chan *Error, 1)}
	s.queue.poll = poll
	s.mu.Unlock()
	return s.longPoll(ctx, poll, max(offset, 0), limit, timeout)
}

// calm slows down a bot that asks the same thing again at once, as the real server does.
func (q *queue) calm(offset int64, limit int, timeout time.Duration, strange bool) (int, time.Duration) {
	if strange {
		return limit, 0
	}
	since := time.Since(q.prevStart)
	if q.everAskedOnce && offset == q.prevOffset {
		if since < 3*time.Second {
			timeout = max(timeout, 3*time.Second)
		}
		if since < time.Second/2 {
			limit = 1
		}
	}
	q.everAskedOnce, q.prevOffset, q.prevStart = true, offset, time.Now()
	return limit, timeout
}

// take confirms what lies before an offset and returns what comes next. A negative offset keeps that many from the end.
func (q *queue) take(offset int64, limit int, ignore bool) []*queued {
	q.waiting = slices.DeleteFunc(q.waiting, func(u *queued) bool {
		return !u.again && !ignore && u.ID < offset || time.Since(u.at) > keepUpdates
	})
	if offset < 0 && !ignore {
		q.waiting = q.waiting[max(0, len(q.waiting)+int(offset)):]
	}
	got := slices.Clone(q.waiting[:min(limit, len(q.waiting))])
	if !ignore {
		q.waiting = slices.DeleteFunc(q.waiting, func(u *queued) bool { return u.again && slices.Contains(got, u) })
	}
	return got
}

func batch(list []*queued) rawResult {
	parts := make([]string, 0, len(list))
	for _, u := range list {
		parts = append(parts, string(u.Body))
	}
	return rawResult("[" + strings.Join(parts, ",") + "]")
}

// longPoll waits until there is something, the time is over, another one comes, or the bot hangs up.
func (s *Server) longPoll(ctx context.Context, p *longPoll, offset int64, limit int, timeout time.Duration) (any, *Error) {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.queue.poll == p {
			s.queue.poll = nil
		}
	}()
	for {
		s.mu.Lock()
		if s.queue.poll != p { // another one took its place
			s.mu.Unlock()
			return nil, s.conflictLater(ctx, <-p.ended)
		}
		got := s.queue.take(offset, limit, s.strange.IgnoreOffset)
		changed, over := s.changed, s.strange.NoLongPoll
		s.mu.Unlock()
		if len(got) > 0 || over {
			return batch(got), nil
		}
		select {
		case <-changed:
		case err := <-p.ended:
			return nil, s.conflictLater(ctx, err)
		case <-timer.C:
			return batch(nil), nil
		case <-ctx.Done():
			return batch(nil), nil
		case <-s.closed:
			return nil, &Error{Code: http.StatusInternalServerError, Description: "Internal Server Error: restart"}
		}
	}
}

// conflictLater returns a conflict, the second one within three seconds only after three more.
func (s *Server) conflictLater(ctx context.Context, err *Error) *Error {
	s.mu.Lock()
	wait := time.Now().Before(s.queue.nextConflict)
	if !wait {
		s.queue.nextConflict = time.Now().Add(3 * time.Second)
	}
	s.mu.Unlock()
	if wait {
		t := time.NewTimer(3 * time.Second)
		defer t.Stop()
		select {
		case <-t.C:
		case <-ctx.Done():
		case <-s.closed:
		}
	}
	return err
}
