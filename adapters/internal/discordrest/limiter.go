package discordrest

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"nonmerci/adapters/internal/delay"
)

// globalPerSecond is how many requests a bot may make in a second on all routes but those of interactions (docs: topics/rate-limits).
const globalPerSecond = 50

// A limiter is a RoundTripper that lets a request leave when Discord's limits allow it, and learns them from the answers. The headers
// of limits do not reach the caller: discordgo would sleep on them, holding locks.
type limiter struct {
	next    http.RoundTripper
	limited func(scope string)
	slots   *slots // of the global limit

	mu          sync.Mutex
	buckets     map[string]*bucket // by route and top-level resource
	hashes      map[string]string  // route → the name of its bucket, once Discord has told it
	globalUntil time.Time          // after a global 429
	blocked     time.Time          // after a 429 that is not Discord's
	refused     budget
}

func newLimiter(next http.RoundTripper, limited func(string)) *limiter {
	return &limiter{next: next, limited: limited, slots: newSlots(globalPerSecond), buckets: map[string]*bucket{}, hashes: map[string]string{}}
}

// RoundTrip waits for the limits, within the request's context, and sends.
func (l *limiter) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, r := req.Context(), routeOf(req.Method, afterAPI(req.URL.Path))
	pass, err := l.admit(ctx, r)
	if err != nil {
		if req.Body != nil {
			_ = req.Body.Close()
		}
		return nil, err
	}
	ctx, cancel := leave(ctx)
	resp, err := l.next.RoundTrip(req.WithContext(ctx))
	l.settle(r, pass, resp)
	if err != nil {
		cancel()
		return nil, err
	}
	for _, name := range []string{"Bucket", "Global", "Limit", "Remaining", "Reset", "Reset-After", "Scope"} {
		resp.Header.Del("X-RateLimit-" + name)
	}
	resp.Body = cancelling{resp.Body, cancel}
	return resp, nil
}

// A cancelling body ends the time limit of its exchange when it is closed.
type cancelling struct {
	io.ReadCloser
	cancel context.CancelFunc
}

func (c cancelling) Close() error {
	defer c.cancel()
	return c.ReadCloser.Close()
}

// A pass is what a request took from the limits.
type pass struct {
	bucket     *bucket
	generation int
	slot       bool
}

// admit waits until a request may leave.
func (l *limiter) admit(ctx context.Context, r route) (p pass, err error) {
	if err = l.health(time.Now()); err != nil {
		return p, err
	}
	if r.limited() {
		p.bucket = l.bucket(r)
		if p.generation, err = p.bucket.take(ctx); err != nil {
			return p, err
		}
	}
	if !r.interaction {
		if err = l.takeSlot(ctx); err != nil {
			p.bucket.give(p.generation)
			return p, err
		}
		p.slot = true
	}
	if err = l.health(time.Now()); err != nil { // it may have changed meanwhile
		l.release(p)
	}
	return p, err
}

// takeSlot waits for the global limit.
func (l *limiter) takeSlot(ctx context.Context) error {
	select {
	case <-l.slots.free:
	case <-ctx.Done():
		return ctx.Err()
	}
	for {
		l.mu.Lock()
		wait := time.Until(l.globalUntil)
		l.mu.Unlock()
		if wait <= 0 {
			return nil
		}
		if delay.For(ctx, wait) != nil {
			l.slots.give()
			return ctx.Err()
		}
	}
}

// release gives back what a request took that did not leave.
func (l *limiter) release(p pass) {
	p.bucket.give(p.generation)
	if p.slot {
		l.slots.give()
	}
}

// settle learns from an answer; resp is nil when there was none. The slot is free again a second after the answer: the request
// arrived before that, so no second of Discord's clock can hold more requests than there are slots.
func (l *limiter) settle(r route, p pass, resp *http.Response) {
	now := time.Now()
	if p.slot {
		l.slots.giveIn(time.Second)
	}
	if resp == nil {
		p.bucket.settle(p.generation, limits{}, now)
		return
	}
	seen := readLimits(resp.Header)
	if resp.StatusCode == http.StatusTooManyRequests {
		l.tooMany(resp, &seen, now)
	}
	l.count(resp, now)
	p.bucket.settle(p.generation, seen, now)
	if hash := resp.Header.Get("X-RateLimit-Bucket"); hash != "" && p.bucket != nil {
		l.learn(r, hash, p.bucket)
	}
}

// tooMany reads a 429.
func (l *limiter) tooMany(resp *http.Response, seen *limits, now time.Time) {
	wait := retryAfter(resp)
	scope := resp.Header.Get("X-RateLimit-Scope")
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case isHTML(resp):
		scope = "cloudflare"
		l.blocked = now.Add(wait)
	case scope == "global" || resp.Header.Get("X-RateLimit-Global") != "":
		scope = "global"
		l.globalUntil = now.Add(wait)
	default:
		seen.wait = wait
	}
	if scope == "" {
		scope = "user"
	}
	l.limited(scope)
}

// retryAfter is how long a 429 asks to wait: the body tells it more exactly than the header.
func retryAfter(resp *http.Response) time.Duration {
	wait := time.Second
	if s, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64); err == nil && s > 0 {
		wait = seconds(s)
	}
	if isHTML(resp) {
		return wait
	}
	raw, err := io.ReadAll(io.LimitReader(resp.Body, 1<<16))
	_ = resp.Body.Close()
	resp.Body = io.NopCloser(strings.NewReader(string(raw)))
	var body struct {
		After float64 `json:"retry_after"`
	}
	if err == nil && json.Unmarshal(raw, &body) == nil && body.After > 0 {
		wait = seconds(body.After)
	}
	return wait
}

func seconds(s float64) time.Duration {
	return time.Duration(math.Ceil(min(s, 86_400)*1000)) * time.Millisecond
}

// count notes a refusal that Discord counts towards a ban: 401, 403, and 429 unless the limit is shared with others.
func (l *limiter) count(resp *http.Response, now time.Time) {
	switch resp.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden:
	case http.StatusTooManyRequests:
		if resp.Header.Get("X-RateLimit-Scope") == "shared" {
			return
		}
	default:
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.refused.add(now)
}

// health says why no request may leave.
func (l *limiter) health(now time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if d := l.blocked.Sub(now); d > 0 {
		return fmt.Errorf("%w, for another %s", ErrBlocked, d.Round(time.Second))
	}
	if l.refused.spent(now) {
		return ErrBudget
	}
	return nil
}

// peek says how long a request would wait for the limit of its route.
func (l *limiter) peek(r route, now time.Time) time.Duration {
	if !r.limited() {
		return 0
	}
	return l.bucket(r).peek(now)
}
