package rephrase

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// What is read of an answer at most. A stream spends some 200 bytes on a word.
const (
	maxAnswer = 2 << 20
	maxError  = 16 << 10
	maxHeader = 64 << 10
)

// An exchange is what the client for the API does not tell of a call: it drops the headers of refusals.
type exchange struct {
	status     int
	retryAfter time.Duration // what the server asked for, 0 for nothing
	body       *body         // of an answer that is being read
}

type exchangeKey struct{}

// withExchange gives a context to call with, and where to read afterwards what happened.
func withExchange(ctx context.Context) (context.Context, *exchange) {
	e := &exchange{}
	return context.WithValue(ctx, exchangeKey{}, e), e
}

// A doer does one request and bounds what comes back: its size, and the time between two bytes. It implements openai.HTTPDoer.
type doer struct {
	client *http.Client
	idle   time.Duration
}

// newDoer returns a doer with connections of its own, and what closes those that are idle.
func newDoer(o Options) (d *doer, closeIdle func()) {
	t := &http.Transport{
		DialContext: o.Dial, ForceAttemptHTTP2: true,
		HTTP2:               &http.HTTP2Config{SendPingTimeout: 15 * time.Second, PingTimeout: 5 * time.Second}, // a dead connection is not taken again
		MaxIdleConnsPerHost: o.Concurrency, IdleConnTimeout: 90 * time.Second, TLSHandshakeTimeout: 5 * time.Second,
		ResponseHeaderTimeout: o.FirstByte, MaxResponseHeaderBytes: maxHeader,
		DisableCompression: true, // a few kilobytes; and what is compressed may be far larger than it looks
	}
	if o.Dial == nil {
		t.Proxy = http.ProxyFromEnvironment
	}
	c := &http.Client{Transport: t, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return &doer{client: c, idle: o.Idle}, t.CloseIdleConnections
}

// Do sends a request. Its error is a Failure where the answer is none that the client could read.
func (d *doer) Do(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(req.Context())
	resp, err := d.client.Do(req.WithContext(ctx))
	if err != nil {
		cancel(nil)
		return nil, err
	}
	e, _ := req.Context().Value(exchangeKey{}).(*exchange)
	if e == nil {
		e = &exchange{}
	}
	e.status = resp.StatusCode
	b := &body{from: resp.Body, ctx: ctx, cancel: cancel, left: maxAnswer, idle: d.idle}
	b.timer = time.AfterFunc(d.idle, func() { cancel(errIdle) })
	resp.Body, e.body = b, b
	if resp.StatusCode >= http.StatusBadRequest {
		e.retryAfter = retryAfter(resp.Header.Get("Retry-After"), time.Now())
		return refusal(resp) // the client would leave its body open
	}
	if err := readable(resp, req.Header.Get("Accept")); err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

// refusal reads the body of a refusal, as far as it is of use.
func refusal(resp *http.Response) (*http.Response, error) {
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxError))
	if err != nil && len(data) == 0 && errors.Is(err, errIdle) {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data)) // a refusal cut short is one all the same
	return resp, nil
}

// errWhole says that a server sent a whole answer where a stream was asked for.
var errWhole = errors.New("not a stream")

// readable says whether an answer is of the kind that was asked for.
func readable(resp *http.Response, accept string) error {
	kind, _, _ := strings.Cut(strings.ToLower(resp.Header.Get("Content-Type")), ";")
	encoding := resp.Header.Get("Content-Encoding")
	switch kind = strings.TrimSpace(kind); {
	case resp.StatusCode >= http.StatusMultipleChoices:
		return fail(Redirected)
	case resp.StatusCode != http.StatusOK || encoding != "" && !strings.EqualFold(encoding, "identity"):
		return fail(Garbled)
	case accept == streamType && kind == "application/json":
		return errWhole
	case accept == streamType && kind != streamType && kind != "", accept != streamType && kind != "application/json" && kind != "":
		return fail(Garbled)
	}
	return nil
}

const streamType = "text/event-stream"

// retryAfter reads the header of that name, in seconds or as a date; 0 when it says nothing of use.
func retryAfter(value string, now time.Time) time.Duration {
	if s, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err == nil && s > 0 { // also no NaN
		return time.Duration(min(s, maxRetryAfter.Seconds()) * float64(time.Second))
	}
	if t, err := http.ParseTime(value); err == nil {
		return min(max(t.Sub(now), 0), maxRetryAfter)
	}
	return 0
}

// maxRetryAfter bounds how long a server can have itself left alone.
const maxRetryAfter = 10 * time.Minute
