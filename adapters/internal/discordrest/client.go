// Package discordrest makes calls of Discord's REST API within its rate limits: waits end with their context, refusals are typed, and
// what may be repeated is repeated.
package discordrest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"nonmerci/adapters/internal/delay"
)

// DefaultURL is where Discord is.
const DefaultURL = "https://discord.com"

// Options are what a Client needs.
type Options struct {
	Token     string // without « Bot »; it goes into the Authorization header and nowhere else
	URL       string // the base that /api/v9 comes after; "" means DefaultURL
	UserAgent string
	Dial      func(ctx context.Context, network, addr string) (net.Conn, error) // nil means a net.Dialer
	Hooks     Hooks
}

// Hooks are told what happens; each may be nil, must be quick and safe for concurrent use.
type Hooks struct {
	Retried func()
	Limited func(scope string) // a 429: user, global, shared or cloudflare
	Done    func(method, outcome string)
}

// A Client calls one API as one bot. It is safe for concurrent use.
type Client struct {
	token, agent string
	base         *url.URL
	limiter      *limiter
	plain        *http.Transport
	http         *http.Client
	hooks        Hooks
}

// New returns a Client; it opens no connection. It fails when the URL is not one of http or https.
func New(o Options) (*Client, error) {
	base, err := url.Parse(cmp.Or(o.URL, DefaultURL))
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" || base.User != nil {
		return nil, errors.New("the address of Discord's API must look like https://discord.com, without user or password")
	}
	base.Path, base.RawQuery, base.Fragment = strings.TrimRight(base.Path, "/"), "", ""
	plain := &http.Transport{
		Proxy: http.ProxyFromEnvironment, DialContext: o.Dial, ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 64,
		TLSHandshakeTimeout: 10 * time.Second, IdleConnTimeout: 90 * time.Second,
	}
	c := &Client{token: o.Token, agent: o.UserAgent, base: base, plain: plain, hooks: o.Hooks.filled()}
	c.limiter = newLimiter(plain, c.hooks.Limited)
	c.http = &http.Client{
		Transport:     c.limiter,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c, nil
}

func (h Hooks) filled() Hooks {
	if h.Retried == nil {
		h.Retried = func() {}
	}
	if h.Limited == nil {
		h.Limited = func(string) {}
	}
	if h.Done == nil {
		h.Done = func(string, string) {}
	}
	return h
}

// Transport is what the calls go through: a client that somebody else drives is held to the same limits by it.
func (c *Client) Transport() http.RoundTripper { return c.limiter }

// Close closes idle connections.
func (c *Client) Close() { c.plain.CloseIdleConnections() }

// Health is nil while calls may be made, and otherwise says in one line why they are not.
func (c *Client) Health() error { return c.limiter.health(time.Now()) }

// Wait says for how long a call to a route would wait for the limits of that route: zero when it would leave at once.
func (c *Client) Wait(method, route string, vars ...string) time.Duration {
	return c.limiter.peek(routeOf(method, fill(route, vars, asIs)), time.Now())
}

// A Call is one request.
type Call struct {
	Method  string
	Route   string   // with the variables named: « /channels/{channel_id}/messages »
	Vars    []string // their values, in order
	Query   string
	Body    any           // JSON; nil for none
	Files   []File        // sent with Body as a form
	Safe    bool          // twice is like once: it is repeated after a failure that leaves its outcome open
	Within  time.Duration // for everything, waits for limits included; zero means two minutes
	Timeout time.Duration // for one exchange; zero means ten seconds
	Leaving func()        // called each time that the request leaves, after the waits
}

// maxBody bounds what is read of an answer.
const maxBody = 4 << 20

// A Reader takes what it needs of an answer by itself, without decoding it; false says that it could not. What it keeps it copies.
type Reader interface {
	ReadAnswer(answer []byte) bool
}

// Do makes a call and decodes the answer into out, unless that is nil or a Reader that has read it. A refusal is an *Error; ErrBlocked and
// ErrBudget mean that nothing was sent; ctx's error that its time was up.
func (c *Client) Do(ctx context.Context, call Call, out any) error {
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(call.Within, 2*time.Minute))
	defer cancel()
	room, _ := rooms.Get().(*bytes.Buffer)
	raw, err := c.repeat(ctx, call, room)
	if err == nil && out != nil {
		err = decode(raw, out)
	}
	if room.Cap() <= 8*usualAnswer {
		rooms.Put(room)
	}
	c.hooks.Done(call.Method+" "+call.Route, outcome(err))
	if err != nil {
		return fmt.Errorf("%s %s: %w", call.Method, call.Route, err)
	}
	return nil
}

