package telegramtest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// slowestRetry is how long a failing webhook is left alone at most.
const slowestRetry = time.Minute

// deliverAll pushes updates to a webhook until it is set anew: those of one chat in order, others beside them.
func (s *Server) deliverAll(ctx context.Context, w *webhook) {
	defer s.running.Done()
	for {
		s.mu.Lock()
		if s.webhook != w {
			s.mu.Unlock()
			return
		}
		next, wait := s.queue.due(w.most)
		changed := s.changed
		for _, u := range next {
			u.busy = true
			s.running.Add(1)
			go s.deliverOne(ctx, w, u)
		}
		s.mu.Unlock()
		t := time.NewTimer(wait)
		select {
		case <-changed:
		case <-t.C:
		case <-ctx.Done():
		case <-s.closed:
			t.Stop()
			return
		}
		t.Stop()
	}
}

// due are the updates to deliver now, with most under way at once, and how long until the next is due by itself.
func (q *queue) due(most int) (next []*queued, wait time.Duration) {
	wait = time.Hour
	lanes, under := map[string]bool{}, 0
	for _, u := range q.waiting {
		if u.busy {
			under++
		}
	}
	for _, u := range q.waiting {
		first := !lanes[u.lane]
		lanes[u.lane] = true
		late := time.Until(u.after)
		switch {
		case !first || u.busy || under >= most:
		case late > 0:
			wait = min(wait, late)
		default:
			under++
			next = append(next, u)
		}
	}
	return next, wait
}

func (s *Server) deliverOne(ctx context.Context, w *webhook, u *queued) {
	defer s.running.Done()
	body, retry, err := s.post(ctx, w, u.Body)
	if err == nil {
		s.replyInBody(ctx, body)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.webhook != w {
		return
	}
	u.busy = false
	if err == nil {
		s.queue.waiting = slices.DeleteFunc(s.queue.waiting, func(x *queued) bool { return x == u })
		s.wake()
		return
	}
	s.hook.errorDate, s.hook.errorText = now(), err.Error()
	u.delay = min(max(2*u.delay, time.Second), slowestRetry)
	u.after = time.Now().Add(max(u.delay, retry))
	s.wake()
}

// post sends one update; err says in the server's words why it must be sent again, retry how much later at least.
func (s *Server) post(ctx context.Context, w *webhook, update []byte) (body []byte, retry time.Duration, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, bytes.NewReader(update))
	if err != nil {
		return nil, 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	if w.secret != "" {
		req.Header.Set("X-Telegram-Bot-Api-Secret-Token", w.secret)
	}
	resp, err := s.opts.WebhookClient.Do(req)
	if err != nil {
		return nil, 0, connectionError(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err = io.ReadAll(io.LimitReader(resp.Body, maxBody))
	switch {
	case resp.StatusCode < 200 || resp.StatusCode > 299:
		seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		return nil, time.Duration(seconds) * time.Second, says("Wrong response from the webhook: %s", resp.Status)
	case err != nil:
		return nil, 0, connectionError(err)
	}
	return body, 0, nil
}

func connectionError(err error) error {
	if t := net.Error(nil); errors.As(err, &t) && t.Timeout() {
		return says("Read timeout expired")
	}
	return says("Connection failed")
}
