package discordtest

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"net/http"
	"strconv"
	"time"
)

// limiter keeps the windows of all rate limits (docs: topics/rate-limits). Its methods are called with the server's mu held.
type limiter struct {
	limits      Limits
	global      window
	windows     map[string]*window
	globalUntil time.Time            // a global 429 in force, switched on by LimitGlobally
	edgeUntil   time.Time            // the edge answers everything with HTML
	shared      map[string]time.Time // by "METHOD template": a limit of a resource that others use too
	invalid     []time.Time          // answers 401, 403, 429 of the last ten minutes
	refusals    int                  // 429s so far
}

// A window is a limit that starts again after a while.
type window struct {
	left  int
	reset time.Time
}

func (l *limiter) init(o Limits) {
	l.limits, l.windows, l.shared = o, map[string]*window{}, map[string]time.Time{}
}

// spend takes one request from the window, and says whether there was one left.
func (w *window) spend(limit Limit, now time.Time) bool {
	if !now.Before(w.reset) {
		w.left, w.reset = limit.N, now.Add(limit.Per)
	}
	if w.left <= 0 {
		return false
	}
	w.left--
	return true
}

// limitOf is the limit of a call's route; one of zero requests means that there is none.
func (l *limiter) limitOf(c *call) Limit {
	if own, ok := l.limits.Routes[c.method+" "+c.template]; ok {
		return own
	}
	return c.route.limit
}

// windowOf is the bucket of a call: its route together with its top-level resource.
func (l *limiter) windowOf(c *call) *window {
	key := c.method + " " + c.template
	for _, name := range []string{"channel_id", "guild_id", "webhook_id", "webhook_token"} {
		key += " " + c.vars[name]
	}
	if l.windows[key] == nil {
		l.prune(c.at)
		l.windows[key] = &window{}
	}
	return l.windows[key]
}

// prune forgets windows that are over, because every interaction has one of its own.
func (l *limiter) prune(now time.Time) {
	if len(l.windows) < 10_000 {
		return
	}
	for key, w := range l.windows {
		if now.After(w.reset) {
			delete(l.windows, key)
		}
	}
}

// take spends the limits of a call; over is the 429 when one of them has nothing left.
func (l *limiter) take(c *call) (a answer, over bool) {
	now := time.Now()
	if d := l.shared[c.method+" "+c.template].Sub(now); d > 0 {
		return l.tooMany(c, d, "shared"), true
	}
	if !c.route.interaction {
		if d := l.globalUntil.Sub(now); d > 0 {
			return l.tooMany(c, d, "global"), true
		}
		if !l.limits.Off && l.limits.Global.N > 0 && !l.global.spend(l.limits.Global, now) {
			return l.tooMany(c, l.global.reset.Sub(now), "global"), true
		}
	}
	limit := l.limitOf(c)
	if l.limits.Off || limit.N <= 0 {
		return answer{}, false
	}
	if w := l.windowOf(c); !w.spend(limit, now) {
		return l.tooMany(c, w.reset.Sub(now), "user"), true
	}
	return answer{}, false
}

// tooMany is a 429. A global one carries no X-RateLimit-Reset-After, as in Discord's example.
func (l *limiter) tooMany(c *call, wait time.Duration, scope string) answer {
	l.refusals++
	text := "You are being rate limited."
	if scope == "shared" {
		text = "The resource is being rate limited."
	}
	a := jsonAnswer(http.StatusTooManyRequests, object{"message": text, "retry_after": seconds(wait), "global": scope == "global", "code": 0})
	a.header.Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
	a.header.Set("X-RateLimit-Scope", scope)
	switch scope {
	case "global":
		a.header.Set("X-RateLimit-Global", "true")
	case "user":
		l.headers(c, a.header)
	}
	return a
}

// seconds has milliseconds, rounded up: a client that waits for so long is never early.
func seconds(d time.Duration) float64 { return math.Ceil(d.Seconds()*1000) / 1000 }

// headers adds the state of the call's bucket.
func (l *limiter) headers(c *call, h http.Header) {
	limit := l.limitOf(c)
	if l.limits.Off || limit.N <= 0 {
		return
	}
	w := l.windowOf(c)
	sum := sha256.Sum256([]byte(c.method + " " + c.template))
	h.Set("X-RateLimit-Bucket", hex.EncodeToString(sum[:16]))
	h.Set("X-RateLimit-Limit", strconv.Itoa(limit.N))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(w.left))
	h.Set("X-RateLimit-Reset", strconv.FormatFloat(float64(w.reset.UnixMilli())/1000, 'f', 3, 64))
	h.Set("X-RateLimit-Reset-After", strconv.FormatFloat(max(0, seconds(time.Until(w.reset))), 'f', 3, 64))
}