func decode(answer []byte, out any) error {
	if r, ok := out.(Reader); ok && r.ReadAnswer(answer) {
		return nil
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return fmt.Errorf("decode the answer: %w", err)
	}
	return nil
}

// maxTries bounds how often a call leaves.
const maxTries = 5

// repeat returns the answer, which lies in room.
func (c *Client) repeat(ctx context.Context, call Call, room *bytes.Buffer) ([]byte, error) {
	body, err := encode(call)
	if err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		raw, err := c.once(ctx, call, body, room)
		if err == nil || try == maxTries || ctx.Err() != nil || !again(call, err) {
			return raw, err
		}
		c.hooks.Retried()
		if delay.For(ctx, pause(err, try)) != nil {
			return nil, err
		}
	}
}

// again says whether a failed call may be made once more: a 429 was not carried out, nor was what could not be dialled; the outcome
// of other failures is open.
func again(call Call, err error) bool {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Status == http.StatusTooManyRequests || e.Status >= 500 && call.Safe
	}
	if errors.Is(err, ErrBlocked) || errors.Is(err, ErrBudget) {
		return false
	}
	if op, ok := errors.AsType[*net.OpError](err); ok && op.Op == "dial" {
		return true
	}
	return call.Safe
}

// pause is the wait before another try; for a 429 the limiter waits.
func pause(err error, try int) time.Duration {
	if e, ok := errors.AsType[*Error](err); ok && e.Status == http.StatusTooManyRequests {
		return 0
	}
	most := 100 * time.Millisecond << try
	return most/2 + rand.N(most/2)
}

// once sends a request and reads its answer.
func (c *Client) once(ctx context.Context, call Call, body *payload, room *bytes.Buffer) ([]byte, error) {
	ctx = withLeaving(ctx, call.Leaving, cmp.Or(call.Timeout, 10*time.Second))
	req, err := c.request(ctx, call, body)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, bare(err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := readAnswer(resp, room)
	switch {
	case resp.StatusCode >= 300:
		return nil, refusal(resp, raw)
	case err != nil:
		return nil, fmt.Errorf("read the answer: %w", bare(err))
	}
	return raw, nil
}

// usualAnswer has room for what most answers are: a message as it was sent.
const usualAnswer = 4 << 10

// rooms are where answers are read: they are needed until they are decoded.
var rooms = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// readAnswer reads an answer into an empty room, at most maxBody of it.
func readAnswer(resp *http.Response, b *bytes.Buffer) ([]byte, error) {
	b.Reset()
	b.Grow(int(min(max(resp.ContentLength, usualAnswer), maxBody)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(resp.Body, maxBody))
	return b.Bytes(), err
}

func (c *Client) request(ctx context.Context, call Call, body *payload) (*http.Request, error) {
	u := *c.base
	u.RawPath = u.EscapedPath() + "/api/v9" + fill(call.Route, call.Vars, url.PathEscape)
	u.Path += "/api/v9" + fill(call.Route, call.Vars, asIs)
	u.RawQuery = call.Query
	var r io.Reader = http.NoBody
	if body != nil {
		r = bytes.NewReader(body.data)
	}
	req, err := http.NewRequestWithContext(ctx, call.Method, u.String(), r)
	if err != nil {
		return nil, errors.New("make the request: an id does not fit into an address")
	}
	req.Header.Set("Authorization", "Bot "+c.token)
	req.Header.Set("User-Agent", c.agent)
	if body != nil {
		req.Header.Set("Content-Type", body.kind)
	}
	return req, nil
}

func asIs(s string) string { return s }

// fill puts the values of variables into a route.
func fill(route string, vars []string, write func(string) string) string {
	var b strings.Builder
	for _, v := range vars {
		before, after, _ := strings.Cut(route, "{")
		_, route, _ = strings.Cut(after, "}")
		b.WriteString(before + write(v))
	}
	return b.String() + route
}

// bare takes the address out of an error: it may hold the token of an interaction.
func bare(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err
	}
	return err
}
