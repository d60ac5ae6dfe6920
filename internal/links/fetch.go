package links

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// An answer is what a host said to one question.
type answer struct {
	status    int
	location  string // of a redirect
	kind      string // the Content-Type
	body      []byte // of a success only; no more than was asked for
	notBefore time.Time
}

// failing says that the host is at fault. 999 is no fault: some sites say so to robots.
func (a *answer) failing() bool { return a.status >= 500 && a.status < 600 }

// errAgain says that an answer is worth a second try.
var errAgain = errors.New("ask again")

// get asks for a page in its turn, and once more when the host fails, takes too long, or says when to come back. It follows no redirect.
// The error is that of the last try, that of ctx, or errPutOff.
func (c *checker) get(ctx context.Context, jar http.CookieJar, u *url.URL, limit int64) (*answer, error) {
	host := strings.ToLower(u.Hostname())
	try := func() (*answer, error) {
		if err := c.hosts.enter(ctx, host); err != nil {
			return nil, backoff.Permanent(err)
		}
		a, err := c.ask(ctx, jar, u, limit)
		wait := time.Duration(0)
		if a != nil && !a.notBefore.IsZero() {
			wait = time.Until(a.notBefore)
		}
		c.hosts.leave(host, wait)
		switch {
		case ctx.Err() != nil:
			return nil, backoff.Permanent(ctx.Err())
		case err != nil && isTimeout(err):
			return nil, err
		case err != nil:
			return nil, backoff.Permanent(err)
		case wait > maxWait:
			return a, nil
		case wait > 0 && (a.failing() || a.status == http.StatusTooManyRequests):
			return a, &backoff.RetryAfterError{Duration: wait}
		case a.failing():
			return a, errAgain
		}
		return a, nil
	}
	a, err := backoff.Retry(ctx, try, backoff.WithMaxTries(2), backoff.WithMaxElapsedTime(0),
		backoff.WithBackOff(backoff.NewConstantBackOff(retryAfter)))
	if a != nil && ctx.Err() == nil { // it failed twice, and said so
		return a, nil
	}
	return a, err
}

// ask asks once, with the cookies of a jar and without when it is nil. It is always GET: what HEAD says of a page is often not so.
func (c *checker) ask(ctx context.Context, jar http.CookieJar, u *url.URL, limit int64) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opts.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), http.NoBody)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.opts.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	req.Header.Set("Accept-Language", "fr,en;q=0.8") // always the same, so that texts can be compared
	if jar != nil {
		for _, cookie := range jar.Cookies(u) {
			req.AddCookie(cookie)
		}
	}
	resp, err := c.transport.RoundTrip(req) // a client would follow redirects, or refuse an answer whose Location is no address
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if jar != nil {
		jar.SetCookies(u, resp.Cookies())
	}
	a := &answer{status: resp.StatusCode, kind: resp.Header.Get("Content-Type"), notBefore: comeBack(resp, time.Now())}
	switch {
	case a.status >= 300 && a.status < 400:
		a.location = resp.Header.Get("Location")
	case a.status >= 200 && a.status < 300:
		a.body, err = io.ReadAll(io.LimitReader(resp.Body, limit))
		if err == nil {
			err = ctx.Err() // a server that sees the connection close may still end its page properly
		}
	}
	if err != nil {
		return nil, err
	}
	return a, nil
}

// comeBack is when a host that refuses or fails says to come back; zero when it does not say.
func comeBack(resp *http.Response, now time.Time) time.Time {
	const most = 7 * 24 * time.Hour
	after := resp.Header.Get("Retry-After")
	if resp.StatusCode < 400 || after == "" {
		return time.Time{}
	}
	at, err := http.ParseTime(after)
	if s, e := strconv.Atoi(after); e == nil {
		at, err = now.Add(time.Duration(min(max(s, 0), int(most.Seconds())))*time.Second), nil
	}
	if err != nil || !at.After(now) {
		return time.Time{}
	}
	if at.After(now.Add(most)) {
		at = now.Add(most)
	}
	return at.UTC()
}
